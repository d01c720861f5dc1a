"""Whoever acts may send; who may see that something was sent is the secretariat and the project's coordinators."""

from django.db import migrations

from access.security import secure

SOMEBODY_ACTS = "(SELECT app.uid() IS NOT NULL OR app.link() IS NOT NULL OR app.new_id() IS NOT NULL)"


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_messages"), ("institutions", "0002_row_security")]

    operations = [
        secure(
            "letters_message",
            select="project_id = ANY(ARRAY(SELECT app.programme_projects())) OR (SELECT app.is_secretariat())",
            insert=SOMEBODY_ACTS,
        ),
        secure("letters_messagebody", insert=SOMEBODY_ACTS),
        migrations.RunSQL(
            """
            ALTER TABLE letters_message ADD CONSTRAINT letters_message_of_a_project
                FOREIGN KEY (project_id) REFERENCES institutions_project (id)
            """,
            "ALTER TABLE letters_message DROP CONSTRAINT letters_message_of_a_project",
        ),
    ]
