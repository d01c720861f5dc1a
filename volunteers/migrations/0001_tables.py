"""Volunteers and what stands between them and ready. Functions, triggers and policies stand in `database/`."""

import datetime
import functools
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.utils.timezone
import phonenumber_field.modelfields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("institutions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(unique=True, verbose_name="version")),
                ("text_da", models.TextField(max_length=10000, verbose_name="Danish text")),
                ("text_en", models.TextField(blank=True, max_length=10000, verbose_name="English text")),
                (
                    "in_force_from",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="in force from"),
                ),
                (
                    "demands_signature",
                    models.BooleanField(
                        default=True,
                        help_text="Without the tick it is a small correction: those who have signed the former one need not sign again.",
                        verbose_name="everybody signs it anew",
                    ),
                ),
            ],
            options={
                "verbose_name": "volunteer agreement",
                "verbose_name_plural": "volunteer agreements",
                "ordering": ["-version"],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("place", models.PositiveSmallIntegerField(verbose_name="number")),
                ("question", models.CharField(max_length=200, verbose_name="question")),
                ("text", models.TextField(max_length=1000, verbose_name="answer")),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="Interested",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=100, verbose_name="name")),
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
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("chosen", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="time chosen")),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="answered")),
                (
                    "offered_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="offered"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="offered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "appointment for the conversation",
                "verbose_name_plural": "appointments for the conversation",
                "ordering": ["-offered_at"],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "verbose_name_plural": "assignments",
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("why", models.TextField(max_length=500, verbose_name="why")),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="given")),
                ("until_on", models.DateField(verbose_name="until")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="given by",
                    ),
                ),
            ],
            options={
                "verbose_name": "exemption",
                "verbose_name_plural": "exemptions",
                "ordering": ["-until_on"],
            },
        ),
        migrations.CreateModel(
            name="Gathering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("introduction", "introduction course"),
                            ("network", "network meeting"),
                            ("after_work", "after-work meeting"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="title")),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                (
                    "modules",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("target_group", "the people we meet"),
                                ("dilemmas", "dilemmas"),
                                ("staff", "working together with the staff"),
                                ("role", "the role"),
                                ("confidentiality", "the duty of confidentiality"),
                                ("duty_to_notify", "the duty to notify about children"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=functools.partial(
                            list,
                            *(["target_group", "dilemmas", "staff", "role", "confidentiality", "duty_to_notify"],),
                            **{},
                        ),
                        help_text="Of an introduction course: what this session goes through. A course may have several sessions.",
                        size=None,
                        verbose_name="modules",
                    ),
                ),
                ("places", models.PositiveSmallIntegerField(verbose_name="places")),
                ("taken", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="taken")),
                ("changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only for something that belongs to one house.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gatherings",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
            ],
            options={
                "verbose_name": "course or meeting",
                "verbose_name_plural": "courses and meetings",
                "ordering": ["-starts_at"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                ("told_at", models.DateTimeField(editable=False, null=True)),
                ("reminded_at", models.DateTimeField(editable=False, null=True)),
                ("changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)),
                (
                    "gathering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="volunteers.gathering",
                        verbose_name="course or meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="held by",
                    ),
                ),
            ],
            options={
                "verbose_name": "introducing conversation",
                "verbose_name_plural": "introducing conversations",
                "ordering": ["-held_on"],
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
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked for by",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="seen by",
                    ),
                ),
            ],
            options={
                "verbose_name": "record check",
                "verbose_name_plural": "record checks",
                "ordering": ["-requested_on"],
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
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
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="a few words")),
                ("may_call", models.BooleanField(default=False, verbose_name="may be called")),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="named by",
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
                            ("shadowing", "along with somebody experienced first"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="how many")),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirements",
                        to="volunteers.assignment",
                        verbose_name="assignment",
                    ),
                ),
            ],
            options={
                "verbose_name": "requirement",
                "verbose_name_plural": "requirements",
            },
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
        migrations.CreateModel(
            name="RoleProfile",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("what", models.TextField(max_length=2000, verbose_name="what you do")),
                (
                    "why_volunteers",
                    models.TextField(max_length=2000, verbose_name="why a volunteer, and not paid staff"),
                ),
                ("not_what", models.TextField(max_length=2000, verbose_name="what it is not")),
                (
                    "asks",
                    models.TextField(
                        default="",
                        help_text="In words: how much time, for how long, what one must bear.",
                        max_length=2000,
                        verbose_name="what it asks of one",
                    ),
                ),
                ("is_open", models.BooleanField(default=True, verbose_name="open for applications")),
                (
                    "references_asked",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="None, one or two. What a role asks is asked of those who have it already, too.",
                        verbose_name="references asked for",
                    ),
                ),
                (
                    "record_asked",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("criminal_record", "criminal record"),
                            ("children_record", "children's record check"),
                        ],
                        help_text="The children's check only where one is regularly with children under 15.",
                        max_length=15,
                        verbose_name="record check asked for",
                    ),
                ),
                (
                    "asks_two",
                    models.BooleanField(
                        default=False,
                        help_text="A second person than the one who held the conversation says yes as well.",
                        verbose_name="two decide",
                    ),
                ),
                (
                    "asks_shadowing",
                    models.BooleanField(
                        default=False,
                        help_text="Whoever is new goes along once before she has a friend or a task of her own. Who has had a friend or has helped at an evening is not new.",
                        verbose_name="along with somebody experienced first",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "verbose_name_plural": "roles",
                "ordering": ["project__institution__name", "title"],
            },
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "offered",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="volunteers.roleprofile",
                        verbose_name="other role offered",
                    ),
                ),
            ],
            options={
                "verbose_name": "no to an application",
                "verbose_name_plural": "noes to applications",
            },
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
                ("text_da", models.CharField(max_length=200, verbose_name="question in Danish")),
                ("text_en", models.CharField(blank=True, max_length=200, verbose_name="question in English")),
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
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="volunteers.roleprofile",
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "verbose_name": "question of a role",
                "verbose_name_plural": "questions of roles",
                "ordering": ["role__title", "place"],
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="said by",
                    ),
                ),
            ],
            options={
                "verbose_name": "second yes",
                "verbose_name_plural": "second yeses",
                "ordering": ["said_at"],
            },
        ),
        migrations.CreateModel(
            name="Shadowing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("went_on", models.DateField(verbose_name="on")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "being along",
                "verbose_name_plural": "times along",
                "ordering": ["went_on"],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="volunteers.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registered by",
                    ),
                ),
            ],
            options={
                "verbose_name": "signature",
                "verbose_name_plural": "signatures",
            },
        ),
        migrations.CreateModel(
            name="Volunteer",
            fields=[
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("da", "Danish"),
                                ("en", "English"),
                                ("kl", "Greenlandic"),
                                ("pl", "Polish"),
                                ("ro", "Romanian"),
                                ("ar", "Arabic"),
                                ("so", "Somali"),
                                ("lt", "Lithuanian"),
                                ("de", "German"),
                                ("sgn", "Danish sign language"),
                            ],
                            max_length=3,
                        ),
                        size=None,
                        verbose_name="languages",
                    ),
                ),
                (
                    "interests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="interests",
                    ),
                ),
                (
                    "slots",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("weekday_day", "weekdays, daytime"),
                                ("weekday_evening", "weekdays, evening"),
                                ("weekend_day", "weekends, daytime"),
                                ("weekend_evening", "weekends, evening"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="times",
                    ),
                ),
                (
                    "limits",
                    django.contrib.postgres.fields.ArrayField(
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
                (
                    "experience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("going_out", "somebody to get out of the door with"),
                                ("local_places", "help to find good places nearby"),
                                ("courage", "practical courage for the city"),
                                ("new_home", "company in a new home"),
                                ("listening", "somebody who listens"),
                                ("quiet", "quiet company"),
                                ("patience", "patience when it takes time"),
                                ("outside", "somebody from outside the system"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="experience",
                    ),
                ),
                (
                    "around",
                    django.contrib.postgres.fields.ArrayField(
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
                        verbose_name="comes along",
                    ),
                ),
                ("back_on", models.DateField(editable=False, null=True, verbose_name="back on")),
                ("back_asked_at", models.DateTimeField(editable=False, null=True, verbose_name="asked whether back")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "sorted_as",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Replace(
                                django.db.models.functions.text.Lower(models.F("name")),
                                models.Value("aa"),
                                models.Value("å"),
                            ),
                            models.Value("æäøöåüéèêëáàâãíìîïóòôõúùûçćčñńłšśýžźż"),
                            models.Value("{{||}yeeeeaaaaiiiioooouuucccnnlssyzzz"),
                            function="translate",
                        ),
                        output_field=models.TextField(db_collation="C"),
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone"
                    ),
                ),
                ("postcode", models.CharField(blank=True, max_length=4, verbose_name="postcode")),
                ("motivation", models.TextField(blank=True, max_length=1000, verbose_name="why you want to join")),
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
                ("capacity", models.PositiveSmallIntegerField(default=1, verbose_name="friends at a time")),
                (
                    "applied_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="applied"),
                ),
                ("forget_on", models.DateField(editable=False, null=True, verbose_name="erased on")),
                (
                    "project_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applicants",
                        to="volunteers.roleprofile",
                        verbose_name="role",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="volunteer",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="login",
                    ),
                ),
            ],
            options={
                "verbose_name": "volunteer",
                "verbose_name_plural": "volunteers",
                "ordering": ["sorted_as"],
            },
        ),
        migrations.AddField(
            model_name="signature",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="signatures",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="shadowing",
            name="experienced",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="volunteers.volunteer",
                verbose_name="along with",
            ),
        ),
        migrations.AddField(
            model_name="shadowing",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="shadowings",
                to="volunteers.volunteer",
                verbose_name="volunteer",
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
            model_name="interview",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="interviews",
                to="volunteers.volunteer",
                verbose_name="volunteer",
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
            model_name="attendance",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendances",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assignments",
                to="volunteers.volunteer",
                verbose_name="volunteer",
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
            model_name="answer",
            name="volunteer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="volunteers.volunteer",
                verbose_name="volunteer",
            ),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__lte", models.F("places"))), name="gathering_has_room"
            ),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                name="a_gathering_ends_after_it_begins",
                violation_error_message="It must end after it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.UniqueConstraint(fields=("assignment", "kind"), name="a_requirement_is_asked_once"),
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
        migrations.AddConstraint(
            model_name="roleprofile",
            constraint=models.CheckConstraint(
                condition=models.Q(("references_asked__lte", 2)),
                name="a_role_asks_at_most_two_references",
                violation_error_message="A role asks for at most two references.",
            ),
        ),
        migrations.AddConstraint(
            model_name="interested",
            constraint=models.UniqueConstraint(
                models.F("role"), django.db.models.functions.text.Lower("email"), name="one_waits_once_for_a_role"
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
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(django.db.models.functions.text.Lower("email"), name="volunteers_by_address"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(fields=["sorted_as", "id"], name="volunteers_by_name"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(fields=["state", "sorted_as", "id"], name="volunteers_of_a_state_by_name"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=django.contrib.postgres.indexes.GinIndex(fields=["project_ids"], name="volunteers_of_projects"),
        ),
        migrations.AddIndex(
            model_name="volunteer",
            index=models.Index(
                condition=models.Q(("state__in", ["applied", "interviewed", "in_training"])),
                fields=["applied_at"],
                name="volunteers_awaiting_screening",
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
        migrations.AddConstraint(
            model_name="volunteer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("back_on__isnull", False), ("state", "resting")),
                    models.Q(models.Q(("state", "resting"), _negated=True), ("back_on__isnull", True)),
                    _connector="OR",
                ),
                name="who_rests_has_a_day_to_be_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(fields=("volunteer", "agreement"), name="an_agreement_is_signed_once"),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("how", "link"), ("registered_by__isnull", True)),
                    models.Q(("how", "paper"), ("registered_by__isnull", False)),
                    _connector="OR",
                ),
                name="paper_is_registered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="shadowing",
            constraint=models.UniqueConstraint(fields=("volunteer", "experienced", "went_on"), name="along_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="secondyes",
            constraint=models.UniqueConstraint(fields=("volunteer", "by"), name="nobody_decides_twice"),
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
            model_name="decline",
            constraint=models.UniqueConstraint(fields=("volunteer",), name="one_no_per_application"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("gathering", "volunteer"), name="one_place_per_volunteer"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("offered_until__isnull", False), ("state", "offered")),
                    models.Q(models.Q(("state", "offered"), _negated=True), ("offered_until__isnull", True)),
                    _connector="OR",
                ),
                name="an_offer_says_how_long_it_stands",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                fields=["project"], include=("volunteer", "from_on", "until_on"), name="assignments_of_a_project"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on__isnull", True)),
                fields=("volunteer", "project"),
                name="one_open_assignment_per_project",
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
    ]
