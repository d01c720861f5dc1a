"""Whoever waits is spoken with: the talks, and the day of the next one."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# A talk is of the same project as its citizen.
KEY = """
ALTER TABLE citizens_spoken ADD CONSTRAINT citizens_spoken_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0006_since_when_each_waits"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Spoken",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("spoken_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="spoken with on")),
                (
                    "written_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="written down"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("still", "still wishes a network friend"),
                            ("not_now", "not just now"),
                            ("no_longer", "no longer"),
                            ("not_reached", "was not reached"),
                            ("rather_not", "would rather not be asked"),
                        ],
                        max_length=11,
                        verbose_name="what was said",
                    ),
                ),
                ("again_on", models.DateField(blank=True, null=True, verbose_name="may be asked again on")),
                ("taken_back_at", models.DateTimeField(editable=False, null=True, verbose_name="taken back")),
                ("said_before", models.DateField(editable=False)),
                ("waited_before", models.DateTimeField(editable=False, null=True)),
                ("due_before", models.DateField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "talk with somebody who waits",
                "verbose_name_plural": "talks with those who wait",
            },
        ),
        migrations.CreateModel(
            name="SpokenEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("spoken_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="spoken with on")),
                (
                    "written_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="written down"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("still", "still wishes a network friend"),
                            ("not_now", "not just now"),
                            ("no_longer", "no longer"),
                            ("not_reached", "was not reached"),
                            ("rather_not", "would rather not be asked"),
                        ],
                        max_length=11,
                        verbose_name="what was said",
                    ),
                ),
                ("again_on", models.DateField(blank=True, null=True, verbose_name="may be asked again on")),
                ("taken_back_at", models.DateTimeField(editable=False, null=True, verbose_name="taken back")),
                ("said_before", models.DateField(editable=False)),
                ("waited_before", models.DateTimeField(editable=False, null=True)),
                ("due_before", models.DateField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="wishes",
            name="speak_on",
            field=models.DateField(editable=False, null=True, verbose_name="to be spoken with by"),
        ),
        migrations.AddConstraint(
            model_name="wishes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("waits_since__isnull", False), ("wants_friend", True)),
                    models.Q(("waits_since", None), ("wants_friend", False)),
                    _connector="OR",
                ),
                name="whoever_wishes_a_friend_waits",
            ),
        ),
        migrations.AddField(
            model_name="spoken",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="spoken with by",
            ),
        ),
        migrations.AddField(
            model_name="spoken",
            name="citizen",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="spoken",
                to="citizens.citizen",
                verbose_name="citizen",
            ),
        ),
        migrations.AddField(
            model_name="spoken",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
            ),
        ),
        migrations.AddField(
            model_name="spokenevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="spoken with by",
            ),
        ),
        migrations.AddField(
            model_name="spokenevent",
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
            model_name="spokenevent",
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
            model_name="spokenevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="citizens.spoken",
            ),
        ),
        migrations.AddField(
            model_name="spokenevent",
            name="project",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="institutions.project",
            ),
        ),
        migrations.AddConstraint(
            model_name="spoken",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("again_on__gt", models.F("spoken_on")), ("outcome", "not_now")),
                    models.Q(models.Q(("outcome", "not_now"), _negated=True), ("again_on", None)),
                    _connector="OR",
                ),
                name="only_not_now_names_a_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spoken",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "citizens_spokenevent" ("again_on", "by_id", "citizen_id", "due_before", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_before", "spoken_on", "taken_back_at", "waited_before", "written_at") VALUES (NEW."again_on", NEW."by_id", NEW."citizen_id", NEW."due_before", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."said_before", NEW."spoken_on", NEW."taken_back_at", NEW."waited_before", NEW."written_at"); RETURN NULL;',
                    hash="2fcaa6e3fc4b406680469c13c7982bdfa6b09150",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96a88",
                    table="citizens_spoken",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spoken",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "citizens_spokenevent" ("again_on", "by_id", "citizen_id", "due_before", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "said_before", "spoken_on", "taken_back_at", "waited_before", "written_at") VALUES (NEW."again_on", NEW."by_id", NEW."citizen_id", NEW."due_before", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."said_before", NEW."spoken_on", NEW."taken_back_at", NEW."waited_before", NEW."written_at"); RETURN NULL;',
                    hash="4093422ffcbaa651553a4b82fbafd3668ba1f50e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_32bec",
                    table="citizens_spoken",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spokenevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f5515b3a8170045885356f4547d9ea0be12e57c7",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_1b528",
                    table="citizens_spokenevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(KEY, migrations.RunSQL.noop),
    ]
