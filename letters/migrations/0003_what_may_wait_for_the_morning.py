"""A mail may wait for the morning, or not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0002_history"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="may_wait",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
