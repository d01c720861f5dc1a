"""The steps of the screening as rows: times, the second yes, references, checks, and what a role asks."""

import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import phonenumber_field.modelfields
from django.conf import settings
from django.db import migrations, models

import access.text


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0004_nobody_appoints_himself"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0009_waiting_lists_move_up"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "times offered"),
                            ("booked", "time chosen"),
                            ("none_fits", "no time fits"),
                            ("replaced", "offered anew"),
                        ],
                        default="offered",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "times",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateTimeField(), size=5, verbose_name="times offered"
                    ),
                ),
                ("place", access.text.ShortText(max_length=120, verbose_name="place")),
                ("chosen", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="time chosen")),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered")),
                (
                    "offered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="offered"),
                ),
            ],
            options={
                "verbose_name": "appointment for the conversation",
                "verbose_name_plural": "appointments for the conversation",
                "ordering": ["-offered_at"],
            },
        ),
        migrations.CreateModel(
            name="AppointmentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "times offered"),
                            ("booked", "time chosen"),
                            ("none_fits", "no time fits"),
                            ("replaced", "offered anew"),
                        ],
                        default="offered",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("chosen", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="time chosen")),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered")),
                (
                    "offered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="offered"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("why", access.text.LongText(max_length=500, verbose_name="why")),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="given")),
                ("until_on", models.DateField(verbose_name="until")),
            ],
            options={
                "verbose_name": "exemption",
                "verbose_name_plural": "exemptions",
                "ordering": ["-until_on"],
            },
        ),
        migrations.CreateModel(
            name="ExemptionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="given")),
                ("until_on", models.DateField(verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecordCheck",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("criminal_record", "criminal record"),
                            ("children_record", "children's record check"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("requested_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="asked for")),
                ("seen_on", models.DateField(blank=True, null=True, verbose_name="seen")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ok", "nothing on it"),
                            ("assessed_ok", "something on it, assessed as no hindrance"),
                            ("under_discussion", "under discussion"),
                            ("not_ok", "not for this role"),
                        ],
                        max_length=16,
                        verbose_name="outcome",
                    ),
                ),
                ("next_due_on", models.DateField(blank=True, null=True, verbose_name="due again")),
                ("reminded_of", models.PositiveSmallIntegerField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "record check",
                "verbose_name_plural": "record checks",
                "ordering": ["-requested_on"],
            },
        ),
        migrations.CreateModel(
            name="RecordCheckEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("criminal_record", "criminal record"),
                            ("children_record", "children's record check"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("requested_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="asked for")),
                ("seen_on", models.DateField(blank=True, null=True, verbose_name="seen")),
                ("next_due_on", models.DateField(blank=True, null=True, verbose_name="due again")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "asked"), ("answered", "answered"), ("withdrawn", "taken back")],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("name", access.text.ShortText(max_length=100, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("work", "worked together"),
                            ("study", "teacher, or studied together"),
                            ("volunteering", "volunteered together, or an association"),
                            ("other", "know each other otherwise, not family"),
                        ],
                        max_length=12,
                        verbose_name="how you know each other",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="asked"),
                ),
                ("reminded_at", models.DateTimeField(editable=False, null=True, verbose_name="reminded")),
                ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered")),
                (
                    "known_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("short", "less than a year"),
                            ("years", "one to five years"),
                            ("long", "more than five years"),
                        ],
                        max_length=5,
                        verbose_name="known for",
                    ),
                ),
                (
                    "trusts",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("unsure", "not sure"), ("no", "no")],
                        max_length=6,
                        verbose_name="would trust with somebody vulnerable",
                    ),
                ),
                ("text", access.text.LongText(blank=True, max_length=1000, verbose_name="a few words")),
                ("may_call", models.BooleanField(default=False, verbose_name="may be called")),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone"
                    ),
                ),
            ],
            options={
                "verbose_name": "reference",
                "verbose_name_plural": "references",
                "ordering": ["asked_at"],
            },
        ),
        migrations.CreateModel(
            name="ReferenceEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "asked"), ("answered", "answered"), ("withdrawn", "taken back")],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("work", "worked together"),
                            ("study", "teacher, or studied together"),
                            ("volunteering", "volunteered together, or an association"),
                            ("other", "know each other otherwise, not family"),
                        ],
                        max_length=12,
                        verbose_name="how you know each other",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="asked"),
                ),
                ("reminded_at", models.DateTimeField(editable=False, null=True, verbose_name="reminded")),
                ("answered_at", models.DateTimeField(editable=False, null=True, verbose_name="answered")),
                (
                    "known_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("short", "less than a year"),
                            ("years", "one to five years"),
                            ("long", "more than five years"),
                        ],
                        max_length=5,
                        verbose_name="known for",
                    ),
                ),
                (
                    "trusts",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("unsure", "not sure"), ("no", "no")],
                        max_length=6,
                        verbose_name="would trust with somebody vulnerable",
                    ),
                ),
                ("may_call", models.BooleanField(default=False, verbose_name="may be called")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("second_yes", "a second yes"),
                            ("references", "references"),
                            ("criminal_record", "criminal record"),
                            ("children_record", "children's record check"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="how many")),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
            ],
            options={
                "verbose_name": "requirement",
                "verbose_name_plural": "requirements",
            },
        ),
        migrations.CreateModel(
            name="RequirementEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("second_yes", "a second yes"),
                            ("references", "references"),
                            ("criminal_record", "criminal record"),
                            ("children_record", "children's record check"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecondYes",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "said_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said"),
                ),
            ],
            options={
                "verbose_name": "second yes",
                "verbose_name_plural": "second yeses",
                "ordering": ["said_at"],
            },
        ),
        migrations.CreateModel(
            name="SecondYesEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "said_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="assignment",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="assignment",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="interview",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="interview",
            name="update_update",
        ),
        migrations.AddField(
            model_name="agreement",
            name="demands_signature",
            field=models.BooleanField(
                default=True,
                help_text="Without the tick it is a small correction: those who have signed the former one need not sign again.",
                verbose_name="everybody signs it anew",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="role",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assignments",
                to="volunteers.roleprofile",
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="assignmentevent",
            name="role",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.roleprofile",
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="expectations",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="expectations",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="limits",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="limits",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="robustness",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="robustness",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="time",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="time",
            ),
        ),
        migrations.AddField(
            model_name="interviewevent",
            name="expectations",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="expectations",
            ),
        ),
        migrations.AddField(
            model_name="interviewevent",
            name="limits",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="limits",
            ),
        ),
        migrations.AddField(
            model_name="interviewevent",
            name="robustness",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="robustness",
            ),
        ),
        migrations.AddField(
            model_name="interviewevent",
            name="time",
            field=models.CharField(
                blank=True,
                choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                max_length=10,
                verbose_name="time",
            ),
        ),
        migrations.AddField(
            model_name="roleprofile",
            name="asks_two",
            field=models.BooleanField(
                default=False,
                help_text="A second person than the one who held the conversation says yes as well.",
                verbose_name="two decide",
            ),
        ),
        migrations.AddField(
            model_name="roleprofile",
            name="record_asked",
            field=models.CharField(
                blank=True,
                choices=[("criminal_record", "criminal record"), ("children_record", "children's record check")],
                help_text="The children's check only where one is regularly with children under 15.",
                max_length=15,
                verbose_name="record check asked for",
            ),
        ),
        migrations.AddField(
            model_name="roleprofile",
            name="references_asked",
            field=models.PositiveSmallIntegerField(
                default=0,
                help_text="None, one or two. What a role asks is asked of those who have it already, too.",
                verbose_name="references asked for",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_assignmentevent" ("from_on", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role_id", "until_on", "volunteer_id") VALUES (NEW."from_on", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."role_id", NEW."until_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="9c1a221cb30fd91c0110367c473cc86e9e8db475",
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
                    func='INSERT INTO "volunteers_assignmentevent" ("from_on", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "role_id", "until_on", "volunteer_id") VALUES (NEW."from_on", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."role_id", NEW."until_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="cc6bc8ce933a0364a3ae6a881a03ad0c8dc2c3d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6728f",
                    table="volunteers_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="interview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_interviewevent" ("by_id", "expectations", "held_on", "limits", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "robustness", "time", "volunteer_id") VALUES (NEW."by_id", NEW."expectations", NEW."held_on", NEW."limits", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."robustness", NEW."time", NEW."volunteer_id"); RETURN NULL;',
                    hash="6976ab1d81ef793e148e2040c4cbf880410db291",
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
                    func='INSERT INTO "volunteers_interviewevent" ("by_id", "expectations", "held_on", "limits", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "robustness", "time", "volunteer_id") VALUES (NEW."by_id", NEW."expectations", NEW."held_on", NEW."limits", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."robustness", NEW."time", NEW."volunteer_id"); RETURN NULL;',
                    hash="dd3165369515f5a26f9eb544452a9a7a5942ba52",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7c08",
                    table="volunteers_interview",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "good"), _negated=True),
                    models.Q(
                        ("robustness", "no"),
                        ("expectations", "no"),
                        ("time", "no"),
                        ("limits", "no"),
                        _connector="OR",
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="no_on_one_side_is_no_go",
                violation_error_message="With a no on one side you cannot go on: talk more, or decline.",
            ),
        ),
        migrations.AddConstraint(
            model_name="roleprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("references_asked__lte", 2)),
                name="a_role_asks_at_most_two_references",
                violation_error_message="A role asks for at most two references.",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="offered by",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appointments",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="appointmentevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="offered by",
            ),
        ),
        migrations.AddField(
            model_name="appointmentevent",
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
            model_name="appointmentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.appointment",
            ),
        ),
        migrations.AddField(
            model_name="appointmentevent",
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
            model_name="exemption",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="given by",
            ),
        ),
        migrations.AddField(
            model_name="exemptionevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="given by",
            ),
        ),
        migrations.AddField(
            model_name="exemptionevent",
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
            model_name="exemptionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.exemption",
            ),
        ),
        migrations.AddField(
            model_name="recordcheck",
            name="requested_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked for by",
            ),
        ),
        migrations.AddField(
            model_name="recordcheck",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="seen by",
            ),
        ),
        migrations.AddField(
            model_name="recordcheck",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="record_checks",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="recordcheckevent",
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
            model_name="recordcheckevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.recordcheck",
            ),
        ),
        migrations.AddField(
            model_name="recordcheckevent",
            name="requested_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked for by",
            ),
        ),
        migrations.AddField(
            model_name="recordcheckevent",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="seen by",
            ),
        ),
        migrations.AddField(
            model_name="recordcheckevent",
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
            model_name="reference",
            name="asked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="named by",
            ),
        ),
        migrations.AddField(
            model_name="reference",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="references",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="referenceevent",
            name="asked_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="named by",
            ),
        ),
        migrations.AddField(
            model_name="referenceevent",
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
            model_name="referenceevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.reference",
            ),
        ),
        migrations.AddField(
            model_name="referenceevent",
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
            model_name="requirement",
            name="assignment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="requirements",
                to="volunteers.assignment",
                verbose_name="assignment",
            ),
        ),
        migrations.AddField(
            model_name="exemptionevent",
            name="requirement",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.requirement",
                verbose_name="requirement",
            ),
        ),
        migrations.AddField(
            model_name="exemption",
            name="requirement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="exemptions",
                to="volunteers.requirement",
                verbose_name="requirement",
            ),
        ),
        migrations.AddField(
            model_name="requirementevent",
            name="assignment",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="volunteers.assignment",
                verbose_name="assignment",
            ),
        ),
        migrations.AddField(
            model_name="requirementevent",
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
            model_name="requirementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.requirement",
            ),
        ),
        migrations.AddField(
            model_name="secondyes",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="said by",
            ),
        ),
        migrations.AddField(
            model_name="secondyes",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="second_yeses",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="secondyesevent",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="said by",
            ),
        ),
        migrations.AddField(
            model_name="secondyesevent",
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
            model_name="secondyesevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="volunteers.secondyes",
            ),
        ),
        migrations.AddField(
            model_name="secondyesevent",
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
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["offered", "booked"])),
                fields=("volunteer",),
                name="one_open_appointment_per_volunteer",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "booked"), _negated=True), ("chosen__isnull", False), _connector="OR"
                ),
                name="booked_means_a_time_is_chosen",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_appointmentevent" ("answered_at", "by_id", "chosen", "offered_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."answered_at", NEW."by_id", NEW."chosen", NEW."offered_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="887237b2fb637682c3d393f31afae487f374b360",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5dbf6",
                    table="volunteers_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_appointmentevent" ("answered_at", "by_id", "chosen", "offered_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "volunteer_id") VALUES (NEW."answered_at", NEW."by_id", NEW."chosen", NEW."offered_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="2125462c23783382c68e81ef9f5d8e8bf0f059b5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0af7e",
                    table="volunteers_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e6fb73897cc43c71b3d68ffc384204daba4b173b",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_aed3d",
                    table="volunteers_appointmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="recordcheck",
            constraint=models.UniqueConstraint(
                condition=models.Q(("seen_on", None)), fields=("volunteer", "kind"), name="one_check_waits_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("seen_by", None), ("seen_on", None)),
                    models.Q(
                        ("seen_by__isnull", False), ("seen_on__isnull", False), models.Q(("outcome", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="seen_by_somebody_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_due_on", None), ("next_due_on__gt", models.F("seen_on")), _connector="OR"),
                name="due_again_after_it_was_seen",
                violation_error_message="It is to be asked for again after it was seen.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_recordcheckevent" ("kind", "next_due_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_by_id", "requested_on", "seen_by_id", "seen_on", "volunteer_id") VALUES (NEW."kind", NEW."next_due_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."requested_by_id", NEW."requested_on", NEW."seen_by_id", NEW."seen_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="54c71c0487cc63403a6b2633115da25b6173ebd3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bb2ed",
                    table="volunteers_recordcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordcheck",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."next_due_on" IS DISTINCT FROM (NEW."next_due_on") OR OLD."reminded_of" IS DISTINCT FROM (NEW."reminded_of") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."requested_on" IS DISTINCT FROM (NEW."requested_on") OR OLD."seen_by_id" IS DISTINCT FROM (NEW."seen_by_id") OR OLD."seen_on" IS DISTINCT FROM (NEW."seen_on") OR OLD."volunteer_id" IS DISTINCT FROM (NEW."volunteer_id"))',
                    func='INSERT INTO "volunteers_recordcheckevent" ("kind", "next_due_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_by_id", "requested_on", "seen_by_id", "seen_on", "volunteer_id") VALUES (NEW."kind", NEW."next_due_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."requested_by_id", NEW."requested_on", NEW."seen_by_id", NEW."seen_on", NEW."volunteer_id"); RETURN NULL;',
                    hash="aef4a578a11cad8e766df8debc09fb8a21c1f738",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7c2c",
                    table="volunteers_recordcheck",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordcheckevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c4fd14067c12f38ecdb6c0dad114463689175b36",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_dd907",
                    table="volunteers_recordcheckevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reference",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "withdrawn"), _negated=True),
                fields=("volunteer", "email"),
                name="a_referee_is_asked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    models.Q(
                        ("answered_at__isnull", False),
                        models.Q(("known_for", ""), _negated=True),
                        models.Q(("trusts", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_answer_says_all",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reference",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_referenceevent" ("answered_at", "asked_at", "asked_by_id", "known_for", "may_call", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "reminded_at", "state", "trusts", "volunteer_id") VALUES (NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."known_for", NEW."may_call", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relation", NEW."reminded_at", NEW."state", NEW."trusts", NEW."volunteer_id"); RETURN NULL;',
                    hash="071abea82f3afb79b903768d058a2a7677621d36",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c6dd6",
                    table="volunteers_reference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reference",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_referenceevent" ("answered_at", "asked_at", "asked_by_id", "known_for", "may_call", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "reminded_at", "state", "trusts", "volunteer_id") VALUES (NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."known_for", NEW."may_call", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."relation", NEW."reminded_at", NEW."state", NEW."trusts", NEW."volunteer_id"); RETURN NULL;',
                    hash="539b0bad113419bf21b3f5e9a744c5c9213609c6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e1a46",
                    table="volunteers_reference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f8325f8900d3a207a52d65aa1276ebea02bbc280",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_6ba76",
                    table="volunteers_referenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.UniqueConstraint(fields=("assignment", "kind"), name="a_requirement_is_asked_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requirement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_requirementevent" ("assignment_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") VALUES (NEW."assignment_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since"); RETURN NULL;',
                    hash="c95b30709de7af36863227fb5f89c9f7c55bcc0b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4be58",
                    table="volunteers_requirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requirement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_requirementevent" ("assignment_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") VALUES (NEW."assignment_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since"); RETURN NULL;',
                    hash="16d4b841ce144447bf5d712a9ae153ea3462145a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c3bdb",
                    table="volunteers_requirement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exemptionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e2f14337386fb30b1600559449983c2e277b817d",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_3b864",
                    table="volunteers_exemptionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "until_on__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("given_on"), "+", models.Value(datetime.timedelta(days=365))
                        ),
                    )
                ),
                name="an_exemption_ends_within_a_year",
                violation_error_message="An exemption lasts at most a year.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exemption",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_exemptionevent" ("by_id", "given_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "until_on") VALUES (NEW."by_id", NEW."given_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."requirement_id", NEW."until_on"); RETURN NULL;',
                    hash="73e29130fb511d253d5972c2af75cfb53feab7c3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c1f11",
                    table="volunteers_exemption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exemption",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_exemptionevent" ("by_id", "given_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requirement_id", "until_on") VALUES (NEW."by_id", NEW."given_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."requirement_id", NEW."until_on"); RETURN NULL;',
                    hash="52e59309b6ceffcee5825af35f0d67a2344fd7b8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a3f0f",
                    table="volunteers_exemption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requirementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0ddfa937e4af8bcbeae84b1c79976ab6d364fa15",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_16c17",
                    table="volunteers_requirementevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="secondyes",
            constraint=models.UniqueConstraint(fields=("volunteer", "by"), name="nobody_decides_twice"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondyes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_secondyesevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "volunteer_id") VALUES (NEW."by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."said_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="2cb7f68a8ada03d24f28ff50b9cea9dedda2e071",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e1487",
                    table="volunteers_secondyes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondyes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_secondyesevent" ("by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "volunteer_id") VALUES (NEW."by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."said_at", NEW."volunteer_id"); RETURN NULL;',
                    hash="fe3b7490b65165ecab8a45605aee3676bc5058e3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57abc",
                    table="volunteers_secondyes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondyesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0b2d33c1716821f7c8b654f935250147a74288d9",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_11bf7",
                    table="volunteers_secondyesevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
