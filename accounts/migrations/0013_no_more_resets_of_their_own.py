"""A new start for a login is one kind of change: its own table and its own door are gone."""

from django.db import migrations

from access.security import SECRETARIAT, secure

# As it stood before, for the way back.
CONFIRM = """
CREATE FUNCTION app.confirm_factor_reset(reset uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
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
END
$body$;
REVOKE ALL ON FUNCTION app.confirm_factor_reset(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.confirm_factor_reset(uuid) TO weshelter_app, weshelter_jobs
"""
OPEN = "confirmed_by_id IS NULL AND confirmed_at IS NULL"
SECURED = secure(
    "accounts_factorreset",
    select=SECRETARIAT,
    insert=f"{SECRETARIAT} AND asked_by_id = app.uid() AND user_id <> app.uid() AND {OPEN}",
    delete=f"{SECRETARIAT} AND {OPEN}",
    jobs="SELECT, DELETE",
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0012_resets_are_changes")]

    operations = [
        migrations.RunSQL("DROP FUNCTION app.confirm_factor_reset(uuid)", CONFIRM),
        migrations.RunSQL(migrations.RunSQL.noop, SECURED.sql),
        migrations.DeleteModel("FactorReset"),
    ]
