"""The schema of our functions; what stands in it is in `database/`."""

from django.db import migrations

SCHEMA = "CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO weshelter_app, weshelter_jobs"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_tables"),
    ]

    operations = [migrations.RunSQL(SCHEMA, "DROP SCHEMA app CASCADE")]
