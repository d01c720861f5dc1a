"""A wish for a friend knows since when it waits."""

import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0004_all_municipalities"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="wishes",
            name="update_update",
        ),
        migrations.AddField(
            model_name="wishes",
            name="waits_since",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False, null=True, verbose_name="waits since"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wishes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."age_group" IS DISTINCT FROM (NEW."age_group") OR OLD."area" IS DISTINCT FROM (NEW."area") OR OLD."around" IS DISTINCT FROM (NEW."around") OR OLD."citizen_id" IS DISTINCT FROM (NEW."citizen_id") OR OLD."friend_age" IS DISTINCT FROM (NEW."friend_age") OR OLD."friend_gender" IS DISTINCT FROM (NEW."friend_gender") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."own_words" IS DISTINCT FROM (NEW."own_words") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."together" IS DISTINCT FROM (NEW."together") OR OLD."wants_friend" IS DISTINCT FROM (NEW."wants_friend"))',
                    func='INSERT INTO "citizens_wishesevent" ("age_group", "citizen_id", "friend_age", "friend_gender", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_on", "wants_friend") VALUES (NEW."age_group", NEW."citizen_id", NEW."friend_age", NEW."friend_gender", _pgh_attach_context(), NOW(), \'update\', NEW."citizen_id", NEW."project_id", NEW."said_on", NEW."wants_friend"); RETURN NULL;',
                    hash="19982a007a84aa18e7869cd506edcae6c9a12977",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3b864",
                    table="citizens_wishes",
                    when="AFTER",
                ),
            ),
        ),
    ]
