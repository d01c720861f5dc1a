"""What no model can say: keys of two columns, so that a rest or an ending is of the same project as its match."""

from django.db import migrations

KEYS = """
ALTER TABLE friendships_closure ADD CONSTRAINT friendships_closure_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE friendships_pause ADD CONSTRAINT friendships_pause_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("friendships", "0001_tables"),
        ("matching", "0006_to_its_end"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
