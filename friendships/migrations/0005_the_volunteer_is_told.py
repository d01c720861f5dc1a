"""That a volunteer was told of a rest."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0004_agreements"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="pause",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="pause",
            name="update_update",
        ),
        migrations.AddField(
            model_name="pause",
            name="volunteer_told_on",
            field=models.DateField(editable=False, null=True, verbose_name="the volunteer was told"),
        ),
        migrations.AddField(
            model_name="pauseevent",
            name="volunteer_told_on",
            field=models.DateField(editable=False, null=True, verbose_name="the volunteer was told"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pause",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_pauseevent" ("back_on", "began_on", "by_id", "ended_on", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "volunteer_told_on", "why") VALUES (NEW."back_on", NEW."began_on", NEW."by_id", NEW."ended_on", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."volunteer_told_on", NEW."why"); RETURN NULL;',
                    hash="0223de2674cfcbd3d57aed8cdbe2fb64a15cfbb3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ec24",
                    table="friendships_pause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pause",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_pauseevent" ("back_on", "began_on", "by_id", "ended_on", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "volunteer_told_on", "why") VALUES (NEW."back_on", NEW."began_on", NEW."by_id", NEW."ended_on", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."volunteer_told_on", NEW."why"); RETURN NULL;',
                    hash="e978c2d5e98e99cf1f0ba76189a65fbd4dfc2ecf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_384c9",
                    table="friendships_pause",
                    when="AFTER",
                ),
            ),
        ),
    ]
