"""That a link was opened: who never opened one at a former address hears nothing there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_schema"),
    ]

    operations = [
        migrations.AddField(
            model_name="link",
            name="was_used",
            field=models.BooleanField(default=False),
        ),
    ]
