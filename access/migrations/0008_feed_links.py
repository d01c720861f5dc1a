"""One more purpose of a link: the dates in one's own calendar."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_links_of_the_screening"),
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
                    ("conversation", "choose a time for the conversation"),
                    ("referees", "name somebody who knows one"),
                    ("reference", "answer as a reference"),
                    ("feed", "one's dates in the own calendar"),
                ],
                max_length=20,
            ),
        ),
    ]
