"""Houses, projects, memberships and the shared vocabulary. Functions, triggers and policies stand in `database/`."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import phonenumber_field.modelfields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseCard",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "daily_life",
                    models.TextField(
                        blank=True,
                        help_text="When one eats, when it is quiet, where one hangs one's coat.",
                        max_length=2000,
                        verbose_name="daily life",
                    ),
                ),
                ("rules", models.TextField(blank=True, max_length=2000, verbose_name="rules of the house")),
                (
                    "coordinator_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="the coordinators' phone"
                    ),
                ),
                (
                    "lead_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="the lead's phone"
                    ),
                ),
                (
                    "secretariat_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="the secretariat's phone"
                    ),
                ),
                (
                    "out_of_hours_phone",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True, max_length=128, region=None, verbose_name="phone out of hours"
                    ),
                ),
            ],
            options={
                "verbose_name": "house card",
                "verbose_name_plural": "house cards",
                "ordering": ["institution__name"],
            },
        ),
        migrations.CreateModel(
            name="Institution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("slug", models.SlugField(unique=True, verbose_name="address on the site")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shelter", "shelter"),
                            ("drop_in_centre", "drop-in centre"),
                            ("supported_housing", "supported housing"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("address", models.CharField(max_length=120, verbose_name="address")),
                ("postcode", models.CharField(max_length=4, verbose_name="postcode")),
                ("city", models.CharField(max_length=60, verbose_name="town")),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="A few lines that anybody may read.",
                        max_length=2000,
                        verbose_name="about the house",
                    ),
                ),
                (
                    "presence",
                    models.TextField(
                        blank=True,
                        help_text="Fixed days, such as: Tuesdays 14–16 in the café.",
                        max_length=2000,
                        verbose_name="when one meets us",
                    ),
                ),
            ],
            options={
                "verbose_name": "house",
                "verbose_name_plural": "houses",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Interest",
            fields=[
                ("code", models.SlugField(max_length=30, primary_key=True, serialize=False, verbose_name="code")),
                ("name_da", models.CharField(max_length=60, verbose_name="Danish name")),
                ("name_en", models.CharField(max_length=60, verbose_name="English name")),
                ("is_offered", models.BooleanField(default=True, verbose_name="offered")),
            ],
            options={
                "verbose_name": "interest",
                "verbose_name_plural": "interests",
                "ordering": ["name_da"],
            },
        ),
        migrations.CreateModel(
            name="Alignment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tasks", models.TextField(max_length=2000, verbose_name="Which tasks shall volunteers do?")),
                (
                    "why_volunteers",
                    models.TextField(max_length=2000, verbose_name="Why volunteers, and not paid staff?"),
                ),
                (
                    "interplay",
                    models.TextField(max_length=2000, verbose_name="How do volunteers and staff work together?"),
                ),
                ("made_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="made on")),
                ("review_on", models.DateField(verbose_name="to be reviewed on")),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="lead at the house",
                    ),
                ),
            ],
            options={
                "verbose_name": "alignment",
                "verbose_name_plural": "alignments",
                "ordering": ["-made_on"],
            },
        ),
        migrations.AddField(
            model_name="housecard",
            name="institution",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="card",
                to="institutions.institution",
                verbose_name="house",
            ),
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "role",
                    models.CharField(
                        choices=[("coordinator", "coordinator"), ("lead", "lead at the house")],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("from_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        help_text="For a lead.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ["-from_on"],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("friends", "network friends"), ("food_club", "food club"), ("other", "other")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("slug", models.SlugField(unique=True, verbose_name="address on the site")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("open", "open"), ("paused", "paused"), ("closed", "closed")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="institutions.institution",
                        verbose_name="house",
                    ),
                ),
            ],
            options={
                "verbose_name": "project",
                "verbose_name_plural": "projects",
                "ordering": ["institution__name", "name"],
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="project",
            field=models.ForeignKey(
                blank=True,
                help_text="For a coordinator.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="institutions.project",
                verbose_name="project",
            ),
        ),
        migrations.AddField(
            model_name="alignment",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="alignments",
                to="institutions.project",
                verbose_name="project",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(
                fields=("id", "institution"), name="institutions_project_with_institution_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("institution__isnull", True), ("project__isnull", False), ("role", "coordinator")),
                    models.Q(("institution__isnull", False), ("project__isnull", True), ("role", "lead")),
                    _connector="OR",
                ),
                name="coordinators_hold_projects_and_leads_houses",
                violation_error_message="A coordinator has a project, a lead has a house; never both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"),
                name="a_membership_ends_after_it_begins",
                violation_error_message="It must end after it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="alignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_on__gt", models.F("made_on"))),
                name="an_alignment_is_reviewed_after_it_is_made",
                violation_error_message="The review must come after the day it was made.",
            ),
        ),
    ]
