"""What no model can say: keys of several columns, so that a child is of the same project as its parent."""

from django.db import migrations

KEYS = """
ALTER TABLE notes_confidencebody ADD CONSTRAINT notes_confidencebody_of_a_confidence
    FOREIGN KEY (confidence_id)
    REFERENCES notes_confidence (id) ON DELETE CASCADE;
ALTER TABLE notes_datakey ADD CONSTRAINT notes_datakey_of_a_citizen
    FOREIGN KEY (citizen_id)
    REFERENCES citizens_citizen (id) ON DELETE CASCADE;
ALTER TABLE notes_confidence ADD CONSTRAINT notes_confidence_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_confidence ADD CONSTRAINT notes_confidence_with_project_id UNIQUE (id, project_id);
ALTER TABLE notes_addressee ADD CONSTRAINT notes_addressee_confidence_id_of_its_own_project
    FOREIGN KEY (confidence_id, project_id)
    REFERENCES notes_confidence (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_datakey ADD CONSTRAINT notes_datakey_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_guidance ADD CONSTRAINT notes_guidance_citizen_id_of_its_own_project
    FOREIGN KEY (citizen_id, project_id)
    REFERENCES citizens_citizen (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE citizens_consent ADD CONSTRAINT citizens_consent_with_citizen_id UNIQUE (id, citizen_id);
ALTER TABLE notes_guidance ADD CONSTRAINT notes_guidance_consent_id_of_its_own_project
    FOREIGN KEY (consent_id, citizen_id)
    REFERENCES citizens_consent (id, citizen_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_guidance ADD CONSTRAINT notes_guidance_with_project_id UNIQUE (id, project_id);
ALTER TABLE notes_origin ADD CONSTRAINT notes_origin_guidance_id_of_its_own_project
    FOREIGN KEY (guidance_id, project_id)
    REFERENCES notes_guidance (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_origin ADD CONSTRAINT notes_origin_confidence_id_of_its_own_project
    FOREIGN KEY (confidence_id, project_id)
    REFERENCES notes_confidence (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_acknowledgement ADD CONSTRAINT notes_acknowledgement_guidance_id_of_its_own_project
    FOREIGN KEY (guidance_id, project_id)
    REFERENCES notes_guidance (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE notes_acknowledgement ADD CONSTRAINT notes_acknowledgement_match_id_of_its_own_project
    FOREIGN KEY (match_id, project_id)
    REFERENCES matching_match (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("notes", "0002_history"),
        ("citizens", "0003_keys"),
        ("matching", "0003_keys"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
