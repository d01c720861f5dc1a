"""What no model can say: keys of several columns, so that a child is of the same project as its parent."""

from django.db import migrations

KEYS = """
ALTER TABLE foodclubs_foodclub ADD CONSTRAINT foodclubs_foodclub_with_project_id UNIQUE (id, project_id);
ALTER TABLE foodclubs_evening ADD CONSTRAINT foodclubs_evening_food_club_id_of_its_own_project
    FOREIGN KEY (food_club_id, project_id)
    REFERENCES foodclubs_foodclub (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE foodclubs_guest ADD CONSTRAINT foodclubs_guest_food_club_id_of_its_own_project
    FOREIGN KEY (food_club_id, project_id)
    REFERENCES foodclubs_foodclub (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE foodclubs_evening ADD CONSTRAINT foodclubs_evening_with_project_id UNIQUE (id, project_id);
ALTER TABLE foodclubs_task ADD CONSTRAINT foodclubs_task_evening_id_of_its_own_project
    FOREIGN KEY (evening_id, project_id)
    REFERENCES foodclubs_evening (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE foodclubs_duty ADD CONSTRAINT foodclubs_duty_evening_id_of_its_own_project
    FOREIGN KEY (evening_id, project_id)
    REFERENCES foodclubs_evening (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE foodclubs_task ADD CONSTRAINT foodclubs_task_with_evening_id UNIQUE (id, evening_id);
ALTER TABLE foodclubs_duty ADD CONSTRAINT foodclubs_duty_task_id_of_its_own_project
    FOREIGN KEY (task_id, evening_id)
    REFERENCES foodclubs_task (id, evening_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE foodclubs_signup ADD CONSTRAINT foodclubs_signup_evening_id_of_its_own_project
    FOREIGN KEY (evening_id, project_id)
    REFERENCES foodclubs_evening (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE foodclubs_guest ADD CONSTRAINT foodclubs_guest_with_project_id UNIQUE (id, project_id);
ALTER TABLE foodclubs_signup ADD CONSTRAINT foodclubs_signup_guest_id_of_its_own_project
    FOREIGN KEY (guest_id, project_id)
    REFERENCES foodclubs_guest (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("foodclubs", "0002_history"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
