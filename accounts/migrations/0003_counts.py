"""What no model says: the counts of attempts to log in, written by the cache of Django."""

from django.db import migrations

COUNTS = """
CREATE TABLE accounts_loginattempts (
    cache_key varchar(255) PRIMARY KEY,
    value jsonb NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX accounts_loginattempts_expires ON accounts_loginattempts (expires);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_history"),
    ]

    operations = [migrations.RunSQL(COUNTS, migrations.RunSQL.noop)]
