"""An evening can be changed while it is ahead, and corrected once it was held."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("foodclubs", "0003_keys"),
        ("institutions", "0005_search"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="evening",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="evening",
            name="update_update",
        ),
        migrations.AddField(
            model_name="evening",
            name="changed_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="changed"),
        ),
        migrations.AddField(
            model_name="evening",
            name="changes",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name="evening",
            name="corrected_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="corrected"),
        ),
        migrations.AddField(
            model_name="evening",
            name="corrected_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("paid_later", "somebody has paid afterwards"),
                    ("who_came", "somebody came after all, or did not"),
                    ("miscounted", "it was counted or written wrong"),
                ],
                editable=False,
                max_length=10,
                verbose_name="why it was corrected",
            ),
        ),
        migrations.AddField(
            model_name="evening",
            name="moved_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="moved"),
        ),
        migrations.AddField(
            model_name="eveningevent",
            name="changed_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="changed"),
        ),
        migrations.AddField(
            model_name="eveningevent",
            name="corrected_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="corrected"),
        ),
        migrations.AddField(
            model_name="eveningevent",
            name="corrected_why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("paid_later", "somebody has paid afterwards"),
                    ("who_came", "somebody came after all, or did not"),
                    ("miscounted", "it was counted or written wrong"),
                ],
                editable=False,
                max_length=10,
                verbose_name="why it was corrected",
            ),
        ),
        migrations.AddField(
            model_name="eveningevent",
            name="moved_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="moved"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evening",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "foodclubs_eveningevent" ("changed_at", "corrected_at", "corrected_why", "food_club_id", "moved_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at", "state") VALUES (NEW."changed_at", NEW."corrected_at", NEW."corrected_why", NEW."food_club_id", NEW."moved_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="ef75de4e148a08cc89263f208f12791bd4049189",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eefa4",
                    table="foodclubs_evening",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evening",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."corrected_at" IS DISTINCT FROM (NEW."corrected_at") OR OLD."corrected_why" IS DISTINCT FROM (NEW."corrected_why") OR OLD."food_club_id" IS DISTINCT FROM (NEW."food_club_id") OR OLD."guests_came" IS DISTINCT FROM (NEW."guests_came") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."income" IS DISTINCT FROM (NEW."income") OR OLD."menu" IS DISTINCT FROM (NEW."menu") OR OLD."moved_at" IS DISTINCT FROM (NEW."moved_at") OR OLD."new_faces" IS DISTINCT FROM (NEW."new_faces") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."places" IS DISTINCT FROM (NEW."places") OR OLD."price" IS DISTINCT FROM (NEW."price") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."volunteers_came" IS DISTINCT FROM (NEW."volunteers_came"))',
                    func='INSERT INTO "foodclubs_eveningevent" ("changed_at", "corrected_at", "corrected_why", "food_club_id", "moved_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at", "state") VALUES (NEW."changed_at", NEW."corrected_at", NEW."corrected_why", NEW."food_club_id", NEW."moved_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."starts_at", NEW."state"); RETURN NULL;',
                    hash="b5732e97953cf3348f7816c814cde666b85c329c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77580",
                    table="foodclubs_evening",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="evening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrected_at", None), ("corrected_why", "")),
                    models.Q(("corrected_at__isnull", False), models.Q(("corrected_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_correction_says_why",
            ),
        ),
    ]
