"""One more kind of failure."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0010_failures"),
    ]

    operations = [
        migrations.AlterField(
            model_name="failure",
            name="kind",
            field=models.CharField(
                choices=[
                    ("page", "page"),
                    ("task", "task of the worker"),
                    ("job", "daily job"),
                    ("line", "line of the access log that went nowhere"),
                ],
                max_length=4,
                verbose_name="kind",
            ),
        ),
    ]
