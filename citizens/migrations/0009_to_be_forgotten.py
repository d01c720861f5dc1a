"""By when somebody is erased who took back that he is registered."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0008_when_each_is_spoken_with"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="citizen",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="citizen",
            name="update_update",
        ),
        migrations.AddField(
            model_name="citizen",
            name="forget_on",
            field=models.DateField(editable=False, null=True, verbose_name="erased on"),
        ),
        migrations.AddField(
            model_name="citizenevent",
            name="forget_on",
            field=models.DateField(editable=False, null=True, verbose_name="erased on"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citizen",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_citizenevent" ("forget_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "registered_at") VALUES (NEW."forget_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."registered_at"); RETURN NULL;',
                    hash="67c07c8ee5be17015fcd6cf7769bf100a83995d0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5981a",
                    table="citizens_citizen",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citizen",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_citizenevent" ("forget_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "registered_at") VALUES (NEW."forget_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."registered_at"); RETURN NULL;',
                    hash="6eb80a0e232c8e87c2f267212c5d7fd6368e3856",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7544f",
                    table="citizens_citizen",
                    when="AFTER",
                ),
            ),
        ),
    ]
