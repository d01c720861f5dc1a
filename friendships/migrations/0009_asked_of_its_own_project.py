"""That one has asked is of the same project as its match."""

from django.db import migrations

KEYS = """
ALTER TABLE friendships_asked ADD CONSTRAINT friendships_asked_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0008_somebody_stands_in"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
