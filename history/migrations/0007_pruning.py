"""What is older than 24 months goes: the trail row by row, the chain up to a row that was sent out as an anchor."""

from django.db import migrations

from access.security import definer

# Neither login may delete from the log: this trigger stands in the way of the owner's own mistakes.
NEVER = """
CREATE OR REPLACE FUNCTION app.never_change_access_log() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '24 months' THEN
        RETURN OLD;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'the access log is only added to';
END
$body$
"""
PRUNE = """
DECLARE
    checkpoint bigint;
    pruned bigint;
    trails bigint;
BEGIN
    SELECT max(l.seq) INTO checkpoint FROM history_accesslog l
        JOIN history_anchor a ON a.seq = l.seq AND a.hash = l.hash
        WHERE l.at < now() - interval '24 months';
    DELETE FROM history_accesslog l WHERE l.seq < checkpoint;
    GET DIAGNOSTICS pruned = ROW_COUNT;
    DELETE FROM history_accesstrail t WHERE t.at < now() - interval '24 months';
    GET DIAGNOSTICS trails = ROW_COUNT;
    RETURN pruned + trails;
END
"""


class Migration(migrations.Migration):
    dependencies = [("history", "0006_an_export_is_logged_by_name")]

    operations = [
        migrations.RunSQL(NEVER, migrations.RunSQL.noop),
        definer("app.prune_logs()", "bigint", PRUNE, language="plpgsql", traits="VOLATILE"),
        migrations.RunSQL("REVOKE EXECUTE ON FUNCTION app.prune_logs() FROM weshelter_app", migrations.RunSQL.noop),
    ]
