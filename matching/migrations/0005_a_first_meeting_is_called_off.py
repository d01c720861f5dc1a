"""A first meeting can be called off, and arranged anew."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0004_first_weights"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="firstmeeting",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="firstmeeting",
            name="update_update",
        ),
        migrations.AddField(
            model_name="firstmeeting",
            name="called_off_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="called off"),
        ),
        migrations.AddField(
            model_name="firstmeetingevent",
            name="called_off_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="called off"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "matching_firstmeetingevent" ("accompanied_by_id", "called_off_at", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at") VALUES (NEW."accompanied_by_id", NEW."called_off_at", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."match_id", NEW."project_id", NEW."starts_at"); RETURN NULL;',
                    hash="0807cf70761268165373138bef9fdccf06b6b794",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_33314",
                    table="matching_firstmeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "matching_firstmeetingevent" ("accompanied_by_id", "called_off_at", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at") VALUES (NEW."accompanied_by_id", NEW."called_off_at", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."match_id", NEW."project_id", NEW."starts_at"); RETURN NULL;',
                    hash="73a9328e462c69863260bc3f7e6b47478842a6e8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9d6c0",
                    table="matching_firstmeeting",
                    when="AFTER",
                ),
            ),
        ),
    ]
