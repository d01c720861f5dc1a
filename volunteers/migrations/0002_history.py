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
        ("institutions", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("volunteers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExemptionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="given")),
                ("until_on", models.DateField(verbose_name="until")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="given by",
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
                        to="volunteers.exemption",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.requirement",
                        verbose_name="requirement",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                            ("shadowing", "along with somebody experienced first"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                (
                    "assignment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.assignment",
                        verbose_name="assignment",
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
                        to="volunteers.requirement",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                        to="volunteers.interested",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.roleprofile",
                        verbose_name="role",
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
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.agreement",
                        verbose_name="agreement",
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
                        to="volunteers.signature",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registered by",
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
            name="ShadowingEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("went_on", models.DateField(verbose_name="on")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
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
                        to="volunteers.shadowing",
                    ),
                ),
                (
                    "experienced",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.volunteer",
                        verbose_name="along with",
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
            name="SecondYesEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "said_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="said by",
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
                        to="volunteers.secondyes",
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
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="named by",
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
                        to="volunteers.reference",
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
                        to="volunteers.recordcheck",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
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
            name="InterviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("held_on", models.DateField(verbose_name="held on")),
                (
                    "robustness",
                    models.CharField(
                        blank=True,
                        choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                        max_length=10,
                        verbose_name="robustness",
                    ),
                ),
                (
                    "expectations",
                    models.CharField(
                        blank=True,
                        choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                        max_length=10,
                        verbose_name="expectations",
                    ),
                ),
                (
                    "time",
                    models.CharField(
                        blank=True,
                        choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                        max_length=10,
                        verbose_name="time",
                    ),
                ),
                (
                    "limits",
                    models.CharField(
                        blank=True,
                        choices=[("good", "good"), ("talk_more", "talk more"), ("no", "no")],
                        max_length=10,
                        verbose_name="limits",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("good", "good – go on"), ("talk_more", "talk more")],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="held by",
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
                        to="volunteers.interview",
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
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
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
                        to="volunteers.decline",
                    ),
                ),
                (
                    "offered",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.roleprofile",
                        verbose_name="other role offered",
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
            name="AttendanceEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("invited", "invited"),
                            ("waiting", "on the waiting list"),
                            ("offered", "offered a place"),
                            ("booked", "has a place"),
                            ("declined", "cannot come"),
                            ("lapsed", "did not answer the offer"),
                            ("attended", "came"),
                            ("missed", "did not come"),
                        ],
                        default="booked",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="since"),
                ),
                ("offered_until", models.DateTimeField(editable=False, null=True, verbose_name="kept until")),
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
                        to="volunteers.attendance",
                    ),
                ),
                (
                    "gathering",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.gathering",
                        verbose_name="course or meeting",
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
            name="AssignmentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
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
                        to="volunteers.assignment",
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
                    "role",
                    models.ForeignKey(
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
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="offered by",
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
                        to="volunteers.appointment",
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
            name="AnswerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
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
                        to="volunteers.answer",
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
            name="VolunteerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("woman", "a woman"), ("man", "a man")],
                        max_length=5,
                        verbose_name="gender",
                    ),
                ),
                (
                    "age_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("18-29", "18 to 29"),
                            ("30-44", "30 to 44"),
                            ("45-59", "45 to 59"),
                            ("60+", "60 or older"),
                        ],
                        max_length=5,
                        verbose_name="age",
                    ),
                ),
                ("back_on", models.DateField(editable=False, null=True, verbose_name="back on")),
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
                ("forget_on", models.DateField(editable=False, null=True, verbose_name="erased on")),
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
                        to="volunteers.volunteer",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="volunteers.roleprofile",
                        verbose_name="role",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
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
            ],
            options={
                "abstract": False,
            },
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
            model_name="volunteer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "back_on", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."back_on", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="3f3585e0146ff489af1d04a29a47ffe1d67e7264",
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
                    condition='WHEN (OLD."age_group" IS DISTINCT FROM (NEW."age_group") OR OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."around" IS DISTINCT FROM (NEW."around") OR OLD."back_on" IS DISTINCT FROM (NEW."back_on") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."experience" IS DISTINCT FROM (NEW."experience") OR OLD."forget_on" IS DISTINCT FROM (NEW."forget_on") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."limits" IS DISTINCT FROM (NEW."limits") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."slots" IS DISTINCT FROM (NEW."slots") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "volunteers_volunteerevent" ("age_group", "applied_at", "back_on", "forget_on", "gender", "heard_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "state", "user_id") VALUES (NEW."age_group", NEW."applied_at", NEW."back_on", NEW."forget_on", NEW."gender", NEW."heard_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="c1534416b806051d0dce147f229912058103ee7a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6cedd",
                    table="volunteers_volunteer",
                    when="AFTER",
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
            model_name="shadowingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="90d2f37c46506d60cdb75bb29b570273d3ebe714",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_52acc",
                    table="volunteers_shadowingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shadowing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_shadowingevent" ("by_id", "experienced_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id", "went_on") VALUES (NEW."by_id", NEW."experienced_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."volunteer_id", NEW."went_on"); RETURN NULL;',
                    hash="d5ddd4a0b2ac61fdcb2fd50069ed330af0038c36",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_361a2",
                    table="volunteers_shadowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="shadowing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "volunteers_shadowingevent" ("by_id", "experienced_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "volunteer_id", "went_on") VALUES (NEW."by_id", NEW."experienced_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."volunteer_id", NEW."went_on"); RETURN NULL;',
                    hash="ef42256812ad7af3f0508bbdfacf757264b381ae",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_19170",
                    table="volunteers_shadowing",
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
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "volunteers_attendanceevent" ("gathering_id", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "volunteer_id") VALUES (NEW."gathering_id", NEW."offered_until", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="e98983330c184c4187a6e81bf74b0117cd155377",
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
                    condition='WHEN (OLD."gathering_id" IS DISTINCT FROM (NEW."gathering_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."offered_until" IS DISTINCT FROM (NEW."offered_until") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."volunteer_id" IS DISTINCT FROM (NEW."volunteer_id"))',
                    func='INSERT INTO "volunteers_attendanceevent" ("gathering_id", "offered_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "volunteer_id") VALUES (NEW."gathering_id", NEW."offered_until", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."state", NEW."volunteer_id"); RETURN NULL;',
                    hash="7d6d32596a558bc1da015eb9ef38de72e4195995",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0b6be",
                    table="volunteers_attendance",
                    when="AFTER",
                ),
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
    ]
