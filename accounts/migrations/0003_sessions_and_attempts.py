"""One's own sessions (a table of allauth), and the counts of login attempts (Django's cache in the database)."""

from django.db import migrations

TABLES = """
GRANT SELECT, INSERT, UPDATE, DELETE ON usersessions_usersession TO weshelter_app;
GRANT USAGE ON SEQUENCE usersessions_usersession_id_seq TO weshelter_app;
CREATE TABLE accounts_loginattempts (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX accounts_loginattempts_expires ON accounts_loginattempts (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts_loginattempts TO weshelter_app;
"""
BACK = """
DROP TABLE accounts_loginattempts;
REVOKE ALL ON usersessions_usersession FROM weshelter_app;
REVOKE ALL ON SEQUENCE usersessions_usersession_id_seq FROM weshelter_app;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_grants"), ("usersessions", "0001_initial")]

    operations = [migrations.RunSQL(TABLES, BACK)]
