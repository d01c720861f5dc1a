"""A volunteer may live across the Sound: a postcode is no longer four digits alone."""

from django.core.validators import RegexValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0005_names_of_requirements_stand_once"),
    ]

    operations = [
        migrations.AlterField(
            model_name="volunteer",
            name="postcode",
            field=models.CharField(
                blank=True,
                max_length=12,
                validators=[
                    RegexValidator(
                        r"^([0-9]{4}|(?=.*[0-9])[A-Z0-9][A-Z0-9 -]{3,10}[A-Z0-9])\Z",
                        "Write a postcode, such as 2200, or from abroad as 211 20 in Malmö or N-0150 in Oslo.",
                    )
                ],
                verbose_name="postcode",
            ),
        ),
    ]
