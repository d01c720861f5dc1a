"""How it goes and what two have reached, with their history; each of the same project as its match."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

KEYS = """
ALTER TABLE friendships_checkin ADD CONSTRAINT friendships_checkin_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE friendships_milestone ADD CONSTRAINT friendships_milestone_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE friendships_checkin ADD CONSTRAINT friendships_checkin_with_project_id UNIQUE (id, project_id);
ALTER TABLE friendships_checkinanswer ADD CONSTRAINT friendships_checkinanswer_check_in_id_of_its_own_project
    FOREIGN KEY (check_in_id, project_id)
    REFERENCES friendships_checkin (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0005_the_volunteer_is_told"),
        ("institutions", "0007_a_role_ends_at_once"),
        ("matching", "0007_reminded_the_day_before"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("due_on", models.DateField(verbose_name="both are asked on")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="ended")),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_ins",
                        to="matching.match",
                        verbose_name="match",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "how it goes",
                "verbose_name_plural": "how it goes",
                "ordering": ["-due_on"],
            },
        ),
        migrations.CreateModel(
            name="CheckInAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "side",
                    models.CharField(
                        choices=[("citizen", "the citizen"), ("volunteer", "the volunteer")],
                        max_length=9,
                        verbose_name="who says it",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("well", "going well"),
                            ("talk", "let us talk"),
                            ("pause", "would like to rest"),
                            ("stop", "would like to stop"),
                            ("not_reached", "not reached"),
                        ],
                        max_length=11,
                        verbose_name="how it goes",
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said"),
                ),
                ("talked_on", models.DateField(editable=False, null=True, verbose_name="talked about")),
                (
                    "check_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="friendships.checkin",
                        verbose_name="how it goes",
                    ),
                ),
                (
                    "heard_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to how it goes",
                "verbose_name_plural": "answers to how it goes",
            },
        ),
        migrations.CreateModel(
            name="CheckInAnswerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "side",
                    models.CharField(
                        choices=[("citizen", "the citizen"), ("volunteer", "the volunteer")],
                        max_length=9,
                        verbose_name="who says it",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("well", "going well"),
                            ("talk", "let us talk"),
                            ("pause", "would like to rest"),
                            ("stop", "would like to stop"),
                            ("not_reached", "not reached"),
                        ],
                        max_length=11,
                        verbose_name="how it goes",
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said"),
                ),
                ("talked_on", models.DateField(editable=False, null=True, verbose_name="talked about")),
                (
                    "check_in",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="friendships.checkin",
                        verbose_name="how it goes",
                    ),
                ),
                (
                    "heard_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="friendships.checkinanswer",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CheckInEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("due_on", models.DateField(verbose_name="both are asked on")),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="ended")),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="matching.match",
                        verbose_name="match",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="friendships.checkin",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("months", models.PositiveSmallIntegerField(verbose_name="months as friends")),
                ("reached_on", models.DateField(verbose_name="reached")),
                ("said_on", models.DateField(editable=False, null=True, verbose_name="said to both")),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="matching.match",
                        verbose_name="match",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
            },
        ),
        migrations.CreateModel(
            name="MilestoneEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("reached_on", models.DateField(verbose_name="reached")),
                ("said_on", models.DateField(editable=False, null=True, verbose_name="said to both")),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="matching.match",
                        verbose_name="match",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="friendships.milestone",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="checkin",
            constraint=models.UniqueConstraint(fields=("match", "due_on"), name="both_are_asked_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="checkin",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("match",), name="both_are_asked_one_thing"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkin",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_checkinevent" ("due_on", "ended_on", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."due_on", NEW."ended_on", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="59d342f57481521eef30265a20df37d95dbebf2f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eb217",
                    table="friendships_checkin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkin",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_checkinevent" ("due_on", "ended_on", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."due_on", NEW."ended_on", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id"); RETURN NULL;',
                    hash="a24fca90b3b4759691a3b4ac4ca36249af429294",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_36be9",
                    table="friendships_checkin",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="checkinanswer",
            constraint=models.UniqueConstraint(fields=("check_in", "side"), name="a_side_answers_once"),
        ),
        migrations.AddConstraint(
            model_name="checkinanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "not_reached"), _negated=True), ("heard_by__isnull", False), _connector="OR"
                ),
                name="whoever_answers_was_reached",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_checkinanswerevent" ("answer", "answered_at", "check_in_id", "heard_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "side", "talked_on") VALUES (NEW."answer", NEW."answered_at", NEW."check_in_id", NEW."heard_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."side", NEW."talked_on"); RETURN NULL;',
                    hash="9529a666de759f62fed176e2b95d605e5202862d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f95a8",
                    table="friendships_checkinanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_checkinanswerevent" ("answer", "answered_at", "check_in_id", "heard_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "side", "talked_on") VALUES (NEW."answer", NEW."answered_at", NEW."check_in_id", NEW."heard_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."side", NEW."talked_on"); RETURN NULL;',
                    hash="3e1e7f154113e39cb9cf76c1cca910acf54ac1cd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7b4ee",
                    table="friendships_checkinanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0150a4b8d893ae313a539c087b2b7bb658273a69",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_ae3cb",
                    table="friendships_checkinanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ac6ac738a3555ce667938eb592bba01a5252e139",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_87f33",
                    table="friendships_checkinevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(fields=("match", "months"), name="a_milestone_is_reached_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "friendships_milestoneevent" ("match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reached_on", "said_on") VALUES (NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reached_on", NEW."said_on"); RETURN NULL;',
                    hash="26756c933ef9f4becb07b213505ff4aba76d2e38",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4385d",
                    table="friendships_milestone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "friendships_milestoneevent" ("match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reached_on", "said_on") VALUES (NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."reached_on", NEW."said_on"); RETURN NULL;',
                    hash="a734a4c17cc68ac1a24a10aec9a8d1ab8cb18622",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_276dd",
                    table="friendships_milestone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestoneevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8c5aac1ae597730134cd75beaca83963065a0a92",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_53b6f",
                    table="friendships_milestoneevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
    ]
