"""The wording that is read from now on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0010_the_third_wording"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consent",
            name="wording_version",
            field=models.PositiveSmallIntegerField(default=4, verbose_name="wording"),
        ),
    ]
