"""The app writes an export into the chain and nothing else; what was opened is written where it is opened."""

from django.db import migrations

from access.security import definer


class Migration(migrations.Migration):
    dependencies = [("history", "0005_one_hash_and_the_trail")]

    operations = [
        definer(
            "app.log_export(object_type text, purpose text)",
            "bigint",
            "SELECT app.log_access('export', object_type, NULL, NULL, purpose) WHERE app.uid() IS NOT NULL",
            traits="VOLATILE",
        ),
        migrations.RunSQL(
            "REVOKE EXECUTE ON FUNCTION app.log_access(text, text, uuid, bigint, text) FROM weshelter_app, weshelter_jobs",
            migrations.RunSQL.noop,
        ),
    ]
