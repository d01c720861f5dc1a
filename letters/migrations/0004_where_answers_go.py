"""Who reads what is answered to a mail."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0003_what_may_wait_for_the_morning"),
    ]

    operations = [
        migrations.AddField(
            model_name="messagebody",
            name="reply_to",
            field=models.EmailField(blank=True, max_length=254),
        ),
    ]
