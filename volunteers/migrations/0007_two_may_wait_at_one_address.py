"""Two people may wait for a role at one address."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0006_postcodes_from_abroad"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="interested",
            name="one_waits_once_for_a_role",
        ),
        migrations.AddConstraint(
            model_name="interested",
            constraint=models.UniqueConstraint(
                models.F("role"),
                django.db.models.functions.text.Lower("email"),
                models.F("name"),
                name="one_waits_once_for_a_role",
            ),
        ),
    ]
