"""One more purpose of a link: choosing a course."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_who_acted"),
    ]

    operations = [
        migrations.AlterField(
            model_name="link",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("own_page", "the volunteer's own page"),
                    ("agreement", "sign the volunteer agreement"),
                    ("proposal", "answer a proposal"),
                    ("duty", "take a task at a food-club evening"),
                    ("courses", "choose a course, and say whether one comes"),
                ],
                max_length=20,
            ),
        ),
    ]
