"""Who reads what is answered to a mail."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0005_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="institution",
            name="reply_to",
            field=models.EmailField(
                blank=True,
                help_text="An address that the house reads, not somebody's own.",
                max_length=254,
                verbose_name="answers to mails go to",
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="reply_to",
            field=models.EmailField(
                blank=True,
                help_text="Empty: to the house's address. Never somebody's own.",
                max_length=254,
                verbose_name="answers to mails go to",
            ),
        ),
    ]
