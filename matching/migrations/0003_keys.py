"""What no model can say: keys of several columns, so that a child is of the same project as its parent."""

from django.db import migrations

KEYS = """
ALTER TABLE matching_match ADD CONSTRAINT matching_match_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE matching_notthisone ADD CONSTRAINT matching_notthisone_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE matching_match ADD CONSTRAINT matching_match_with_project_id UNIQUE (id, project_id);
ALTER TABLE matching_choicenote ADD CONSTRAINT matching_choicenote_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE matching_firstmeeting ADD CONSTRAINT matching_firstmeeting_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0002_history"),
        ("citizens", "0003_keys"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
