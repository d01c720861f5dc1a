"""Links, and how often a public form was sent. Functions, triggers and policies stand in `database/`."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("key_hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField()),
                ("forget_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("own_page", "the volunteer's own page"),
                            ("agreement", "sign the volunteer agreement"),
                            ("proposal", "answer a proposal"),
                            ("duty", "take a task at a food-club evening"),
                            ("courses", "choose a course, and say whether one comes"),
                            ("conversation", "choose a time for the conversation"),
                            ("referees", "name somebody who knows one"),
                            ("reference", "answer as a reference"),
                            ("feed", "one's dates in the own calendar"),
                            ("stop_change", "stop a change of one's own login"),
                        ],
                        max_length=20,
                    ),
                ),
                ("volunteer_id", models.UUIDField(null=True)),
                ("object_id", models.UUIDField(null=True)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("issued_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("fetched_on", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("revoked_at", None)),
                        fields=["volunteer_id"],
                        name="links_that_were_not_ended",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None), models.Q(("purpose", "own_page"), _negated=True)),
                        fields=("purpose", "volunteer_id", "object_id"),
                        name="one_live_link_per_purpose_and_object",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
    ]
