"""What no model can say: keys of several columns, so that a child is of the same project as its parent."""

from django.db import migrations

KEYS = """
ALTER TABLE letters_message ADD CONSTRAINT letters_message_of_a_project
    FOREIGN KEY (project_id)
    REFERENCES institutions_project (id);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0002_history"),
        ("letters", "0002_history"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
