"""Purposes of links in the screening: times for the conversation, naming referees, answering as one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0006_course_links"),
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
                ],
                max_length=20,
            ),
        ),
    ]
