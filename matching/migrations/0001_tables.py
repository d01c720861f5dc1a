"""Matches, rounds and first meetings. Functions, triggers and policies stand in `database/`."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
        ("citizens", "0001_tables"),
        ("institutions", "0001_tables"),
        ("volunteers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Match",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "citizen_yes_heard_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proposed by",
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
            ],
            options={
                "verbose_name": "match",
                "verbose_name_plural": "matches",
                "ordering": ["-proposed_at"],
            },
        ),
        migrations.CreateModel(
            name="ChoiceNote",
            fields=[
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="choice_note",
                        serialize=False,
                        to="matching.match",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="why this one")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
            ],
            options={
                "verbose_name": "note on a choice",
                "verbose_name_plural": "notes on choices",
            },
        ),
        migrations.CreateModel(
            name="FirstMeeting",
            fields=[
                (
                    "match",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="first_meeting",
                        serialize=False,
                        to="matching.match",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="when")),
                ("place", models.CharField(max_length=100, verbose_name="where")),
                ("changes", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "accompanied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who is there with them",
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
                "verbose_name": "first meeting",
                "verbose_name_plural": "first meetings",
            },
        ),
        migrations.CreateModel(
            name="MatchRound",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("projects", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for its turn"),
                            ("scoring", "looks at who fits whom"),
                            ("solving", "finds the best round"),
                            ("proving", "proves that there is no better one"),
                            ("done", "done"),
                            ("failed", "came to nothing"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="step",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made")),
                ("places", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("total_in_turn", models.PositiveIntegerField(default=0)),
                ("total_stable", models.PositiveIntegerField(default=0)),
                ("left", models.PositiveIntegerField(default=0)),
                ("left_in_turn", models.PositiveIntegerField(default=0)),
                ("left_stable", models.PositiveIntegerField(default=0)),
                ("is_proved", models.BooleanField(default=False)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "match round",
                "verbose_name_plural": "match rounds",
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="NotThisOne",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="said")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="not_these",
                        to="citizens.citizen",
                        verbose_name="citizen",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.project"
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
            ],
            options={
                "verbose_name": "not this one",
                "verbose_name_plural": "not these",
                "ordering": ["at"],
            },
        ),
        migrations.CreateModel(
            name="RoundPair",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("score", models.PositiveSmallIntegerField()),
                ("kept", models.PositiveSmallIntegerField()),
                ("price", models.PositiveSmallIntegerField()),
                (
                    "citizen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="citizens.citizen"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pairs", to="matching.matchround"
                    ),
                ),
                (
                    "volunteer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="volunteers.volunteer",
                    ),
                ),
            ],
            options={
                "verbose_name": "pair of a match round",
                "verbose_name_plural": "pairs of a match round",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="WeightSet",
            fields=[
                ("version", models.AutoField(primary_key=True, serialize=False, verbose_name="version")),
                (
                    "fits",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                        verbose_name="that somebody gets a friend at all",
                    ),
                ),
                (
                    "wishes",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="a wish that the volunteer shares",
                    ),
                ),
                (
                    "interests",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="an interest in common"
                    ),
                ),
                (
                    "times",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="a time that both have"
                    ),
                ),
                (
                    "near",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="living near each other"
                    ),
                ),
                (
                    "language",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="a language in common"
                    ),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="the age that is wished for",
                    ),
                ),
                (
                    "experience",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="experience with a need"
                    ),
                ),
                (
                    "waiting",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(30)], verbose_name="a month of waiting"
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "weights of matching",
                "verbose_name_plural": "weights of matching",
                "ordering": ["-version"],
            },
        ),
        migrations.AddField(
            model_name="matchround",
            name="weights",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="matching.weightset"
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("proposed", "accepted", "trial", "active", "paused", "ending"))),
                fields=("citizen",),
                name="one_open_match_per_citizen",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("origin", "suggestion"), ("origin_on", None)),
                    models.Q(
                        models.Q(("origin", "suggestion"), _negated=True), models.Q(("origin_on", None), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="a_spontaneous_match_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["proposed", "declined", "expired"]),
                    models.Q(("citizen_yes_at__isnull", False), ("volunteer_yes_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_match_starts_with_two_yeses",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("citizen_yes_at__isnull", True), ("citizen_yes_heard_by__isnull", True)),
                    models.Q(("citizen_yes_at__isnull", False), ("citizen_yes_heard_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_citizens_yes_was_heard_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="notthisone",
            constraint=models.UniqueConstraint(fields=("citizen", "volunteer"), name="not_this_one_is_said_once"),
        ),
        migrations.AddConstraint(
            model_name="roundpair",
            constraint=models.UniqueConstraint(fields=("round", "citizen"), name="once_in_a_round"),
        ),
        migrations.AddConstraint(
            model_name="weightset",
            constraint=models.CheckConstraint(condition=models.Q(("fits__gte", 1)), name="somebody_who_fits_counts"),
        ),
    ]
