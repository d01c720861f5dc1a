"""What a role asks in words and in questions, what one cannot, who waits for a closed role, and why somebody got a no."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import access.text
from access.security import ANYBODY, SECRETARIAT, secure
from history.locks import keep_history, write_as_owner

# Those who screen a volunteer; never the volunteer herself.
SCREENED = """EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id
    AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR (SELECT app.is_secretariat()))
    AND v.user_id IS DISTINCT FROM (SELECT app.uid()))"""
OF_OWN_ROLE = """EXISTS (SELECT FROM volunteers_roleprofile r WHERE r.id = role_id
    AND r.project_id = ANY(ARRAY(SELECT app.programme_projects())))"""
CLOSED_ROLE = """EXISTS (SELECT FROM volunteers_roleprofile r JOIN institutions_project p ON p.id = r.project_id
    WHERE r.id = role_id AND (p.state = 'paused' OR p.state = 'open' AND NOT r.is_open))"""

FORGET = """
UPDATE volunteers_volunteer SET forget_on = app.today() + 183 WHERE state IN ('declined', 'withdrawn')
"""


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0011_what_a_role_asks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("place", models.PositiveSmallIntegerField(verbose_name="number")),
                ("question", access.text.ShortText(max_length=200, verbose_name="question")),
                ("text", access.text.LongText(max_length=1000, verbose_name="answer")),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="AnswerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decline",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("not_the_task", "the task does not fit"),
                            ("other_wish", "wishes for something that we do not have"),
                            ("no_time", "has too little time"),
                            ("other_need", "needs something for herself first"),
                            ("not_now", "not suitable at present"),
                            ("no_answer", "has not answered"),
                            ("other", "another reason"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided")),
            ],
            options={
                "verbose_name": "no to an application",
                "verbose_name_plural": "noes to applications",
            },
        ),
        migrations.CreateModel(
            name="DeclineEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("not_the_task", "the task does not fit"),
                            ("other_wish", "wishes for something that we do not have"),
                            ("no_time", "has too little time"),
                            ("other_need", "needs something for herself first"),
                            ("not_now", "not suitable at present"),
                            ("no_answer", "has not answered"),
                            ("other", "another reason"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Interested",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", access.text.ShortText(max_length=100, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "language",
                    models.CharField(
                        choices=[("da", "Danish"), ("en", "English")],
                        default="da",
                        max_length=2,
                        verbose_name="language of the letter",
                    ),
                ),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="since"),
                ),
            ],
            options={
                "verbose_name": "somebody interested",
                "verbose_name_plural": "those interested",
                "ordering": ["since"],
            },
        ),
        migrations.CreateModel(
            name="InterestedEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "language",
                    models.CharField(
                        choices=[("da", "Danish"), ("en", "English")],
                        default="da",
                        max_length=2,
                        verbose_name="language of the letter",
                    ),
                ),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="since"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleQuestion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "place",
                    models.PositiveSmallIntegerField(
                        help_text="From 1 to 5.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="number",
                    ),
                ),
                ("text_da", access.text.ShortText(max_length=200, verbose_name="question in Danish")),
                ("text_en", access.text.ShortText(blank=True, max_length=200, verbose_name="question in English")),
                (
                    "kind",
                    models.CharField(
                        choices=[("short", "one line"), ("long", "some lines"), ("yes_no", "yes or no")],
                        default="short",
                        max_length=6,
                        verbose_name="kind of answer",
                    ),
                ),
                ("is_mandatory", models.BooleanField(default=False, verbose_name="must be answered")),
                (
                    "is_asked",
                    models.BooleanField(
                        default=True,
                        help_text="Not ticked, it is in the form no more. What was answered stays.",
                        verbose_name="asked",
                    ),
                ),
            ],
            options={
                "verbose_name": "question of a role",
                "verbose_name_plural": "questions of roles",
                "ordering": ["role__title", "place"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="volunteer",
            name="update_update",
        ),
        migrations.AddField(
            model_name="roleprofile",
            name="asks",
            field=access.text.LongText(
                default="",
                help_text="In words: how much time, for how long, what one must bear.",
                max_length=2000,
                verbose_name="what it asks of one",
            ),
        ),
        migrations.AddField(
            model_name="volunteer",
            name="forget_on",
            field=models.DateField(editable=False, null=True, verbose_name="erased on"),
        ),
        migrations.AddField(
            model_name="volunteer",
            name="limits",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("pets", "dogs and other animals"),
                        ("smoke", "smoke indoors"),
                        ("alcohol", "alcohol around one"),
                        ("stairs", "stairs without a lift"),
                        ("private_home", "visits in a private home"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="cannot",
            ),
        ),
        migrations.AddField(
            model_name="volunteerevent",
            name="forget_on",
            field=models.DateField(editable=False, null=True, verbose_name="erased on"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(django.db.models.functions.text.Lower("email"), name="volunteers_by_address"),
        ),
        migrations.RunSQL(FORGET, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_volunteerevent" ("applied_at", "forget_on", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."applied_at", NEW."forget_on", NEW."heard_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="43091fec5bdbc92c9a62a79e6d428c08cf09a13e",
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
                    condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."forget_on" IS DISTINCT FROM (NEW."forget_on") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "volunteers_volunteerevent" ("applied_at", "forget_on", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."applied_at", NEW."forget_on", NEW."heard_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="954efa1c75c0a4db51940511a9473bdb1ebdcb64",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cedd",
                    table="volunteers_volunteer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="volunteer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["declined", "withdrawn"]), _negated=True),
                    ("forget_on__isnull", False),
                    _connector="OR",
                ),
                name="an_application_that_came_to_nothing_is_forgotten",
            ),
        ),
        migrations.AddField(
            model_name="answer",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="answerevent",
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
            model_name="answerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.answer",
            ),
        ),
        migrations.AddField(
            model_name="answerevent",
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
            model_name="decline",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="decline",
            name="offered",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="volunteers.roleprofile",
                verbose_name="other role offered",
            ),
        ),
        migrations.AddField(
            model_name="decline",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="declines",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="declineevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="declineevent",
            name="offered",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.roleprofile",
                verbose_name="other role offered",
            ),
        ),
        migrations.AddField(
            model_name="declineevent",
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
            model_name="declineevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.decline",
            ),
        ),
        migrations.AddField(
            model_name="declineevent",
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
            model_name="interested",
            name="role",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="interested",
                to="volunteers.roleprofile",
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="interestedevent",
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
            model_name="interestedevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.interested",
            ),
        ),
        migrations.AddField(
            model_name="interestedevent",
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
            model_name="rolequestion",
            name="role",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questions",
                to="volunteers.roleprofile",
                verbose_name="role",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__range", (1, 5))), name="a_role_gets_five_answers_at_most"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("volunteer", "place"), name="one_answer_per_question"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_answerevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id") VALUES (_pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."volunteer_id"); RETURN NULL;',
                    hash="94de8f1b6d18f35bb1fa7c83eaa6439db443a4dd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8072b",
                    table="volunteers_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_answerevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id") VALUES (_pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."volunteer_id"); RETURN NULL;',
                    hash="d1cafe079e21923a7645e97c017574e1623fd6ba",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ccc07",
                    table="volunteers_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4cb669b2424e0a1a8e07c5812eea892b9fe8c16a",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_bb588",
                    table="volunteers_answerevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="decline",
            constraint=models.UniqueConstraint(fields=("volunteer",), name="one_no_per_application"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_declineevent" ("at", "by_id", "offered_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "volunteer_id") VALUES (NEW."at", NEW."by_id", NEW."offered_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."volunteer_id"); RETURN NULL;',
                    hash="d17543c0ced56f65222f023f0eba22169fb9d009",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_295d4",
                    table="volunteers_decline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_declineevent" ("at", "by_id", "offered_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "volunteer_id") VALUES (NEW."at", NEW."by_id", NEW."offered_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."volunteer_id"); RETURN NULL;',
                    hash="a793dd307e74d8686cf73736258ec90ef355386c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e00dd",
                    table="volunteers_decline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="declineevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ed4753d8241c4b6663df99858f481123f54b7d2d",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_5fa1a",
                    table="volunteers_declineevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="interested",
            constraint=models.UniqueConstraint(
                models.F("role"), django.db.models.functions.text.Lower("email"), name="one_waits_once_for_a_role"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interested",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_interestedevent" ("language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "since") VALUES (NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."since"); RETURN NULL;',
                    hash="c5dd96637f754f6f251f1eb9ab84bc925c9ed79c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b1c8",
                    table="volunteers_interested",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interested",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_interestedevent" ("language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "since") VALUES (NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."since"); RETURN NULL;',
                    hash="77f8a77b8ebb1de34d9197323cf32475944f4610",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57974",
                    table="volunteers_interested",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interestedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7824484f4d93b26ac40a52e10a44555afdce6deb",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_b04bc",
                    table="volunteers_interestedevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="rolequestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__range", (1, 5))),
                name="a_role_asks_five_questions_at_most",
                violation_error_message="A role asks five questions at the most.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rolequestion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_asked", True)),
                fields=("role", "place"),
                name="a_role_asks_one_question_of_a_number",
                violation_error_message="The role asks a question with this number already.",
            ),
        ),
        write_as_owner("volunteers_volunteer"),
        migrations.RunSQL(
            "GRANT UPDATE (limits, forget_on) ON volunteers_volunteer TO weshelter_app", migrations.RunSQL.noop
        ),
        secure("volunteers_rolequestion", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
        secure(
            "volunteers_answer",
            select=SCREENED,
            also=(("by_form", "INSERT", "volunteer_id = (SELECT app.new_id())"),),
        ),
        secure(
            "volunteers_interested",
            select=OF_OWN_ROLE,
            delete=OF_OWN_ROLE,
            also=(("by_form", "INSERT", f"id = (SELECT app.new_id()) AND {CLOSED_ROLE}"),),
        ),
        secure("volunteers_decline", select=SCREENED, insert=f"{SCREENED} AND by_id = (SELECT app.uid())"),
        *keep_history("volunteers_answer", seen_by=SCREENED),
        *keep_history("volunteers_interested"),
        *keep_history("volunteers_decline", seen_by=SCREENED),
    ]
