"""Through a link only a live one sends: any other value of the context is nobody."""

from django.db import migrations

SOMEBODY_ACTS = """((SELECT app.uid()) IS NOT NULL OR (SELECT app.new_id()) IS NOT NULL
    OR EXISTS (SELECT FROM app.link_in_use()))"""


class Migration(migrations.Migration):
    dependencies = [("letters", "0002_row_security")]

    operations = [
        migrations.RunSQL(
            f"""
            ALTER POLICY scope_insert ON letters_message WITH CHECK ({SOMEBODY_ACTS});
            ALTER POLICY scope_insert ON letters_messagebody WITH CHECK ({SOMEBODY_ACTS})
            """,
            migrations.RunSQL.noop,
        )
    ]
