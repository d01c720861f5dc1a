"""What waits for a user is found from the user: no table changes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_counts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="accesschange",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="access_changes", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AlterField(
            model_name="newaddress",
            name="user",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                primary_key=True,
                related_name="new_address",
                serialize=False,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
