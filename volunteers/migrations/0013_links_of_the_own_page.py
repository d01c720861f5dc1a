"""The own page answers courses, takes an application back, makes a calendar, and is sent anew to one's own address."""

from django.db import migrations

from access.security import definer

PROGRAMME = "ARRAY(SELECT app.programme_projects())"
RUNNING = "a.from_on <= app.today() AND (a.until_on IS NULL OR a.until_on >= app.today())"

# The moves of Volunteer.MOVES; a test holds the two together.
MOVES = """(('applied', 'interviewed'), ('applied', 'declined'), ('applied', 'withdrawn'),
    ('interviewed', 'in_training'), ('interviewed', 'declined'), ('interviewed', 'withdrawn'),
    ('in_training', 'ready'), ('in_training', 'declined'), ('in_training', 'withdrawn'),
    ('ready', 'resting'), ('ready', 'left'), ('resting', 'ready'), ('resting', 'left'))"""

# The name that lists are sorted by is derived by the database after this.
LAST_STEP = "ARRAY['state', 'sorted_as']"
TAKEN_BACK = "ARRAY['state', 'forget_on', 'project_ids', 'sorted_as']"

# The link of the agreement moves its own volunteer from training to ready, that of the own page takes her application
# back, and neither changes anything else; her projects follow from her assignments, by a trigger.
GUARD = f"""
CREATE OR REPLACE FUNCTION app.volunteer_guard() RETURNS trigger LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'a_volunteer_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF app.link() IS NOT NULL AND (
            NEW.state = 'ready' AND NEW.id = app.link_volunteer('agreement')
                AND to_jsonb(NEW) - {LAST_STEP} = to_jsonb(OLD) - {LAST_STEP}
            OR NEW.state = 'withdrawn' AND NEW.id = app.link_volunteer('own_page')
                AND to_jsonb(NEW) - {TAKEN_BACK} = to_jsonb(OLD) - {TAKEN_BACK}) IS NOT TRUE THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link changes nothing else';
    END IF;
    IF NEW.user_id IS DISTINCT FROM OLD.user_id AND app.uid() IS NOT NULL AND NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'who she logs in as is the secretariat''s word';
    END IF;
    RETURN NEW;
END
$body$
"""

# As before; and through her own page also the calendar, which she alone makes.
MAY_ISSUE = f"""
CREATE OR REPLACE FUNCTION app.may_issue_link(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF for_purpose = 'own_page' AND (for_volunteer = app.new_id()
            OR for_volunteer = app.link_volunteer('proposal') OR for_volunteer IN (SELECT app.house_friends())) THEN
        RETURN true;
    END IF;
    IF for_purpose = 'feed' THEN
        RETURN coalesce(for_volunteer = app.link_volunteer('own_page'), false);
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
$body$
"""

# No link lives for ever; a calendar's lives until she stops it or leaves, ten years at the most.
ISSUE = """
CREATE OR REPLACE FUNCTION app.issue_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamptz)
    RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    made uuid := gen_random_uuid();
    longest interval := CASE for_purpose WHEN 'feed' THEN interval '10 years' ELSE interval '90 days' END;
BEGIN
    IF NOT app.may_issue_link(for_purpose, for_volunteer, about) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link for a volunteer outside the scope';
    END IF;
    -- Two who issue the same link at once come one after the other: the later ends the earlier one's.
    PERFORM pg_advisory_xact_lock(hashtextextended(for_purpose || for_volunteer::text || coalesce(about::text, ''), 0));
    UPDATE access_link SET revoked_at = now()
    WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND object_id IS NOT DISTINCT FROM about
        AND revoked_at IS NULL;
    INSERT INTO access_link (id, purpose, volunteer_id, object_id, token_hash, issued_at, expires_at)
    VALUES (made, for_purpose, for_volunteer, about, hash, now(), least(until, now() + longest));
    RETURN made;
END
$body$
"""

MAY_PLACE = f"""
CREATE OR REPLACE FUNCTION app.may_place(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
    SELECT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = who
        AND v.state IN ('in_training', 'ready', 'resting')
        AND (v.id = app.link_volunteer('courses', 'own_page')
            OR v.user_id IS DISTINCT FROM app.uid()
                AND (v.project_ids && {PROGRAMME} OR app.is_secretariat())))
$body$
"""

# Whoever asks for a new link is nobody yet: from here come ids alone, the letter goes to the address on the row.
VOLUNTEERS_AT = """
    SELECT v.id FROM volunteers_volunteer v
    WHERE lower(v.email) = lower(address) AND v.state NOT IN ('declined', 'withdrawn', 'left')
        AND app.new_id() IS NOT NULL
"""

# Names of those to call: the coordinators of her projects, and the leads of the houses where she is assigned.
WHOM_TO_CALL = f"""
    SELECT DISTINCT p.institution_id, m.role::text, u.name::text FROM volunteers_volunteer v
    JOIN institutions_project p ON p.id = ANY (v.project_ids)
    JOIN institutions_membership m ON m.role = 'coordinator' AND m.project_id = p.id
        OR m.role = 'lead' AND m.institution_id = p.institution_id AND EXISTS (
            SELECT FROM volunteers_assignment a WHERE a.volunteer_id = v.id AND a.project_id = p.id AND {RUNNING})
    JOIN accounts_user u ON u.id = m.user_id
    WHERE v.id = app.link_volunteer('own_page') AND m.from_on <= app.today()
        AND (m.until_on IS NULL OR m.until_on >= app.today())
"""

HOUSES_BY_LINK = f"""
    SELECT p.institution_id FROM volunteers_assignment a JOIN institutions_project p ON p.id = a.project_id
    WHERE a.volunteer_id = app.link_volunteer('own_page') AND {RUNNING}
"""

OWN_DATES = "(SELECT app.link_volunteer('own_page', 'agreement', 'proposal', 'duty', 'courses', 'feed'))"
CHOOSES = "(SELECT app.link_volunteer('courses', 'own_page')) IS NOT NULL"
RIGHTS = f"""
ALTER POLICY by_link_update ON volunteers_volunteer USING (id = (SELECT app.link_volunteer('agreement', 'own_page')));
ALTER POLICY by_link_update ON volunteers_volunteer
    WITH CHECK (id = (SELECT app.link_volunteer('agreement', 'own_page')));
ALTER POLICY by_link_select ON volunteers_attendance USING (volunteer_id = {OWN_DATES});
ALTER POLICY by_link_select ON volunteers_gathering
    USING (EXISTS (SELECT FROM volunteers_attendance t WHERE t.gathering_id = volunteers_gathering.id)
        AND {OWN_DATES} IS NOT NULL OR {CHOOSES} AND kind = 'introduction' AND starts_at > now());
CREATE POLICY by_link_select ON institutions_housecard FOR SELECT TO weshelter_app
    USING (institution_id = ANY(ARRAY(SELECT app.houses_by_link())));
REVOKE EXECUTE ON FUNCTION app.volunteers_at(text) FROM weshelter_jobs
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0012_applications_in_full"),
        ("access", "0008_feed_links"),
        ("institutions", "0006_house_cards"),
    ]

    operations = [
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
        migrations.RunSQL(MAY_ISSUE, migrations.RunSQL.noop),
        migrations.RunSQL(ISSUE, migrations.RunSQL.noop),
        migrations.RunSQL(MAY_PLACE, migrations.RunSQL.noop),
        definer("app.volunteers_at(address text)", "SETOF uuid", VOLUNTEERS_AT),
        definer("app.whom_to_call()", "TABLE (institution_id bigint, role text, name text)", WHOM_TO_CALL),
        definer("app.houses_by_link()", "SETOF bigint", HOUSES_BY_LINK),
        migrations.RunSQL(RIGHTS, "DROP POLICY by_link_select ON institutions_housecard"),
    ]
