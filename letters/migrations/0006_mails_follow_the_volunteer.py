"""Whose address a mail goes to, so that it follows her to another."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0005_one_mail_a_day"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="volunteer_id",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("volunteer_id", None), _negated=True),
                fields=["volunteer_id"],
                name="messages_to_a_volunteer",
            ),
        ),
    ]
