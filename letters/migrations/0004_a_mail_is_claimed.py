"""A mail says how far it has come, so that the worker claims it before it sends it, and tries again."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0003_a_live_link_sends")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="claimed_until",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="fault",
            field=models.CharField(
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
        migrations.AddField(
            model_name="message",
            name="next_try_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="next try"),
        ),
        migrations.AddField(
            model_name="message",
            name="state",
            field=models.CharField(
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
        migrations.AddField(
            model_name="message",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="tries"),
        ),
        migrations.AlterField(
            model_name="messagebody",
            name="message",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.DO_NOTHING,
                primary_key=True,
                related_name="body",
                serialize=False,
                to="letters.message",
            ),
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
    ]
