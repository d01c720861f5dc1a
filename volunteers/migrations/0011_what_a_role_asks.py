"""Who sees the records of the screening, what a link may change, and the gates: what a role asks, asked of the rows."""

from django.db import migrations

from access.security import SECRETARIAT, definer, plpgsql, same_project, secure, trigger
from history.locks import keep_history, write_as_owner

PROGRAMME = "ARRAY(SELECT app.programme_projects())"


def screened(volunteer: str = "volunteer_id", more: str = "") -> str:
    """Those who screen the volunteer; never the volunteer herself."""
    return f"""EXISTS (SELECT FROM volunteers_volunteer v {more} WHERE v.id = {volunteer}
        AND (v.project_ids && {PROGRAMME} OR (SELECT app.is_secretariat()))
        AND v.user_id IS DISTINCT FROM (SELECT app.uid()))"""


SCREENED = screened()
OWN_RECORD = f"""({SCREENED} OR {SECRETARIAT}
    OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id AND v.user_id = (SELECT app.uid())))"""
SCREENED_ASSIGNMENT = screened("a.volunteer_id", "JOIN volunteers_assignment a ON a.id = assignment_id")
# The requirement is seen by those who screen, so asking for it is asking who screens.
SCREENED_REQUIREMENT = "EXISTS (SELECT FROM volunteers_requirement q WHERE q.id = requirement_id)"

ROLE_ASKS = """
    SELECT a.kind, a.number FROM volunteers_roleprofile r, LATERAL (VALUES
        ('second_yes', r.asks_two::int), ('references', r.references_asked::int),
        (r.record_asked::text, (r.record_asked <> '')::int)) AS a (kind, number)
    WHERE r.id = of_role AND a.number > 0
"""

# A reference counts when the referee says yes. A check counts until its day, unless a later one speaks against it.
IS_MET = """
    SELECT CASE
        WHEN kind = 'second_yes' THEN EXISTS (
            SELECT FROM volunteers_secondyes s JOIN volunteers_interview i ON i.volunteer_id = s.volunteer_id
            WHERE s.volunteer_id = of_volunteer AND i.outcome = 'good' AND i.by_id <> s.by_id)
        WHEN kind = 'references' THEN (
            SELECT count(*) FROM volunteers_reference r
            WHERE r.volunteer_id = of_volunteer AND r.state = 'answered' AND r.trusts = 'yes') >= number
        WHEN kind IN ('criminal_record', 'children_record') THEN EXISTS (
            SELECT FROM volunteers_recordcheck c
            WHERE c.volunteer_id = of_volunteer AND c.kind = is_met.kind AND c.outcome IN ('ok', 'assessed_ok')
                AND (c.next_due_on IS NULL OR c.next_due_on >= app.today())
                AND NOT EXISTS (SELECT FROM volunteers_recordcheck n
                    WHERE n.volunteer_id = c.volunteer_id AND n.kind = c.kind AND n.id <> c.id
                        AND n.outcome IN ('under_discussion', 'not_ok') AND n.seen_on >= c.seen_on))
        ELSE false END
"""

ASSIGNMENT_REQUIREMENTS = """
    SELECT a.volunteer_id, a.project_id, q.id, q.kind::text, app.is_met(a.volunteer_id, q.kind, q.number),
        (SELECT max(e.until_on) FROM volunteers_exemption e
            WHERE e.requirement_id = q.id AND e.given_on <= app.today() AND e.until_on >= app.today())
    FROM volunteers_assignment a JOIN volunteers_requirement q ON q.assignment_id = a.id AND q.since <= app.today()
    WHERE a.volunteer_id = ANY (volunteers) AND a.from_on <= app.today()
        AND (a.until_on IS NULL OR a.until_on >= app.today())
"""

# What the pages ask, about those whom the actor screens.
ASSIGNMENT_REQUIREMENTS_SEEN = f"""
    SELECT r.* FROM app.assignment_requirements(ARRAY(
        SELECT v.id FROM volunteers_volunteer v WHERE v.id = ANY (volunteers)
            AND (v.project_ids && {PROGRAMME} OR app.is_secretariat())
            AND v.user_id IS DISTINCT FROM app.uid())) r
"""

# The newest version that demands it, or a later one, is signed.
REQUIREMENTS = """
CREATE OR REPLACE FUNCTION app.requirements(volunteers uuid[])
    RETURNS TABLE (volunteer_id uuid, code text, met boolean) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
    SELECT v.id, r.code, r.met FROM unnest(volunteers) AS v (id), LATERAL (VALUES
        ('interview', EXISTS (SELECT FROM volunteers_interview i WHERE i.volunteer_id = v.id AND i.outcome = 'good')),
        ('agreement', EXISTS (SELECT FROM volunteers_signature s JOIN volunteers_agreement g ON g.id = s.agreement_id
            WHERE s.volunteer_id = v.id AND g.version >= coalesce((SELECT max(n.version) FROM volunteers_agreement n
                WHERE n.demands_signature AND n.in_force_from <= app.today()), 0))),
        ('course', app.modules_missing(v.id) IS NULL)
    ) AS r (code, met)
$body$;
CREATE OR REPLACE FUNCTION app.requirements_seen(volunteers uuid[])
    RETURNS TABLE (volunteer_id uuid, code text, met boolean) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
    SELECT r.volunteer_id, r.code, r.met FROM app.requirements(ARRAY(
        SELECT v.id FROM volunteers_volunteer v WHERE v.id = ANY (volunteers) AND (
            v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()
            OR v.id IN (SELECT app.house_volunteers())
            OR v.id = (SELECT l.volunteer_id FROM app.link_in_use() l WHERE l.purpose <> 'reference')))) r
$body$
"""

# What is lacking is named to those who screen her; a lead and a link are told that she is not ready.
REQUIRE_READY = f"""
CREATE OR REPLACE FUNCTION app.require_ready(for_volunteer uuid, at_project bigint) RETURNS void LANGUAGE plpgsql
    VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    lacking text := (SELECT string_agg(l.code, ',') FROM (
        SELECT r.code FROM app.requirements(ARRAY[for_volunteer]) r WHERE NOT r.met
        UNION ALL
        SELECT r.code FROM app.assignment_requirements(ARRAY[for_volunteer]) r
        WHERE r.project_id = at_project AND NOT r.met AND r.exempt_until IS NULL) l);
BEGIN
    IF lacking IS NOT NULL
        OR NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer AND v.state = 'ready') THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_is_ready', MESSAGE = 'not ready',
            DETAIL = CASE WHEN {screened("for_volunteer")} THEN coalesce(lacking, '') ELSE '' END;
    END IF;
    IF NOT EXISTS (SELECT FROM volunteers_assignment a WHERE a.volunteer_id = for_volunteer
            AND a.project_id = at_project AND a.from_on <= app.today()
            AND (a.until_on IS NULL OR a.until_on >= app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_is_assigned', MESSAGE = 'not assigned';
    END IF;
END
$body$
"""

# The way of each volunteer for those who screen her: each step that applies, whether it is met and since when, and
# whether somebody else has been asked for it. Before there is an assignment, the role applied for says what is asked.
SCREENING_STEPS = f"""
    WITH seen AS (
        SELECT v.id, v.role_id, v.state FROM volunteers_volunteer v WHERE v.id = ANY (volunteers)
            AND (v.project_ids && {PROGRAMME} OR app.is_secretariat()) AND v.user_id IS DISTINCT FROM app.uid()
    ), asks AS (
        SELECT r.volunteer_id AS id, r.code AS kind, bool_and(r.met) AS met,
            CASE WHEN bool_and(r.met OR r.exempt_until IS NOT NULL) THEN min(r.exempt_until) END AS exempt_until
        FROM app.assignment_requirements(ARRAY(SELECT s.id FROM seen s)) r GROUP BY 1, 2
        UNION ALL
        SELECT s.id, a.kind, app.is_met(s.id, a.kind, a.number), NULL FROM seen s, app.role_asks(s.role_id) a
        WHERE s.state IN ('applied', 'interviewed') AND NOT EXISTS (SELECT FROM volunteers_assignment g
            WHERE g.volunteer_id = s.id AND (g.until_on IS NULL OR g.until_on >= app.today()))
    ), base AS (
        SELECT r.volunteer_id AS id, r.code AS kind, r.met, NULL::date AS exempt_until
        FROM app.requirements(ARRAY(SELECT s.id FROM seen s)) r
    ), booked AS (
        SELECT s.id, 'booked' AS kind, b.met OR EXISTS (SELECT FROM volunteers_appointment p
            WHERE p.volunteer_id = s.id AND p.state = 'booked') AS met, NULL::date AS exempt_until
        FROM seen s JOIN base b ON b.id = s.id AND b.kind = 'interview'
    )
    SELECT w.id, w.kind, w.met, w.exempt_until, d.at, d.asked
    FROM (TABLE booked UNION ALL TABLE asks UNION ALL TABLE base) w, LATERAL (
        SELECT max(p.answered_at), bool_or(p.state = 'offered') FROM volunteers_appointment p
            WHERE w.kind = 'booked' AND p.volunteer_id = w.id HAVING count(*) > 0
        UNION ALL SELECT min(i.held_on)::timestamptz, false FROM volunteers_interview i
            WHERE w.kind = 'interview' AND i.volunteer_id = w.id AND i.outcome = 'good' HAVING count(*) > 0
        UNION ALL SELECT min(y.said_at), false FROM volunteers_secondyes y
            WHERE w.kind = 'second_yes' AND y.volunteer_id = w.id HAVING count(*) > 0
        UNION ALL SELECT max(r.answered_at), bool_or(r.state = 'asked') FROM volunteers_reference r
            WHERE w.kind = 'references' AND r.volunteer_id = w.id HAVING count(*) > 0
        UNION ALL SELECT max(c.seen_on)::timestamptz, bool_or(c.seen_on IS NULL) FROM volunteers_recordcheck c
            WHERE w.kind = c.kind AND c.volunteer_id = w.id HAVING count(*) > 0
        UNION ALL SELECT max(g.signed_at), false FROM volunteers_signature g
            WHERE w.kind = 'agreement' AND g.volunteer_id = w.id HAVING count(*) > 0
        UNION ALL SELECT max(g.starts_at) FILTER (WHERE t.state = 'attended'), bool_or(t.state IN ('booked', 'offered', 'waiting'))
            FROM volunteers_attendance t JOIN volunteers_gathering g ON g.id = t.gathering_id
            WHERE w.kind = 'course' AND t.volunteer_id = w.id AND g.kind = 'introduction' HAVING count(*) > 0
        UNION ALL SELECT NULL, false
        LIMIT 1
    ) AS d (at, asked)
"""

# Where nobody chose: the role applied for, or else the one of the project that asks the most.
ON_ASSIGNMENT_ROLE = """
BEGIN
    IF NEW.role_id IS NULL THEN
        NEW.role_id := (SELECT r.id FROM volunteers_roleprofile r
            LEFT JOIN volunteers_volunteer v ON v.id = NEW.volunteer_id AND v.role_id = r.id
            WHERE r.project_id = NEW.project_id
            ORDER BY v.id IS NULL, (SELECT count(*) FROM app.role_asks(r.id)) DESC, r.references_asked DESC, r.title
            LIMIT 1);
    END IF;
    RETURN NEW;
END
"""
SYNC_REQUIREMENTS = """
BEGIN
    DELETE FROM volunteers_exemption e USING volunteers_requirement q
    WHERE q.id = e.requirement_id AND q.assignment_id = of_assignment
        AND q.kind NOT IN (SELECT a.kind FROM app.role_asks(of_role) a);
    DELETE FROM volunteers_requirement q
    WHERE q.assignment_id = of_assignment AND q.kind NOT IN (SELECT a.kind FROM app.role_asks(of_role) a);
    INSERT INTO volunteers_requirement (id, assignment_id, kind, number, since)
    SELECT gen_random_uuid(), of_assignment, a.kind, a.number, app.today() FROM app.role_asks(of_role) a
    ON CONFLICT (assignment_id, kind) DO UPDATE SET number = EXCLUDED.number
    WHERE volunteers_requirement.number <> EXCLUDED.number;
END
"""
ON_ASSIGNED = """
BEGIN
    PERFORM app.sync_requirements(NEW.id, NEW.role_id);
    RETURN NULL;
END
"""
ON_ROLE_ASKS = """
BEGIN
    PERFORM app.sync_requirements(a.id, NEW.id) FROM volunteers_assignment a
    WHERE a.role_id = NEW.id AND (a.until_on IS NULL OR a.until_on >= app.today());
    RETURN NULL;
END
"""

# The moves of Appointment.MOVES and Reference.MOVES; a test holds them together.
APPOINTMENT_MOVES = """(('offered', 'booked'), ('offered', 'none_fits'), ('offered', 'replaced'),
    ('booked', 'none_fits'), ('booked', 'replaced'))"""
REFERENCE_MOVES = "(('asked', 'answered'), ('asked', 'withdrawn'))"

APPOINTMENT_GUARD = f"""
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF cardinality(NEW.times) NOT BETWEEN 1 AND 5 THEN
            RAISE check_violation USING CONSTRAINT = 'one_to_five_times_are_offered', MESSAGE = 'one to five';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {APPOINTMENT_MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'a_volunteer_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF NEW.chosen IS DISTINCT FROM OLD.chosen AND NEW.chosen IS NOT NULL
        AND (NEW.state = OLD.state OR NOT NEW.chosen = ANY (OLD.times) OR NEW.chosen <= now()) THEN
        RAISE check_violation USING CONSTRAINT = 'a_time_that_was_offered_and_is_ahead', MESSAGE = 'not this time';
    END IF;
    IF app.link() IS NOT NULL AND NEW.state NOT IN ('booked', 'none_fits')
        AND EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id AND v.state <> 'withdrawn') THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link answers, and nothing else';
    END IF;
    IF NEW.state = 'replaced' THEN
        UPDATE access_link SET revoked_at = now()
        WHERE purpose = 'conversation' AND object_id = NEW.id AND revoked_at IS NULL;
    END IF;
    RETURN NEW;
END
"""

# An answer is given once, by the link that asks; whoever screens may only take the question back. Both end the link.
REFERENCE_GUARD = f"""
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {REFERENCE_MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'a_volunteer_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF (NEW.state = 'answered') IS DISTINCT FROM (OLD.state = 'answered')
            OR (NEW.answered_at, NEW.known_for, NEW.trusts, NEW.text, NEW.may_call, NEW.phone)
            IS DISTINCT FROM (OLD.answered_at, OLD.known_for, OLD.trusts, OLD.text, OLD.may_call, OLD.phone) THEN
        IF NEW.state <> 'answered' OR OLD.state <> 'asked'
                OR (app.uid() IS NOT NULL OR app.link() IS NOT NULL)
                AND NEW.id IS DISTINCT FROM app.link_object('reference') THEN
            RAISE insufficient_privilege USING MESSAGE = 'the answer is the referee''s';
        END IF;
    END IF;
    IF NEW.state <> OLD.state THEN
        UPDATE access_link SET revoked_at = now()
        WHERE purpose = 'reference' AND object_id = NEW.id AND revoked_at IS NULL;
    END IF;
    RETURN NEW;
END
"""
FIRST_NAME = """
    SELECT split_part(v.name, ' ', 1) FROM app.link_in_use() l JOIN volunteers_volunteer v ON v.id = l.volunteer_id
    WHERE l.purpose = 'reference'
"""

SECOND_YES_GUARD = """
BEGIN
    IF NOT EXISTS (SELECT FROM volunteers_interview i WHERE i.volunteer_id = NEW.volunteer_id AND i.outcome = 'good') THEN
        RAISE check_violation USING CONSTRAINT = 'a_second_yes_follows_a_good_conversation', MESSAGE = 'too early';
    END IF;
    IF EXISTS (SELECT FROM volunteers_interview i
            WHERE i.volunteer_id = NEW.volunteer_id AND i.outcome = 'good' AND i.by_id = NEW.by_id) THEN
        RAISE check_violation USING CONSTRAINT = 'the_second_is_not_the_first', MESSAGE = 'the first';
    END IF;
    RETURN NEW;
END
"""

CHECK_GUARD = """
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.kind = 'children_record' AND NOT EXISTS (
                SELECT FROM volunteers_volunteer v, app.role_asks(v.role_id) a
                WHERE v.id = NEW.volunteer_id AND a.kind = 'children_record'
                UNION ALL
                SELECT FROM volunteers_assignment g JOIN volunteers_requirement q ON q.assignment_id = g.id
                WHERE g.volunteer_id = NEW.volunteer_id AND q.kind = 'children_record') THEN
            RAISE check_violation USING CONSTRAINT = 'a_childrens_check_only_where_the_role_says', MESSAGE = 'no children';
        END IF;
        RETURN NEW;
    END IF;
    IF app.uid() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.seen_on IS NOT NULL AND OLD.outcome <> 'under_discussion' THEN
        RAISE check_violation USING CONSTRAINT = 'a_decided_check_stands', MESSAGE = 'decided';
    END IF;
    IF NEW.seen_by_id IS DISTINCT FROM app.uid() THEN
        RAISE insufficient_privilege USING MESSAGE = 'seen by who writes it';
    END IF;
    RETURN NEW;
END
"""
EXEMPTION_GUARD = """
BEGIN
    IF NEW.until_on > OLD.until_on THEN
        RAISE insufficient_privilege USING MESSAGE = 'an exemption is not prolonged: a new one is given';
    END IF;
    RETURN NEW;
END
"""

READY_GATE = """
CREATE OR REPLACE FUNCTION app.volunteer_ready_gate() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF NEW.state = 'ready' AND (TG_OP = 'INSERT' OR OLD.state <> 'ready')
        AND EXISTS (SELECT FROM app.requirements(ARRAY[NEW.id]) r WHERE NOT r.met) THEN
        RAISE check_violation USING CONSTRAINT = 'ready_asks_conversation_agreement_and_course',
            MESSAGE = 'not ready';
    END IF;
    IF NEW.state = 'in_training' AND EXISTS (SELECT FROM app.role_asks(NEW.role_id) a
            WHERE a.kind = 'second_yes' AND NOT app.is_met(NEW.id, a.kind, a.number)) THEN
        RAISE check_violation USING CONSTRAINT = 'two_decide_where_the_role_asks', MESSAGE = 'a second yes';
    END IF;
    RETURN NEW;
END
$body$
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

LINKS = f"""
CREATE OR REPLACE FUNCTION app.may_issue_link(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF for_purpose = 'own_page' AND (for_volunteer = app.new_id()
            OR for_volunteer = app.link_volunteer('proposal') OR for_volunteer IN (SELECT app.house_friends())) THEN
        RETURN true;
    END IF;
    IF for_volunteer IS DISTINCT FROM (SELECT app.link_volunteer('referees'))
        AND NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && {PROGRAMME} OR app.is_secretariat())) THEN
        RETURN false;
    END IF;
    IF for_purpose = 'reference' THEN
        RETURN EXISTS (SELECT FROM volunteers_reference r
            WHERE r.id = about AND r.volunteer_id = for_volunteer AND r.state = 'asked');
    END IF;
    RETURN app.uid() IS NOT NULL AND CASE for_purpose
        WHEN 'own_page' THEN true
        WHEN 'agreement' THEN true
        WHEN 'courses' THEN true
        WHEN 'referees' THEN true
        WHEN 'conversation' THEN EXISTS (SELECT FROM volunteers_appointment p
            WHERE p.id = about AND p.volunteer_id = for_volunteer AND p.state = 'offered')
        WHEN 'proposal' THEN EXISTS (SELECT FROM matching_match m WHERE m.id = about
            AND m.volunteer_id = for_volunteer AND m.project_id IN (SELECT app.own_projects()))
        WHEN 'duty' THEN EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = about
            AND e.project_id IN (SELECT app.own_projects()))
        ELSE false
    END;
END
$body$;
CREATE OR REPLACE FUNCTION app.may_revoke_link(for_volunteer uuid) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    RETURN EXISTS (SELECT FROM app.link_in_use() l WHERE l.volunteer_id = for_volunteer AND l.purpose <> 'reference')
        OR EXISTS (SELECT FROM app.house_friends() f WHERE f = for_volunteer)
        OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && {PROGRAMME} OR app.is_secretariat()));
END
$body$
"""

INNER = """
REVOKE EXECUTE ON FUNCTION app.role_asks(uuid), app.is_met(uuid, text, integer),
    app.assignment_requirements(uuid[]), app.sync_requirements(uuid, uuid) FROM weshelter_app, weshelter_jobs;
UPDATE volunteers_assignment a SET role_id = (SELECT r.id FROM volunteers_roleprofile r
    LEFT JOIN volunteers_volunteer v ON v.id = a.volunteer_id AND v.role_id = r.id
    WHERE r.project_id = a.project_id ORDER BY v.id IS NULL, r.title LIMIT 1)
"""
ROW = "TABLE (volunteer_id uuid, project_id bigint, requirement_id uuid, code text, met boolean, exempt_until date)"


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0010_steps_of_the_screening"),
        ("access", "0007_links_of_the_screening"),
    ]

    operations = [
        definer("app.role_asks(of_role uuid)", "TABLE (kind text, number integer)", ROLE_ASKS),
        definer("app.is_met(of_volunteer uuid, kind text, number integer)", "boolean", IS_MET),
        definer("app.assignment_requirements(volunteers uuid[])", ROW, ASSIGNMENT_REQUIREMENTS),
        definer("app.assignment_requirements_seen(volunteers uuid[])", ROW, ASSIGNMENT_REQUIREMENTS_SEEN),
        migrations.RunSQL(REQUIREMENTS, migrations.RunSQL.noop),
        migrations.RunSQL(REQUIRE_READY, migrations.RunSQL.noop),
        definer(
            "app.screening_steps(volunteers uuid[])",
            "TABLE (volunteer_id uuid, code text, met boolean, exempt_until date, at timestamptz, asked boolean)",
            SCREENING_STEPS,
        ),
        definer("app.first_name_for_referee()", "text", FIRST_NAME),
        plpgsql("app.sync_requirements(of_assignment uuid, of_role uuid)", "void", SYNC_REQUIREMENTS),
        migrations.RunSQL(INNER, migrations.RunSQL.noop),
        same_project("volunteers_assignment", "volunteers_roleprofile", "role_id"),
        secure(
            "volunteers_appointment",
            select=OWN_RECORD,
            insert=f"{SCREENED} AND by_id = (SELECT app.uid()) AND state = 'offered'",
            update=SCREENED,
            update_columns="state, chosen, answered_at",
            also=(
                ("by_link", "SELECT", "id = (SELECT app.link_object('conversation'))"),
                ("by_link", "UPDATE", "id = (SELECT app.link_object('conversation'))"),
            ),
        ),
        secure("volunteers_secondyes", select=SCREENED, insert=f"{SCREENED} AND by_id = (SELECT app.uid())"),
        secure(
            "volunteers_reference",
            select=SCREENED,
            insert=f"{SCREENED} AND asked_by_id = (SELECT app.uid()) AND state = 'asked'",
            update=SCREENED,
            update_columns="state, answered_at, known_for, trusts, text, may_call, phone",
            also=(
                ("by_link", "SELECT", "id = (SELECT app.link_object('reference'))"),
                ("by_link", "UPDATE", "id = (SELECT app.link_object('reference'))"),
                (
                    "by_link",
                    "INSERT",
                    "volunteer_id = (SELECT app.link_volunteer('referees')) AND asked_by_id IS NULL AND state = 'asked'",
                ),
            ),
        ),
        secure(
            "volunteers_recordcheck",
            select=SCREENED,
            insert=f"{SCREENED} AND requested_by_id = (SELECT app.uid()) AND seen_on IS NULL",
            update=SCREENED,
            update_columns="seen_on, seen_by_id, outcome, next_due_on",
        ),
        secure("volunteers_requirement", select=SCREENED_ASSIGNMENT),
        secure(
            "volunteers_exemption",
            select=SCREENED_REQUIREMENT,
            insert=f"{SECRETARIAT} AND {SCREENED_REQUIREMENT} AND by_id = (SELECT app.uid())"
            " AND given_on = (SELECT app.today())",
            update=f"{SECRETARIAT} AND {SCREENED_REQUIREMENT}",
            update_columns="until_on",
        ),
        migrations.RunSQL(
            "CREATE POLICY by_screening_link_select ON volunteers_volunteer FOR SELECT TO weshelter_app"
            " USING (id = (SELECT app.link_volunteer('conversation', 'referees')))",
            "DROP POLICY by_screening_link_select ON volunteers_volunteer",
        ),
        plpgsql("app.assignment_role()", "trigger", ON_ASSIGNMENT_ROLE),
        trigger("volunteers_assignment", "role", "BEFORE INSERT", "app.assignment_role"),
        plpgsql("app.assignment_asks()", "trigger", ON_ASSIGNED),
        trigger("volunteers_assignment", "asks", "AFTER INSERT", "app.assignment_asks"),
        plpgsql("app.role_asks_anew()", "trigger", ON_ROLE_ASKS),
        trigger(
            "volunteers_roleprofile",
            "asks",
            "AFTER UPDATE OF references_asked, record_asked, asks_two",
            "app.role_asks_anew",
        ),
        plpgsql("app.appointment_guard()", "trigger", APPOINTMENT_GUARD),
        trigger("volunteers_appointment", "guard", "BEFORE INSERT OR UPDATE", "app.appointment_guard"),
        plpgsql("app.reference_guard()", "trigger", REFERENCE_GUARD),
        trigger("volunteers_reference", "guard", "BEFORE UPDATE", "app.reference_guard"),
        plpgsql("app.second_yes_guard()", "trigger", SECOND_YES_GUARD),
        trigger("volunteers_secondyes", "guard", "BEFORE INSERT", "app.second_yes_guard"),
        plpgsql("app.record_check_guard()", "trigger", CHECK_GUARD),
        trigger("volunteers_recordcheck", "guard", "BEFORE INSERT OR UPDATE", "app.record_check_guard"),
        plpgsql("app.exemption_guard()", "trigger", EXEMPTION_GUARD),
        trigger("volunteers_exemption", "guard", "BEFORE UPDATE", "app.exemption_guard"),
        migrations.RunSQL(READY_GATE, migrations.RunSQL.noop),
        migrations.RunSQL(LEAVES, migrations.RunSQL.noop),
        migrations.RunSQL(LINKS, migrations.RunSQL.noop),
        write_as_owner("volunteers_assignment"),
        write_as_owner("volunteers_interview"),
        *(
            operation
            for table in ("appointment", "secondyes", "reference", "recordcheck")
            for operation in keep_history(f"volunteers_{table}", seen_by=SCREENED)
        ),
        *keep_history("volunteers_requirement", seen_by=SCREENED_ASSIGNMENT),
        *keep_history("volunteers_exemption", seen_by=SCREENED_REQUIREMENT),
    ]
