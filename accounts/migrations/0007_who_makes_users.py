"""Who may make a user, and change what a user is: the secretariat. Everybody else changes a password and a last login.

`accounts_user` has no row security, since everybody must see who acted; without this a request with any context could
make somebody the secretariat. The first user of an empty site is the one exception (`manage.py invite`).
"""

from django.db import migrations

from access.security import trigger

GUARD = """
CREATE FUNCTION app.users_are_the_secretariats() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF app.is_secretariat() OR pg_has_role(current_user, 'weshelter_owner', 'USAGE') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM accounts_user) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.email, NEW.name, NEW.is_secretariat, NEW.is_active)
            IS NOT DISTINCT FROM (OLD.id, OLD.email, OLD.name, OLD.is_secretariat, OLD.is_active) THEN
        RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'users are the secretariat''s';
END
$body$;
REVOKE ALL ON FUNCTION app.users_are_the_secretariats() FROM PUBLIC
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_history")]

    operations = [
        migrations.RunSQL(GUARD, "DROP FUNCTION app.users_are_the_secretariats()"),
        trigger("accounts_user", "guard", "BEFORE INSERT OR UPDATE", "app.users_are_the_secretariats"),
    ]
