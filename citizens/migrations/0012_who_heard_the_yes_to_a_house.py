"""Who heard his yes that a further house may know him."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0011_the_fourth_wording"),
        ("institutions", "0007_a_role_ends_at_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="attachment",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="attachment",
            name="update_update",
        ),
        migrations.AddField(
            model_name="attachment",
            name="heard_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="attachmentevent",
            name="heard_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_attachmentevent" ("citizen_id", "from_on", "heard_by_id", "institution_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."citizen_id", NEW."from_on", NEW."heard_by_id", NEW."institution_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."until_on"); RETURN NULL;',
                    hash="b829f3220b92d377225ea4d8bb49537aecb17258",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_608cd",
                    table="citizens_attachment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_attachmentevent" ("citizen_id", "from_on", "heard_by_id", "institution_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."citizen_id", NEW."from_on", NEW."heard_by_id", NEW."institution_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."until_on"); RETURN NULL;',
                    hash="7b28d8ea28bfda555521c6ee40a44cd4ba3ba752",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0373",
                    table="citizens_attachment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)), fields=("citizen", "institution"), name="attached_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="an_attachment_ends_after_it_began",
            ),
        ),
    ]
