"""The history of these rows: events written by triggers, and the locks on them."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from history.locks import keep_history


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_who_acted"),
        ("citizens", "0003_history"),
        ("institutions", "0003_history"),
        ("matching", "0002_row_security"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0002_row_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MatchEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("accepted", "both said yes"),
                            ("trial", "getting to know each other"),
                            ("active", "active"),
                            ("paused", "paused"),
                            ("ending", "ending"),
                            ("ended", "ended"),
                            ("declined", "no thank you"),
                            ("expired", "not answered in time"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="proposed"),
                ),
                (
                    "volunteer_yes_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="the volunteer's yes"),
                ),
                ("citizen_yes_at", models.DateTimeField(editable=False, null=True, verbose_name="the citizen's yes")),
                ("started_on", models.DateField(editable=False, null=True, verbose_name="started")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="match",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "matching_matchevent" ("citizen_id", "citizen_yes_at", "citizen_yes_heard_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_at", "proposed_by_id", "started_on", "state", "volunteer_id", "volunteer_yes_at") VALUES (NEW."citizen_id", NEW."citizen_yes_at", NEW."citizen_yes_heard_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."proposed_at", NEW."proposed_by_id", NEW."started_on", NEW."state", NEW."volunteer_id", NEW."volunteer_yes_at"); RETURN NULL;',
                    hash="26cac321e7358c8b350f372fd9b51e7589d54549",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_178df",
                    table="matching_match",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="match",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "matching_matchevent" ("citizen_id", "citizen_yes_at", "citizen_yes_heard_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_at", "proposed_by_id", "started_on", "state", "volunteer_id", "volunteer_yes_at") VALUES (NEW."citizen_id", NEW."citizen_yes_at", NEW."citizen_yes_heard_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."proposed_at", NEW."proposed_by_id", NEW."started_on", NEW."state", NEW."volunteer_id", NEW."volunteer_yes_at"); RETURN NULL;',
                    hash="84144c291902696976cea5103dd2322efd8f24fb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_93729",
                    table="matching_match",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="citizen",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="citizens.citizen",
                verbose_name="citizen",
            ),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="citizen_yes_heard_by",
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
        migrations.AddField(
            model_name="matchevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="matching.match",
            ),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="project",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.project",
                verbose_name="project",
            ),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="proposed_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="proposed by",
            ),
        ),
        migrations.AddField(
            model_name="matchevent",
            name="volunteer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="matchevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="20b82188080d023fa18c37bcfe77a8ac3bb206c0",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_c514d",
                    table="matching_matchevent",
                    when="BEFORE",
                ),
            ),
        ),
        *keep_history("matching_match"),
    ]
