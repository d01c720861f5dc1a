"""That a first meeting was reminded of."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0006_to_its_end"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="firstmeeting",
            name="update_update",
        ),
        migrations.AddField(
            model_name="firstmeeting",
            name="reminded_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="reminded"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accompanied_by_id" IS DISTINCT FROM (NEW."accompanied_by_id") OR OLD."called_off_at" IS DISTINCT FROM (NEW."called_off_at") OR OLD."changes" IS DISTINCT FROM (NEW."changes") OR OLD."match_id" IS DISTINCT FROM (NEW."match_id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at"))',
                    func='INSERT INTO "matching_firstmeetingevent" ("accompanied_by_id", "called_off_at", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at") VALUES (NEW."accompanied_by_id", NEW."called_off_at", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."match_id", NEW."project_id", NEW."starts_at"); RETURN NULL;',
                    hash="3afc02bdc062a76d4b1e7b2dc4e6b2bc3cbf7ab6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9d6c0",
                    table="matching_firstmeeting",
                    when="AFTER",
                ),
            ),
        ),
    ]
