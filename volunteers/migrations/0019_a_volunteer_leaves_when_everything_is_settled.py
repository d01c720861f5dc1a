"""Leaving: no friendship runs on, proposals become a no, tasks ahead are given back, and so on; all of it in one act."""

from django.db import migrations

from access.security import definer, plpgsql

PROGRAMME = "ARRAY(SELECT app.programme_projects())"

# A friend who disappears is one more let-down: whoever has a friendship that runs says goodbye first. And nobody ends
# at other projects what those who hold them have not seen.
GATE = f"""
BEGIN
    IF app.uid() IS NOT NULL AND NOT app.is_secretariat() AND NOT NEW.project_ids <@ {PROGRAMME} THEN
        RAISE insufficient_privilege USING MESSAGE = 'also at projects of others';
    END IF;
    -- The lock that a proposal and a yes take, too: none comes in between.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM matching_match m WHERE m.volunteer_id = NEW.id
            AND m.state IN ('accepted', 'trial', 'active', 'paused', 'ending')) THEN
        RAISE check_violation USING CONSTRAINT = 'who_leaves_has_said_goodbye', MESSAGE = 'a friendship runs';
    END IF;
    RETURN NEW;
END
"""

# As before, and what a ready volunteer has beyond that: proposals and tasks at evenings ahead.
LEAVES = """
CREATE OR REPLACE FUNCTION app.volunteer_leaves(who uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    freed uuid;
BEGIN
    IF NOT app.may_revoke_link(who) OR NOT EXISTS (SELECT FROM volunteers_volunteer v
            WHERE v.id = who AND v.state IN ('declined', 'withdrawn', 'left')) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope, or one who stays';
    END IF;
    UPDATE matching_match m
    SET state = CASE WHEN m.proposed_at > now() - interval '14 days' THEN 'declined' ELSE 'expired' END
    WHERE m.volunteer_id = who AND m.state = 'proposed';
    -- In the order of giving a task back: the evening first, then the task.
    PERFORM FROM foodclubs_evening e WHERE e.id IN (SELECT d.evening_id FROM foodclubs_duty d
        WHERE d.volunteer_id = who AND d.state = 'taken') AND e.starts_at > now() ORDER BY e.id FOR NO KEY UPDATE;
    FOR freed IN UPDATE foodclubs_duty d SET state = 'cancelled' FROM foodclubs_evening e
        WHERE d.volunteer_id = who AND d.state = 'taken' AND e.id = d.evening_id AND e.starts_at > now()
            AND e.state = 'open' RETURNING d.task_id
    LOOP
        UPDATE foodclubs_task t SET taken = t.taken - 1 WHERE t.id = freed;
    END LOOP;
    PERFORM FROM volunteers_gathering g WHERE g.id IN (
        SELECT t.gathering_id FROM volunteers_attendance t WHERE t.volunteer_id = who) ORDER BY g.id FOR UPDATE;
    DELETE FROM volunteers_attendance t
    WHERE t.volunteer_id = who AND t.state IN ('invited', 'waiting', 'lapsed', 'declined');
    FOR freed IN DELETE FROM volunteers_attendance t WHERE t.volunteer_id = who AND t.state IN ('booked', 'offered')
        RETURNING t.gathering_id
    LOOP
        UPDATE volunteers_gathering g SET taken = g.taken - 1 WHERE g.id = freed;
        PERFORM app.move_up(freed);
    END LOOP;
    UPDATE volunteers_assignment a SET until_on = app.today() - 1
    WHERE a.volunteer_id = who AND (a.until_on IS NULL OR a.until_on >= app.today());
    UPDATE volunteers_reference r SET state = 'withdrawn' WHERE r.volunteer_id = who AND r.state = 'asked';
    UPDATE volunteers_appointment p SET state = 'replaced', chosen = NULL
    WHERE p.volunteer_id = who AND p.state IN ('offered', 'booked');
    UPDATE access_link SET revoked_at = now() WHERE volunteer_id = who AND revoked_at IS NULL;
END
$body$
"""

SCREENED = f"""(SELECT v.id FROM volunteers_volunteer v WHERE v.id = who
        AND (v.project_ids && {PROGRAMME} OR app.is_secretariat()))"""

# What those who screen her cannot read in the rows themselves: for what she has a link, and, for the secretariat,
# which tasks she has taken.
LIVE_LINKS = f"""
    SELECT DISTINCT l.purpose::text FROM access_link l
    WHERE l.volunteer_id = {SCREENED} AND l.revoked_at IS NULL AND l.expires_at > now()
"""
TASKS_AHEAD = f"""
    SELECT d.evening_id, t.kind::text FROM foodclubs_duty d JOIN foodclubs_task t ON t.id = d.task_id
    JOIN foodclubs_evening e ON e.id = d.evening_id
    WHERE d.volunteer_id = {SCREENED} AND d.state = 'taken' AND e.starts_at > now()
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0018_volunteers_rest_until_a_day"),
        ("foodclubs", "0006_tasks_count_their_changes"),
        ("matching", "0009_a_house_is_looked_up_by_index"),
    ]

    operations = [
        plpgsql("app.volunteer_leaving_gate()", "trigger", GATE),
        migrations.RunSQL(
            "CREATE TRIGGER leaving BEFORE UPDATE OF state ON volunteers_volunteer FOR EACH ROW"
            " WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION app.volunteer_leaving_gate()",
            "DROP TRIGGER leaving ON volunteers_volunteer",
        ),
        migrations.RunSQL(LEAVES, migrations.RunSQL.noop),
        definer("app.live_links(who uuid)", "SETOF text", LIVE_LINKS),
        definer("app.tasks_ahead(who uuid)", "TABLE (evening_id uuid, kind text)", TASKS_AHEAD),
    ]
