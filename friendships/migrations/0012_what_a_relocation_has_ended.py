"""What stood there before a relocation ended it, and the yes to a journal that came with it."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0012_who_heard_the_yes_to_a_house"),
        ("friendships", "0011_what_may_stand_in_a_journal"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="relocation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="relocation",
            name="update_update",
        ),
        migrations.AddField(
            model_name="relocation",
            name="ended_before",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.DateField(null=True), default=list, editable=False, size=None
            ),
        ),
        migrations.AddField(
            model_name="relocation",
            name="notice",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="friendships.journalnotice",
            ),
        ),
        migrations.AddField(
            model_name="relocationevent",
            name="notice",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="friendships.journalnotice",
            ),
        ),
        migrations.AlterField(
            model_name="relocation",
            name="home",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="relocation",
                to="citizens.home",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_relocationevent" ("begins_id", "by_id", "called_off_on", "citizen_id", "from_on", "goes_on", "home_id", "journal", "match_id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "travel") VALUES (NEW."begins_id", NEW."by_id", NEW."called_off_on", NEW."citizen_id", NEW."from_on", NEW."goes_on", NEW."home_id", NEW."journal", NEW."match_id", NEW."notice_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."travel"); RETURN NULL;',
                    hash="62fa2e37b7ef6d2d1282a39a7ada192d2d7890e7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70770",
                    table="friendships_relocation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relocation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_relocationevent" ("begins_id", "by_id", "called_off_on", "citizen_id", "from_on", "goes_on", "home_id", "journal", "match_id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "travel") VALUES (NEW."begins_id", NEW."by_id", NEW."called_off_on", NEW."citizen_id", NEW."from_on", NEW."goes_on", NEW."home_id", NEW."journal", NEW."match_id", NEW."notice_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."travel"); RETURN NULL;',
                    hash="b7134cf56e13c2fef6a2bc9958f162125a02c3a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6245a",
                    table="friendships_relocation",
                    when="AFTER",
                ),
            ),
        ),
    ]
