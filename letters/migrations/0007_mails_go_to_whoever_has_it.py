"""For whom of those who log in a mail is, and where it lies with him: so it goes to whoever has it now."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0006_mails_follow_the_volunteer"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="lies_at",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), default=list, editable=False, size=None
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="user_id",
            field=models.UUIDField(editable=False, null=True),
        ),
    ]
