"""What failed is counted by the database, whoever acts: one row for each kind that nobody has seen to."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from access.security import SECRETARIAT, definer, secure

# One upsert: of many at once each is counted, and many of a kind are one row.
COUNT = """
    INSERT INTO history_failure AS f (id, kind, place, error, times, first_at, last_at, last_request)
    VALUES (gen_random_uuid(), in_kind, left(in_place, 120), left(in_error, 120), 1, now(), now(), in_request)
    ON CONFLICT (kind, place, error) WHERE settled_at IS NULL DO UPDATE SET
        times = least(f.times::bigint + 1, 2147483647)::int, last_at = now(), last_request = excluded.last_request
"""


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0009_each_row_is_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Failure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("page", "page"), ("task", "task of the worker"), ("job", "daily job")],
                        max_length=4,
                        verbose_name="kind",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("error", models.CharField(max_length=120, verbose_name="error")),
                ("times", models.PositiveIntegerField(verbose_name="how often")),
                ("first_at", models.DateTimeField(verbose_name="first")),
                ("last_at", models.DateTimeField(verbose_name="last")),
                ("last_request", models.UUIDField(null=True)),
                ("settled_at", models.DateTimeField(null=True, verbose_name="seen to")),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="seen to by",
                    ),
                ),
            ],
            options={
                "verbose_name": "failure",
                "verbose_name_plural": "failures",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at", None)),
                        fields=("kind", "place", "error"),
                        name="one_unsettled_failure_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_failure_is_settled_by_somebody",
                    ),
                ],
            },
        ),
        secure(
            "history_failure",
            select=SECRETARIAT,
            update=SECRETARIAT,
            update_columns="settled_at, settled_by_id",
            jobs="SELECT, DELETE",
        ),
        definer(
            "app.count_failure(in_kind text, in_place text, in_error text, in_request uuid)",
            "void",
            COUNT,
            traits="VOLATILE",
        ),
    ]
