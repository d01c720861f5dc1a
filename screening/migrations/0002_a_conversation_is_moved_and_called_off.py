"""A conversation that is agreed can be moved and called off."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("screening", "0001_tables"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="appointment",
            name="update_update",
        ),
        migrations.AddField(
            model_name="appointment",
            name="changes",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="appointment",
            name="state",
            field=models.CharField(
                choices=[
                    ("offered", "times offered"),
                    ("booked", "time chosen"),
                    ("none_fits", "no time fits"),
                    ("replaced", "offered anew"),
                    ("called_off", "called off"),
                ],
                default="offered",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="appointmentevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("offered", "times offered"),
                    ("booked", "time chosen"),
                    ("none_fits", "no time fits"),
                    ("replaced", "offered anew"),
                    ("called_off", "called off"),
                ],
                default="offered",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."chosen" IS DISTINCT FROM (NEW."chosen") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."offered_at" IS DISTINCT FROM (NEW."offered_at") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."times" IS DISTINCT FROM (NEW."times") OR OLD."volunteer_id" IS DISTINCT FROM (NEW."volunteer_id"))',
                    func='INSERT INTO "screening_appointmentevent" ("answered_at", "by_id", "chosen", "offered_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."answered_at", NEW."by_id", NEW."chosen", NEW."offered_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="3014630b04da0173f3003bdc4a0b09c56ccba186",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_82001",
                    table="screening_appointment",
                    when="AFTER",
                ),
            ),
        ),
    ]
