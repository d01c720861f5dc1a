"""What no model can say: keys of several columns, so that a child is of the same project as its parent."""

from django.db import migrations

KEYS = """
CREATE SEQUENCE app.citizen_number;
ALTER TABLE citizens_citizen ADD CONSTRAINT citizens_citizen_with_project_id UNIQUE (id, project_id);
ALTER TABLE citizens_wishes ADD CONSTRAINT citizens_wishes_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE citizens_consent ADD CONSTRAINT citizens_consent_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE citizens_disclosure ADD CONSTRAINT citizens_disclosure_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE citizens_breakglass ADD CONSTRAINT citizens_breakglass_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE citizens_home ADD CONSTRAINT citizens_home_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE citizens_knownas ADD CONSTRAINT citizens_knownas_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0002_history"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
