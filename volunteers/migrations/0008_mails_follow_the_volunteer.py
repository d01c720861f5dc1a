"""A mail says whose address it went to as long as she is known, so that it follows her to another."""

from django.db import migrations

KEYS = """
ALTER TABLE letters_message ADD CONSTRAINT letters_message_to_a_volunteer
    FOREIGN KEY (volunteer_id)
    REFERENCES volunteers_volunteer (id) ON DELETE SET NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0007_two_may_wait_at_one_address"),
        ("letters", "0006_mails_follow_the_volunteer"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
