"""Food clubs, evenings, guests and tasks. Functions, triggers and policies stand in `database/`."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("institutions", "0001_tables"),
        ("volunteers", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Evening",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("open", "open"),
                            ("held", "held"),
                            ("cancelled", "called off"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="where")),
                ("menu", models.CharField(blank=True, max_length=200, verbose_name="menu")),
                ("price", models.PositiveSmallIntegerField(verbose_name="price in kroner")),
                ("places", models.PositiveSmallIntegerField(verbose_name="places for guests")),
                ("taken", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="places taken")),
                ("guests_came", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="guests")),
                ("new_faces", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="new faces")),
                (
                    "volunteers_came",
                    models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="volunteers"),
                ),
                ("income", models.PositiveIntegerField(editable=False, null=True, verbose_name="income in kroner")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evenings",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "food-club evening",
                "verbose_name_plural": "food-club evenings",
                "ordering": ["-starts_at"],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("taken", "has taken the task"),
                            ("came", "came"),
                            ("missed", "did not come"),
                            ("cancelled", "given back"),
                        ],
                        default="taken",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)),
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
                        related_name="duties",
                        to="volunteers.volunteer",
                        verbose_name="volunteer",
                    ),
                ),
                (
                    "evening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="foodclubs.evening",
                        verbose_name="evening",
                    ),
                ),
            ],
            options={
                "verbose_name": "duty",
                "verbose_name_plural": "duties",
            },
        ),
        migrations.CreateModel(
            name="FoodClub",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ],
                        verbose_name="day of the week",
                    ),
                ),
                (
                    "price",
                    models.PositiveSmallIntegerField(
                        default=15, help_text="For two courses.", verbose_name="price in kroner"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        limit_choices_to={"kind": "food_club"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="food_clubs",
                        to="institutions.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "food club",
                "verbose_name_plural": "food clubs",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="evening",
            name="food_club",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evenings",
                to="foodclubs.foodclub",
                verbose_name="food club",
            ),
        ),
        migrations.CreateModel(
            name="Guest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("nickname", models.CharField(max_length=40, verbose_name="what you want to be called")),
                (
                    "food_club",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guests",
                        to="foodclubs.foodclub",
                        verbose_name="food club",
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
                "verbose_name": "guest",
                "verbose_name_plural": "guests",
                "ordering": ["nickname"],
            },
        ),
        migrations.CreateModel(
            name="Signup",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for the house"),
                            ("coming", "is coming"),
                            ("came", "came"),
                            ("missed", "did not come"),
                            ("cancelled", "has given the place back"),
                            ("declined", "got a no from the house"),
                        ],
                        default="coming",
                        editable=False,
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("waits_since", models.DateTimeField(editable=False, null=True)),
                (
                    "paid",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Empty: not yet; 0: free.", null=True, verbose_name="paid in kroner"
                    ),
                ),
                (
                    "evening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signups",
                        to="foodclubs.evening",
                        verbose_name="evening",
                    ),
                ),
                (
                    "guest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signups",
                        to="foodclubs.guest",
                        verbose_name="guest",
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
                "verbose_name": "sign-up",
                "verbose_name_plural": "sign-ups",
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shopping", "shopping"),
                            ("recipe", "finding the recipe"),
                            ("cooking", "cooking"),
                            ("table", "laying the table"),
                            ("napkins", "folding napkins"),
                            ("clearing", "clearing the table"),
                            ("washing_up", "washing up"),
                            ("talking", "sitting and talking"),
                            ("eating", "just eating with us"),
                        ],
                        max_length=12,
                        verbose_name="task",
                    ),
                ),
                ("needed", models.PositiveSmallIntegerField(verbose_name="volunteers needed")),
                ("taken", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="taken")),
                (
                    "evening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="foodclubs.evening",
                        verbose_name="evening",
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
                "verbose_name": "task",
                "verbose_name_plural": "tasks",
            },
        ),
        migrations.AddField(
            model_name="duty",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duties",
                to="foodclubs.task",
                verbose_name="task",
            ),
        ),
        migrations.AddIndex(
            model_name="evening",
            index=models.Index(condition=models.Q(("state", "open")), fields=["starts_at"], name="open_evenings"),
        ),
        migrations.AddIndex(
            model_name="evening",
            index=models.Index(fields=["project", "-starts_at"], name="evenings_of_a_project"),
        ),
        migrations.AddConstraint(
            model_name="evening",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__lte", models.F("places"))), name="evening_has_room"
            ),
        ),
        migrations.AddConstraint(
            model_name="evening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "held"), _negated=True),
                    models.Q(
                        ("guests_came__isnull", False),
                        ("income__isnull", False),
                        ("new_faces__isnull", False),
                        ("volunteers_came__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="an_evening_that_was_held_has_its_totals",
            ),
        ),
        migrations.AddConstraint(
            model_name="guest",
            constraint=models.UniqueConstraint(
                models.F("food_club"), django.db.models.functions.text.Lower("nickname"), name="one_guest_per_nickname"
            ),
        ),
        migrations.AddConstraint(
            model_name="guest",
            constraint=models.CheckConstraint(
                condition=models.Q(("nickname", ""), _negated=True), name="a_guest_is_called_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.UniqueConstraint(fields=("evening", "guest"), name="one_place_per_guest"),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.CheckConstraint(
                condition=models.Q(("paid__isnull", True), ("state", "came"), _connector="OR"),
                name="only_who_came_has_paid",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("taken__lte", models.F("needed"))), name="task_has_room"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(fields=("evening", "kind"), name="one_task_of_a_kind_per_evening"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(fields=("evening", "volunteer"), name="one_duty_per_evening"),
        ),
    ]
