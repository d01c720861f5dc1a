"""What a mail is about may begin soon; and whoever has had a mail today is found quickly."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0004_where_answers_go"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="begins_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("may_wait", True)), fields=["address", "sent_at"], name="messages_that_could_wait"
            ),
        ),
    ]
