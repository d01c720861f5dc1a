"""Who sees where a citizen lives, and who writes it down: his children's scope."""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_PROJECTS, same_project, secure
from history.locks import keep_history, write_as_owner

# Through an emergency one reads and writes nothing.
WRITES = f"project_id = {OWN_PROJECTS} OR citizen_id = ANY(ARRAY(SELECT app.house_citizens()))"


class Migration(migrations.Migration):
    dependencies = [("citizens", "0009_wishes_and_homes")]

    operations = [
        secure(
            "citizens_home",
            select=f"project_id = {OWN_PROJECTS} OR citizen_id = {ATTACHED_CITIZENS}",
            insert=WRITES,
            update=WRITES,
            update_columns="until_on",
        ),
        same_project("citizens_home", "citizens_citizen", "citizen_id"),
        *keep_history("citizens_home"),
        write_as_owner("citizens_wishes"),
    ]
