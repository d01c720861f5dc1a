"""What the citizen would like to do with a friend, apart from what else he or she likes."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0010_row_security_of_homes"),
    ]

    operations = [
        migrations.AddField(
            model_name="wishes",
            name="together",
            field=ArrayField(
                models.CharField(max_length=30), blank=True, default=list, verbose_name="would like to do together"
            ),
        ),
    ]
