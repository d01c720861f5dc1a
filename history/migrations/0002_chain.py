"""The chain of the access log: the database numbers each row and hashes it with the one before; nobody changes one."""

from django.db import migrations

from access.security import definer, secure, trigger

# The lock comes before the number: an id taken earlier would give false alarms with several writers.
LINK_UP = """
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('history_accesslog'));
    SELECT seq, hash INTO last FROM history_accesslog ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(last.seq, 0) + 1;
    NEW.prev := coalesce(last.hash, ''::bytea);
    NEW.at := clock_timestamp();
    NEW.hash := sha256(NEW.prev || convert_to(jsonb_build_array(
        NEW.seq, extract(epoch FROM NEW.at), NEW.actor_id, NEW.action, NEW.object_type, NEW.object_id,
        NEW.project_id, NEW.purpose)::text, 'UTF8'));
    RETURN NEW;
END
"""

NEVER = """
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'the access log is only added to';
END
"""


class Migration(migrations.Migration):
    dependencies = [("history", "0001_access_log"), ("accounts", "0002_grants")]

    operations = [
        secure(
            "history_accesslog",
            select="actor_id = (SELECT app.uid()) OR (SELECT app.is_secretariat())",
            jobs="SELECT, INSERT",
        ),
        definer("app.link_up_access_log()", "trigger", LINK_UP, language="plpgsql", traits="VOLATILE"),
        trigger("history_accesslog", "chain", "BEFORE INSERT", "app.link_up_access_log"),
        definer("app.never_change_access_log()", "trigger", NEVER, language="plpgsql", traits="VOLATILE"),
        trigger("history_accesslog", "append_only", "BEFORE UPDATE OR DELETE", "app.never_change_access_log"),
        definer(
            "app.log_access(action text, object_type text, object_id uuid, project_id bigint, purpose text)",
            "bigint",
            # Numbers, moment and hashes are the trigger's.
            """
            INSERT INTO history_accesslog (seq, at, actor_id, action, object_type, object_id, project_id, purpose,
                                           prev, hash)
            VALUES (0, now(), app.uid(), action, object_type, object_id, project_id, purpose, '', '')
            RETURNING seq
            """,
            traits="VOLATILE",
        ),
    ]
