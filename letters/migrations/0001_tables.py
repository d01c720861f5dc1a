"""Messages and their texts. Functions, triggers and policies stand in `database/`."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("address", models.EmailField(max_length=254, verbose_name="to")),
                ("project_id", models.BigIntegerField(null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("uncertain", "perhaps sent"),
                            ("refused", "refused"),
                            ("put_aside", "put aside"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="tries")),
                (
                    "next_try_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="next try"),
                ),
                ("claimed_until", models.DateTimeField(editable=False, null=True)),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("unreachable", "the mail server could not be reached"),
                            ("later", "the mail server asks us to come again later"),
                            ("sender", "the mail server does not take mail from us"),
                            ("refused", "the mail server does not know the address, or does not want the mail"),
                            ("unwritable", "it could not be written as a mail"),
                            ("broken", "the connection broke while it was sent"),
                            ("abandoned", "the site's worker stopped while it was sent"),
                        ],
                        editable=False,
                        max_length=11,
                        verbose_name="why",
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
            },
        ),
        migrations.CreateModel(
            name="MessageBody",
            fields=[
                (
                    "message",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="body",
                        serialize=False,
                        to="letters.message",
                    ),
                ),
                ("subject", models.CharField(max_length=200)),
                ("text", models.TextField()),
            ],
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["project_id", "-made_at"], name="messages_of_a_project"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["next_try_at"], name="messages_that_wait"
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state__in", ["sent", "put_aside"]), _negated=True),
                fields=["made_at"],
                name="messages_unsent",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at__isnull", False), ("state", "sent")),
                    models.Q(("state", "sent"), _negated=True),
                    _connector="OR",
                ),
                name="a_sent_message_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("claimed_until__isnull", False), ("state", "sending")),
                    models.Q(models.Q(("state", "sending"), _negated=True), ("claimed_until", None)),
                    _connector="OR",
                ),
                name="a_message_is_claimed_while_it_is_sent",
            ),
        ),
    ]
