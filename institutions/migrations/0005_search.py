"""What the search stands on: letters without their accents, and words that are nearly the same."""

from django.db import migrations

EXTENSIONS = "CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public; CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public"


class Migration(migrations.Migration):
    dependencies = [
        ("institutions", "0004_first_interests"),
    ]

    operations = [migrations.RunSQL(EXTENSIONS, migrations.RunSQL.noop)]
