"""One address a user: allauth's table of addresses says what `accounts_user.email` says, whoever changed it.

allauth finds a user by any address of that table, and lets nobody set up a second factor while one of them is not
proved. It filled the table beside the user's own column when a link was mailed, never proved what it wrote, and kept
what was written: nobody invited could set up a factor, a stranger's "forgotten password" took the way to a factor from
a colleague, and a former address went on opening the account. Now the database keeps the table, and the site may only
note that an address is proved.
"""

from django.db import migrations

from access.security import definer, trigger

GRANTS = """
REVOKE INSERT, UPDATE, DELETE ON account_emailaddress FROM weshelter_app;
REVOKE ALL ON account_emailconfirmation FROM weshelter_app;
GRANT UPDATE (verified) ON account_emailaddress TO weshelter_app;
"""
BACK = """
GRANT SELECT, INSERT, UPDATE, DELETE ON account_emailaddress, account_emailconfirmation TO weshelter_app;
"""
KEEP = """
BEGIN
    IF TG_OP = 'UPDATE' AND lower(NEW.email) = lower(OLD.email) THEN
        RETURN NULL;
    END IF;
    DELETE FROM account_emailaddress WHERE user_id = NEW.id;
    INSERT INTO account_emailaddress (user_id, email, verified, "primary")
    VALUES (NEW.id, lower(NEW.email), false, true);
    RETURN NULL;
END
"""
# Whoever has a password chose it by a link that was mailed to her: there was no other way to one.
AS_IT_IS = """
DELETE FROM account_emailconfirmation;
DELETE FROM account_emailaddress;
INSERT INTO account_emailaddress (user_id, email, verified, "primary")
SELECT id, lower(email), left(password, 1) <> '!', true FROM accounts_user;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_who_makes_users"), ("account", "0009_emailaddress_unique_primary_email")]

    operations = [
        migrations.RunSQL(GRANTS, BACK),
        definer("app.keep_one_address()", "trigger", KEEP, language="plpgsql", traits=""),
        trigger("accounts_user", "keep_one_address", "AFTER INSERT OR UPDATE OF email", "app.keep_one_address"),
        migrations.RunSQL(AS_IT_IS, migrations.RunSQL.noop),
    ]
