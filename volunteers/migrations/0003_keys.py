"""What no model can say: keys of several columns, so that a child is of the same project as its parent."""

from django.db import migrations

KEYS = """
ALTER TABLE access_link ADD CONSTRAINT access_link_of_a_volunteer
    FOREIGN KEY (volunteer_id)
    REFERENCES volunteers_volunteer (id) ON DELETE CASCADE;
ALTER TABLE volunteers_roleprofile ADD CONSTRAINT volunteers_roleprofile_with_project_id UNIQUE (id, project_id);
ALTER TABLE volunteers_assignment ADD CONSTRAINT volunteers_assignment_role_id_of_its_own_project
    FOREIGN KEY (role_id, project_id)
    REFERENCES volunteers_roleprofile (id, project_id) DEFERRABLE INITIALLY IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0002_history"),
    ]

    operations = [migrations.RunSQL(KEYS, migrations.RunSQL.noop)]
