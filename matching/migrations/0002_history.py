"""The history of each change, written by the database."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_tables"),
        ("citizens", "0001_tables"),
        ("institutions", "0001_tables"),
        ("matching", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0001_tables"),
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
                    "origin",
                    models.CharField(
                        choices=[
                            ("suggestion", "suggested"),
                            ("evening", "a food-club evening"),
                            ("informal", "an informal event"),
                            ("course", "a course or meeting"),
                        ],
                        db_default="suggestion",
                        default="suggestion",
                        editable=False,
                        max_length=10,
                        verbose_name="origin",
                    ),
                ),
                ("origin_on", models.DateField(editable=False, null=True, verbose_name="they met on")),
                (
                    "again_on_purpose",
                    models.BooleanField(
                        db_default=False, default=False, editable=False, verbose_name="again, on purpose"
                    ),
                ),
                ("reminded_at", models.DateTimeField(editable=False, null=True, verbose_name="reminded")),
                (
                    "volunteer_yes_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="the volunteer's yes"),
                ),
                ("citizen_yes_at", models.DateTimeField(editable=False, null=True, verbose_name="the citizen's yes")),
                ("started_on", models.DateField(editable=False, null=True, verbose_name="started")),
                (
                    "citizen",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "citizen_yes_heard_by",
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
                        to="matching.match",
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
                        verbose_name="project",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NotThisOneEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="citizens.citizen",
                        verbose_name="citizen",
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
                        to="matching.notthisone",
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
                (
                    "volunteer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChoiceNoteEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="matching.match",
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
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="matching.choicenote",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FirstMeetingEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("starts_at", models.DateTimeField(verbose_name="when")),
                (
                    "accompanied_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who is there with them",
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="matching.match",
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
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="institutions.project",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="matching.firstmeeting",
                    ),
                ),
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
                    func='INSERT INTO "matching_matchevent" ("again_on_purpose", "citizen_id", "citizen_yes_at", "citizen_yes_heard_by_id", "origin", "origin_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_at", "proposed_by_id", "reminded_at", "started_on", "state", "volunteer_id", "volunteer_yes_at") VALUES (NEW."again_on_purpose", NEW."citizen_id", NEW."citizen_yes_at", NEW."citizen_yes_heard_by_id", NEW."origin", NEW."origin_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."proposed_at", NEW."proposed_by_id", NEW."reminded_at", NEW."started_on", NEW."state", NEW."volunteer_id", NEW."volunteer_yes_at"); RETURN NULL;',
                    hash="eed204de2a9afb18c1ad6745a7024d5779ee6c39",
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
                    func='INSERT INTO "matching_matchevent" ("again_on_purpose", "citizen_id", "citizen_yes_at", "citizen_yes_heard_by_id", "origin", "origin_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_at", "proposed_by_id", "reminded_at", "started_on", "state", "volunteer_id", "volunteer_yes_at") VALUES (NEW."again_on_purpose", NEW."citizen_id", NEW."citizen_yes_at", NEW."citizen_yes_heard_by_id", NEW."origin", NEW."origin_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."proposed_at", NEW."proposed_by_id", NEW."reminded_at", NEW."started_on", NEW."state", NEW."volunteer_id", NEW."volunteer_yes_at"); RETURN NULL;',
                    hash="6dcfb97cf4f629070af736b97aa3f2a3b80f2e06",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_93729",
                    table="matching_match",
                    when="AFTER",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="notthisone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "matching_notthisoneevent" ("at", "by_id", "citizen_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "volunteer_id") VALUES (NEW."at", NEW."by_id", NEW."citizen_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."volunteer_id"); RETURN NULL;',
                    hash="d65bf3676bd64111d9892a1851d315906f0773fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96899",
                    table="matching_notthisone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notthisone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "matching_notthisoneevent" ("at", "by_id", "citizen_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "volunteer_id") VALUES (NEW."at", NEW."by_id", NEW."citizen_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."volunteer_id"); RETURN NULL;',
                    hash="b0ee4f2ea173648e7fd4b3f17bc3d08d79948a87",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9018c",
                    table="matching_notthisone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notthisoneevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="edd413977abad8ca8ad24d51d7c5ba2b808d5412",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_b1e52",
                    table="matching_notthisoneevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="choicenoteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2df43dbc555aa84ce364bd71d8433602fd28fcad",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_5dad1",
                    table="matching_choicenoteevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="choicenote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "matching_choicenoteevent" ("match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."match_id", NEW."project_id"); RETURN NULL;',
                    hash="901c16cd7c37c5ac0788e2e2fc35587df51f5939",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5d760",
                    table="matching_choicenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="choicenote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "matching_choicenoteevent" ("match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."match_id", NEW."project_id"); RETURN NULL;',
                    hash="c0ce05e6a11eef51bd5e911c9566f3dd2a87f8c9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_036e5",
                    table="matching_choicenote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ab08f5a224745451a83c4677ea9d0ed5d69470f7",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_f654c",
                    table="matching_firstmeetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="firstmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "matching_firstmeetingevent" ("accompanied_by_id", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at") VALUES (NEW."accompanied_by_id", NEW."match_id", _pgh_attach_context(), NOW(), \'insert\', NEW."match_id", NEW."project_id", NEW."starts_at"); RETURN NULL;',
                    hash="dfa90020aa0c402587d0d1f0fce7a9bde2165bda",
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
                    func='INSERT INTO "matching_firstmeetingevent" ("accompanied_by_id", "match_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "starts_at") VALUES (NEW."accompanied_by_id", NEW."match_id", _pgh_attach_context(), NOW(), \'update\', NEW."match_id", NEW."project_id", NEW."starts_at"); RETURN NULL;',
                    hash="4da72f326ef600a2dce57b686f795610d6cd451e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9d6c0",
                    table="matching_firstmeeting",
                    when="AFTER",
                ),
            ),
        ),
    ]
