"""The access log, the trail and the anchors. Functions, triggers and policies stand in `database/`."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Anchor",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("hash", models.BinaryField(max_length=32)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "anchor",
                "verbose_name_plural": "anchors",
            },
        ),
        migrations.CreateModel(
            name="AccessLog",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "action",
                    models.CharField(
                        choices=[("open", "opened"), ("export", "exported"), ("breakglass", "broke the glass")],
                        max_length=10,
                    ),
                ),
                ("object_type", models.CharField(max_length=40)),
                ("object_id", models.UUIDField(null=True)),
                ("project_id", models.BigIntegerField(null=True)),
                ("purpose", models.CharField(max_length=40)),
                ("prev", models.BinaryField(max_length=32)),
                ("hash", models.BinaryField(max_length=32)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "access log row",
                "verbose_name_plural": "access log",
                "indexes": [models.Index(fields=["object_id"], name="openings_of_an_object")],
            },
        ),
        migrations.CreateModel(
            name="AccessTrail",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("link_id", models.UUIDField(null=True)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("shown", "saw a page"),
                            ("search", "searched in a list"),
                            ("not_found", "asked for what is not there for him or her"),
                            ("denied", "was refused"),
                            ("login_failed", "could not log in"),
                        ],
                        max_length=12,
                    ),
                ),
                ("view", models.CharField(max_length=80)),
                ("object_type", models.CharField(max_length=40)),
                ("object_id", models.UUIDField(null=True)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "trail row",
                "verbose_name_plural": "trail",
                "indexes": [
                    models.Index(fields=["-at", "id"], name="trail_newest_first"),
                    models.Index(fields=["actor", "-at"], name="trail_of_a_user"),
                    models.Index(fields=["object_id", "-at"], name="trail_of_an_object"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Failure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("page", "page"),
                            ("task", "task of the worker"),
                            ("job", "daily job"),
                            ("line", "line of the access log that went nowhere"),
                        ],
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
    ]
