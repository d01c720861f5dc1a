"""The history of these rows: events written by triggers, and the locks on them."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from history.locks import keep_history

# Those who screen the volunteer; a lead sees less of her, and nobody sees what stands about himself.
SCREENED = """EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = {volunteer}
    AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR (SELECT app.is_secretariat()))
    AND v.user_id IS DISTINCT FROM (SELECT app.uid()))"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_who_acted"),
        ("institutions", "0003_history"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0002_row_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AssignmentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("booked", "has a place"), ("attended", "came"), ("missed", "did not come")],
                        default="booked",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InterviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("held_on", models.DateField(verbose_name="held on")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("good", "good – go on"), ("talk_more", "talk more")],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SignatureEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="signed")),
                (
                    "how",
                    models.CharField(
                        choices=[("link", "by link"), ("paper", "on paper")], max_length=5, verbose_name="how"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VolunteerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "applied"),
                            ("interviewed", "conversation held"),
                            ("in_training", "in training"),
                            ("ready", "ready"),
                            ("resting", "resting"),
                            ("left", "left"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="applied",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "heard_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("friend", "from somebody I know"),
                            ("poster", "a poster or leaflet"),
                            ("web", "the internet"),
                            ("house", "at one of the houses"),
                            ("other", "somewhere else"),
                        ],
                        max_length=10,
                        verbose_name="where you heard of us",
                    ),
                ),
                (
                    "applied_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="applied"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_assignmentevent" ("from_on", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "until_on", "volunteer_id") VALUES (NEW."from_on", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."until_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="fd3b4f3aa8dbf0f1b70d6ec1f89e00e4457becc4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e7b1",
                    table="volunteers_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_assignmentevent" ("from_on", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "until_on", "volunteer_id") VALUES (NEW."from_on", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."until_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="2378f7bfe8da797e3f34d082190e7c167369381b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6728f",
                    table="volunteers_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_attendanceevent" ("gathering_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."gathering_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="dbe07dec3bbb2122c193498646c241684345f441",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6fbcd",
                    table="volunteers_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_attendanceevent" ("gathering_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."gathering_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="4497d5b92c88ab276e548c0201357f472c04cba7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0b6be",
                    table="volunteers_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_interviewevent" ("by_id", "held_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id") VALUES (NEW."by_id", NEW."held_on", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."volunteer_id"); RETURN NULL;',
                    hash="b910b518b741195437ddf75e9f205ec602b5f11a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e4ef2",
                    table="volunteers_interview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_interviewevent" ("by_id", "held_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id") VALUES (NEW."by_id", NEW."held_on", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."volunteer_id"); RETURN NULL;',
                    hash="93fd53eb5512958dca232de2006b3cf51ef201d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7c08",
                    table="volunteers_interview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_signatureevent" ("agreement_id", "how", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id", "signed_at", "volunteer_id") VALUES (NEW."agreement_id", NEW."how", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."registered_by_id", NEW."signed_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="12104871225f710cdf00dd02a39c9012033519f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c618f",
                    table="volunteers_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_signatureevent" ("agreement_id", "how", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registered_by_id", "signed_at", "volunteer_id") VALUES (NEW."agreement_id", NEW."how", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."registered_by_id", NEW."signed_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="ee5ba7b5f8b70416d55386c9c18f088f8258773f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1f411",
                    table="volunteers_signature",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_volunteerevent" ("applied_at", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."applied_at", NEW."heard_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="2a6e06b3d574d18509ba5b2cc96238dc6e70b30f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa6cd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "volunteers_volunteerevent" ("applied_at", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."applied_at", NEW."heard_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="34e259853d10566de6a0f905d00176a0668a34cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cedd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="assignmentevent",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.AddField(
            model_name="assignmentevent",
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
            model_name="assignmentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.assignment",
            ),
        ),
        migrations.AddField(
            model_name="assignmentevent",
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
            model_name="assignmentevent",
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
        migrations.AddField(
            model_name="attendanceevent",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.gathering",
                verbose_name="course or meeting",
            ),
        ),
        migrations.AddField(
            model_name="attendanceevent",
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
            model_name="attendanceevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.attendance",
            ),
        ),
        migrations.AddField(
            model_name="attendanceevent",
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
        migrations.AddField(
            model_name="interviewevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="held by",
            ),
        ),
        migrations.AddField(
            model_name="interviewevent",
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
            model_name="interviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.interview",
            ),
        ),
        migrations.AddField(
            model_name="interviewevent",
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
        migrations.AddField(
            model_name="signatureevent",
            name="agreement",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.agreement",
                verbose_name="agreement",
            ),
        ),
        migrations.AddField(
            model_name="signatureevent",
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
            model_name="signatureevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.signature",
            ),
        ),
        migrations.AddField(
            model_name="signatureevent",
            name="registered_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="registered by",
            ),
        ),
        migrations.AddField(
            model_name="signatureevent",
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
        migrations.AddField(
            model_name="volunteerevent",
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
            model_name="volunteerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.volunteer",
            ),
        ),
        migrations.AddField(
            model_name="volunteerevent",
            name="role",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.roleprofile",
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="volunteerevent",
            name="user",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="login",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3486581a25b4c3ca37f656e20defb4a9af30c731",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_cf499",
                    table="volunteers_assignmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e3237379a4ca2191500cb03a18e2081a661a1bbf",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_2343c",
                    table="volunteers_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e1084bb6e704f5115b9eeedcd03af4696a350c70",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_73bab",
                    table="volunteers_interviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signatureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7072bb8ad200f4d1d14d7e078ccf85c0d2459664",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_505ee",
                    table="volunteers_signatureevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bc9dd46ad77f0a0974fd344189eda8c47ec187e0",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_fb428",
                    table="volunteers_volunteerevent",
                    when="BEFORE",
                ),
            ),
        ),
        *keep_history("volunteers_volunteer", seen_by=SCREENED.format(volunteer="pgh_obj_id")),
        *keep_history("volunteers_interview", seen_by=SCREENED.format(volunteer="volunteer_id")),
        *keep_history("volunteers_signature", seen_by=SCREENED.format(volunteer="volunteer_id")),
        *keep_history("volunteers_assignment", seen_by=SCREENED.format(volunteer="volunteer_id")),
        *keep_history("volunteers_attendance", seen_by=SCREENED.format(volunteer="volunteer_id")),
    ]
