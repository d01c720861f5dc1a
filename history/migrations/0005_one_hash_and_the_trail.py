"""One function computes the hash for the trigger and for `verify_log`; the trail is only added to, by a function."""

from django.db import migrations

from access.security import definer, secure

# Not with the owner's rights and without a search path of its own, so that a query over all rows can inline it.
# Nothing in it depends on a session's settings: the moment is seconds, the text is UTF-8.
HASH = """
CREATE OR REPLACE FUNCTION app.access_log_hash(entry history_accesslog) RETURNS bytea LANGUAGE sql STABLE AS $body$
    SELECT sha256(entry.prev || convert_to(jsonb_build_array(
        entry.seq, extract(epoch FROM entry.at), entry.actor_id, entry.action, entry.object_type, entry.object_id,
        entry.project_id, entry.purpose)::text, 'UTF8'))
$body$;
REVOKE ALL ON FUNCTION app.access_log_hash(history_accesslog) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.access_log_hash(history_accesslog) TO weshelter_jobs;
CREATE OR REPLACE FUNCTION app.link_up_access_log() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('history_accesslog'));
    SELECT seq, hash INTO last FROM history_accesslog ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(last.seq, 0) + 1;
    NEW.prev := coalesce(last.hash, ''::bytea);
    NEW.at := clock_timestamp();
    NEW.hash := app.access_log_hash(NEW);
    RETURN NEW;
END
$body$;
"""

LEAVE_TRAIL = """
    INSERT INTO history_accesstrail (id, at, actor_id, link_id, action, view, object_type, object_id)
    VALUES (request, clock_timestamp(), app.uid(), (SELECT l.id FROM app.link_in_use() l), action, view, object_type,
        object_id)
"""


class Migration(migrations.Migration):
    dependencies = [("history", "0004_trail_and_anchors"), ("accounts", "0002_grants")]

    operations = [
        migrations.RunSQL(HASH, migrations.RunSQL.noop),
        secure(
            "history_accesstrail",
            select="actor_id = (SELECT app.uid()) OR (SELECT app.is_secretariat())",
            jobs="SELECT",
        ),
        definer(
            "app.leave_trail(request uuid, action text, view text, object_type text, object_id uuid)",
            "void",
            LEAVE_TRAIL,
            traits="VOLATILE",
        ),
        secure("history_anchor", select="(SELECT app.is_secretariat())", jobs="SELECT, INSERT"),
    ]
