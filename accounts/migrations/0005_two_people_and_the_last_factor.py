"""Who asks for and who confirms a new start, and the factor that stays.

Both are held by the database: two windows could take away the last two factors at the same time, and the app's login
may neither write a confirmation nor take one back.
"""

from django.db import migrations

from access.security import SECRETARIAT, definer, secure, trigger

OPEN = "confirmed_by_id IS NULL AND confirmed_at IS NULL"
KEEP = """
BEGIN
    IF OLD.type = 'recovery_codes' THEN
        RETURN OLD;
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = OLD.user_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM mfa_authenticator a
            WHERE a.user_id = OLD.user_id AND a.id <> OLD.id AND a.type <> 'recovery_codes')
        AND NOT EXISTS (SELECT FROM accounts_factorreset r
            WHERE r.user_id = OLD.user_id AND r.confirmed_at = transaction_timestamp()) THEN
        RAISE EXCEPTION 'the last factor stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_factor_stays';
    END IF;
    RETURN OLD;
END
"""
CONFIRM = """
DECLARE
    who uuid;
BEGIN
    UPDATE accounts_factorreset SET confirmed_by_id = app.uid(), confirmed_at = transaction_timestamp()
    WHERE id = reset AND confirmed_at IS NULL AND asked_at > now() - interval '7 days'
        AND app.is_secretariat() AND asked_by_id <> app.uid() AND user_id <> app.uid()
    RETURNING user_id INTO who;
    IF who IS NULL THEN
        RAISE EXCEPTION 'not confirmed' USING ERRCODE = 'check_violation', CONSTRAINT = 'reset_needs_a_second_person';
    END IF;
    DELETE FROM mfa_authenticator WHERE user_id = who;
    UPDATE accounts_user SET password = '!' || replace(gen_random_uuid()::text, '-', '') WHERE id = who;
    DELETE FROM django_session WHERE session_key IN
        (SELECT s.session_key FROM usersessions_usersession s WHERE s.user_id = who);
    DELETE FROM usersessions_usersession WHERE user_id = who;
END
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_factor_resets"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        secure(
            "accounts_factorreset",
            select=SECRETARIAT,
            insert=f"{SECRETARIAT} AND asked_by_id = app.uid() AND user_id <> app.uid() AND {OPEN}",
            delete=f"{SECRETARIAT} AND {OPEN}",
            jobs="SELECT, DELETE",
        ),
        definer("app.keep_a_factor()", "trigger", KEEP, language="plpgsql", traits=""),
        trigger("mfa_authenticator", "keep_a_factor", "BEFORE DELETE", "app.keep_a_factor"),
        definer("app.confirm_factor_reset(reset uuid)", "void", CONFIRM, language="plpgsql", traits=""),
    ]
