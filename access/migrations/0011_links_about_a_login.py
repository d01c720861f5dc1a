"""One more purpose of a link, and the first that is about no volunteer: whoever logs in stops a change of the login."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0010_what_the_worker_is_asked")]

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
                    ("stop_change", "stop a change of one's own login"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(model_name="link", name="volunteer_id", field=models.UUIDField(null=True)),
    ]
