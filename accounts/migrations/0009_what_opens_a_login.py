"""What opens a login is not the app's to write: no password but by one function, no factor and no count that runs.

A password is set by `app.set_password` for whoever acts, and it ends that person's logins. What it is worth is held by
the site: it kneads its own key and the user's id into every password (accounts/models.py), so a hash that somebody
writes or copies through SQL opens nothing. Counts of attempts are JSON, for what the library would unpickle runs.
"""

from django.db import migrations

from access.security import plpgsql

RIGHTS = """
REVOKE UPDATE ON accounts_user FROM weshelter_app;
GRANT UPDATE (name, email, is_secretariat, is_active, last_login) ON accounts_user TO weshelter_app;
DELETE FROM accounts_loginattempts;
ALTER TABLE accounts_loginattempts ALTER COLUMN value TYPE jsonb USING to_jsonb(value);
REVOKE DELETE ON django_session FROM weshelter_jobs;
"""
CHOOSE = """
BEGIN
    IF of_user IS DISTINCT FROM app.uid() THEN
        RAISE insufficient_privilege USING MESSAGE = 'a password is one''s own';
    END IF;
    UPDATE accounts_user SET password = hash WHERE id = of_user AND is_active;
    PERFORM app.end_logins(of_user);
END
"""
END_LOGINS = """
BEGIN
    DELETE FROM django_session WHERE session_key IN
        (SELECT s.session_key FROM usersessions_usersession s WHERE s.user_id = of_user);
    DELETE FROM usersessions_usersession WHERE user_id = of_user;
END
"""
FORGET = """
DECLARE
    forgotten bigint;
BEGIN
    DELETE FROM django_session WHERE expire_date < now();
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    DELETE FROM usersessions_usersession u
    WHERE NOT EXISTS (SELECT FROM django_session s WHERE s.session_key = u.session_key);
    DELETE FROM accounts_loginattempts a WHERE a.expires < now();
    RETURN forgotten;
END
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_one_address"), ("usersessions", "0001_initial")]

    operations = [
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
        plpgsql("app.end_logins(of_user uuid)", "void", END_LOGINS),
        plpgsql("app.set_password(of_user uuid, hash text)", "void", CHOOSE),
        plpgsql("app.forget_logins()", "bigint", FORGET),
        migrations.RunSQL(
            "REVOKE EXECUTE ON FUNCTION app.end_logins(uuid), app.forget_logins() FROM weshelter_app;"
            "REVOKE EXECUTE ON FUNCTION app.set_password(uuid, text) FROM weshelter_jobs",
            migrations.RunSQL.noop,
        ),
    ]
