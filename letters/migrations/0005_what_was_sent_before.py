"""What was sent says so; what never left waits for the worker if it is new, and is put aside if it is old.

Whoever gets a mail of weeks ago, with links that are dead, is worse off than without. The tasks that sent them go.
"""

from django.db import migrations

SAY_SO = """
UPDATE letters_message SET state = 'sent' WHERE sent_at IS NOT NULL;
UPDATE letters_message m SET state = 'put_aside' WHERE sent_at IS NULL
    AND (made_at < now() - interval '7 days' OR NOT EXISTS (SELECT FROM letters_messagebody b WHERE b.message_id = m.id));
DELETE FROM letters_messagebody b USING letters_message m WHERE m.id = b.message_id AND m.state <> 'waiting';
DELETE FROM django_tasks_database_dbtaskresult WHERE task_path = 'letters.tasks.deliver';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0004_a_mail_is_claimed"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [migrations.RunSQL(SAY_SO, migrations.RunSQL.noop)]
