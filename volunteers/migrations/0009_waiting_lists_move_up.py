"""Places at gatherings: asked, waiting, offered, booked; whoever waits longest moves up. The course by its modules."""

from django.db import migrations

from access.security import definer, plpgsql, trigger
from history.locks import write_as_owner

PROGRAMME = "ARRAY(SELECT app.programme_projects())"

# The moves of Attendance.MOVES; a test holds the two together.
MOVES = """(('invited', 'booked'), ('invited', 'waiting'), ('invited', 'declined'),
    ('waiting', 'offered'), ('waiting', 'declined'),
    ('offered', 'booked'), ('offered', 'declined'), ('offered', 'lapsed'),
    ('booked', 'attended'), ('booked', 'missed'), ('booked', 'declined'),
    ('declined', 'booked'), ('declined', 'waiting'), ('lapsed', 'booked'), ('lapsed', 'waiting'),
    ('missed', 'attended'), ('attended', 'missed'))"""

# Volunteer's Module.values; a test holds the two together.
MODULES = "ARRAY['target_group', 'dilemmas', 'staff', 'role', 'confidentiality', 'duty_to_notify']"

GUARD = f"""
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'an_attendance_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    RETURN NEW;
END
"""

# In the order of the list, so that a page and a letter name them alike.
MODULES_MISSING = f"""
    SELECT array_agg(m.code ORDER BY m.place) FROM unnest({MODULES}) WITH ORDINALITY AS m (code, place)
    WHERE NOT EXISTS (SELECT FROM volunteers_attendance t JOIN volunteers_gathering g ON g.id = t.gathering_id
        WHERE t.volunteer_id = of_volunteer AND t.state = 'attended' AND g.kind = 'introduction'
            AND m.code = ANY (g.modules))
"""
MODULES_MISSING_SEEN = f"""
    SELECT app.modules_missing(v.id) FROM volunteers_volunteer v WHERE v.id = of_volunteer AND (
        v.project_ids && {PROGRAMME} OR app.is_secretariat()
        OR v.id = (SELECT l.volunteer_id FROM app.link_in_use() l))
"""

REQUIREMENTS = """
CREATE OR REPLACE FUNCTION app.requirements(volunteers uuid[]) RETURNS TABLE (volunteer_id uuid, code text, met boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
    SELECT v.id, r.code, r.met FROM unnest(volunteers) AS v (id), LATERAL (VALUES
        ('interview', EXISTS (SELECT FROM volunteers_interview i WHERE i.volunteer_id = v.id AND i.outcome = 'good')),
        ('agreement', EXISTS (SELECT FROM volunteers_signature s WHERE s.volunteer_id = v.id AND s.agreement_id = (
            SELECT g.id FROM volunteers_agreement g WHERE g.in_force_from <= app.today()
            ORDER BY g.version DESC LIMIT 1))),
        ('course', app.modules_missing(v.id) IS NULL)
    ) AS r (code, met)
$body$
"""

# Who may act for a volunteer at a gathering: those who screen her, never herself by a login; her own link to courses.
MAY_PLACE = f"""
    SELECT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = who
        AND v.state IN ('in_training', 'ready', 'resting')
        AND (v.id = app.link_volunteer('courses')
            OR v.user_id IS DISTINCT FROM app.uid()
                AND (v.project_ids && {PROGRAMME} OR app.is_secretariat())))
"""

# The row of the gathering is locked first: so places are counted, and the list is ordered, one after the other.
TAKE_GATHERING_PLACE = """
CREATE OR REPLACE FUNCTION app.take_gathering_place(at uuid, who text) RETURNS uuid LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    gathering volunteers_gathering;
    had volunteers_attendance;
    becomes text;
    made uuid;
BEGIN
    IF NOT app.may_place(who::uuid) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    SELECT g.* INTO gathering FROM volunteers_gathering g WHERE g.id = at
        AND (app.link() IS NULL AND g.starts_at > now() - interval '30 days' OR g.starts_at > now()) FOR UPDATE;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_gathering_is_still_ahead', MESSAGE = 'over, or not there';
    END IF;
    SELECT t.* INTO had FROM volunteers_attendance t WHERE t.gathering_id = at AND t.volunteer_id = who::uuid;
    IF had.state IN ('booked', 'waiting', 'attended', 'missed') THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_volunteer', MESSAGE = 'on the list already';
    END IF;
    IF had.state = 'offered' THEN
        becomes := 'booked';
    ELSIF gathering.taken < gathering.places
            AND NOT EXISTS (SELECT FROM volunteers_attendance t WHERE t.gathering_id = at AND t.state = 'waiting') THEN
        becomes := 'booked';
        UPDATE volunteers_gathering g SET taken = g.taken + 1 WHERE g.id = at;
    ELSE
        becomes := 'waiting';
    END IF;
    IF had.id IS NULL THEN
        INSERT INTO volunteers_attendance (id, gathering_id, volunteer_id, state, since)
        VALUES (gen_random_uuid(), at, who::uuid, becomes, clock_timestamp()) RETURNING id INTO made;
    ELSE
        UPDATE volunteers_attendance t SET state = becomes, since = clock_timestamp(), offered_until = NULL,
            told_at = NULL WHERE t.id = had.id RETURNING t.id INTO made;
    END IF;
    RETURN made;
END
$body$
"""

INVITE = """
DECLARE
    made uuid;
BEGIN
    IF NOT app.may_place(who) OR app.link() IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    INSERT INTO volunteers_attendance (id, gathering_id, volunteer_id, state, since)
    SELECT gen_random_uuid(), g.id, who, 'invited', clock_timestamp() FROM volunteers_gathering g
    WHERE g.id = at AND g.starts_at > now()
    ON CONFLICT (gathering_id, volunteer_id) DO NOTHING RETURNING id INTO made;
    RETURN made;
END
"""

# A place is kept for whoever is offered it for three days, at the most until it begins.
MOVE_UP = """
DECLARE
    next_one uuid;
BEGIN
    LOOP
        PERFORM FROM volunteers_gathering g
        WHERE g.id = at AND g.taken < g.places AND g.starts_at > now() FOR UPDATE;
        EXIT WHEN NOT FOUND;
        SELECT t.id INTO next_one FROM volunteers_attendance t
        WHERE t.gathering_id = at AND t.state = 'waiting' ORDER BY t.since, t.id LIMIT 1;
        EXIT WHEN NOT FOUND;
        UPDATE volunteers_attendance t SET state = 'offered', told_at = NULL,
            offered_until = (SELECT least(now() + interval '3 days', g.starts_at) FROM volunteers_gathering g
                WHERE g.id = at)
        WHERE t.id = next_one;
        UPDATE volunteers_gathering g SET taken = g.taken + 1 WHERE g.id = at;
    END LOOP;
END
"""

LEAVE = """
DECLARE
    had volunteers_attendance;
BEGIN
    SELECT t.* INTO had FROM volunteers_attendance t WHERE t.id = attendance;
    IF NOT FOUND OR NOT app.may_place(had.volunteer_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    PERFORM FROM volunteers_gathering g WHERE g.id = had.gathering_id FOR UPDATE;
    SELECT t.* INTO had FROM volunteers_attendance t WHERE t.id = attendance;
    IF had.state IN ('declined', 'lapsed') THEN
        RETURN;  -- twice is once
    END IF;
    UPDATE volunteers_attendance t SET state = 'declined', offered_until = NULL WHERE t.id = attendance;
    IF had.state IN ('booked', 'offered') THEN
        UPDATE volunteers_gathering g SET taken = g.taken - 1 WHERE g.id = had.gathering_id;
        PERFORM app.move_up(had.gathering_id);
    END IF;
END
"""

LAPSE = """
DECLARE
    late record;
    lapsed integer := 0;
BEGIN
    FOR late IN SELECT t.id, t.gathering_id FROM volunteers_attendance t
        WHERE t.state = 'offered' AND t.offered_until <= now() ORDER BY t.gathering_id, t.since
    LOOP
        PERFORM FROM volunteers_gathering g WHERE g.id = late.gathering_id FOR UPDATE;
        UPDATE volunteers_attendance t SET state = 'lapsed', offered_until = NULL
        WHERE t.id = late.id AND t.state = 'offered';
        CONTINUE WHEN NOT FOUND;  -- she said yes at this moment
        UPDATE volunteers_gathering g SET taken = g.taken - 1 WHERE g.id = late.gathering_id;
        PERFORM app.move_up(late.gathering_id);
        lapsed := lapsed + 1;
    END LOOP;
    RETURN lapsed;
END
"""

# Her number on the waiting list, told to herself and to those who screen her; it tells nothing of the others.
PLACES_IN_LINE = """
    SELECT t.id, (SELECT count(*) FROM volunteers_attendance o WHERE o.gathering_id = t.gathering_id
        AND o.state = 'waiting' AND (o.since, o.id) <= (t.since, t.id))::integer
    FROM volunteers_attendance t WHERE t.id = ANY (attendances) AND t.state = 'waiting' AND app.may_place(t.volunteer_id)
"""

MORE_PLACES = """
BEGIN
    PERFORM app.move_up(NEW.id);
    RETURN NULL;
END
"""

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
    PERFORM FROM volunteers_gathering g WHERE g.id IN (
        SELECT t.gathering_id FROM volunteers_attendance t WHERE t.volunteer_id = who) ORDER BY g.id FOR UPDATE;
    DELETE FROM volunteers_attendance t WHERE t.volunteer_id = who AND t.state IN ('invited', 'waiting', 'lapsed', 'declined');
    FOR freed IN DELETE FROM volunteers_attendance t WHERE t.volunteer_id = who AND t.state IN ('booked', 'offered')
        RETURNING t.gathering_id
    LOOP
        UPDATE volunteers_gathering g SET taken = g.taken - 1 WHERE g.id = freed;
        PERFORM app.move_up(freed);
    END LOOP;
    UPDATE volunteers_assignment a SET until_on = app.today() - 1
    WHERE a.volunteer_id = who AND (a.until_on IS NULL OR a.until_on >= app.today());
    UPDATE access_link SET revoked_at = now() WHERE volunteer_id = who AND revoked_at IS NULL;
END
$body$
"""

# As before, and a link to choose courses: made by those who screen her, and by herself through one she has.
MAY_ISSUE = """
CREATE OR REPLACE FUNCTION app.may_issue_link(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF for_purpose = 'own_page' AND (for_volunteer = app.new_id()
            OR for_volunteer = app.link_volunteer('proposal') OR for_volunteer IN (SELECT app.house_friends())) THEN
        RETURN true;
    END IF;
    IF NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())) THEN
        RETURN false;
    END IF;
    RETURN CASE for_purpose
        WHEN 'own_page' THEN true
        WHEN 'agreement' THEN true
        WHEN 'courses' THEN true
        WHEN 'proposal' THEN EXISTS (SELECT FROM matching_match m WHERE m.id = about
            AND m.volunteer_id = for_volunteer AND m.project_id IN (SELECT app.own_projects()))
        WHEN 'duty' THEN EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = about
            AND e.project_id IN (SELECT app.own_projects()))
        ELSE false
    END;
END
$body$
"""

OWN_LINK = "(SELECT app.link_volunteer('own_page', 'agreement', 'proposal', 'duty', 'courses'))"
CHOOSES = "(SELECT app.link_volunteer('courses')) IS NOT NULL"
RIGHTS = f"""
ALTER POLICY by_link_select ON volunteers_volunteer USING (id = {OWN_LINK});
ALTER POLICY by_link_select ON volunteers_attendance USING (volunteer_id = {OWN_LINK});
ALTER POLICY by_link_select ON volunteers_gathering
    USING (EXISTS (SELECT FROM volunteers_attendance t WHERE t.gathering_id = volunteers_gathering.id)
        AND {OWN_LINK} IS NOT NULL OR {CHOOSES} AND kind = 'introduction' AND starts_at > now());
ALTER POLICY scope_update ON volunteers_attendance WITH CHECK (state IN ('attended', 'missed') AND
    EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id
        AND (v.project_ids && {PROGRAMME} OR (SELECT app.is_secretariat()))
        AND v.user_id IS DISTINCT FROM (SELECT app.uid())));
REVOKE EXECUTE ON FUNCTION app.modules_missing(uuid), app.may_place(uuid), app.move_up(uuid)
    FROM weshelter_app, weshelter_jobs;
REVOKE EXECUTE ON FUNCTION app.lapse_offers() FROM weshelter_app;
GRANT UPDATE (modules) ON volunteers_gathering TO weshelter_app
"""


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0008_modules_and_waiting_lists"), ("access", "0006_course_links")]

    operations = [
        write_as_owner("volunteers_attendance"),
        plpgsql("app.attendance_guard()", "trigger", GUARD),
        trigger("volunteers_attendance", "guard", "BEFORE UPDATE OF state", "app.attendance_guard"),
        definer("app.modules_missing(of_volunteer uuid)", "text[]", MODULES_MISSING),
        definer("app.modules_missing_seen(of_volunteer uuid)", "text[]", MODULES_MISSING_SEEN),
        migrations.RunSQL(REQUIREMENTS, migrations.RunSQL.noop),
        definer("app.may_place(who uuid)", "boolean", MAY_PLACE),
        migrations.RunSQL(TAKE_GATHERING_PLACE, migrations.RunSQL.noop),
        plpgsql("app.invite_to_gathering(at uuid, who uuid)", "uuid", INVITE),
        plpgsql("app.move_up(at uuid)", "void", MOVE_UP),
        plpgsql("app.leave_gathering(attendance uuid)", "void", LEAVE),
        plpgsql("app.lapse_offers()", "integer", LAPSE),
        definer("app.places_in_line(attendances uuid[])", "TABLE (attendance_id uuid, place integer)", PLACES_IN_LINE),
        plpgsql("app.more_places()", "trigger", MORE_PLACES),
        trigger("volunteers_gathering", "more_places", "AFTER UPDATE OF places", "app.more_places"),
        migrations.RunSQL(LEAVES, migrations.RunSQL.noop),
        migrations.RunSQL(MAY_ISSUE, migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
