"""Narrower doors: what a link may change, whom a link may be made for, and who takes a place on a course."""

from django.db import migrations

from access.security import definer, trigger

PROGRAMME = "ARRAY(SELECT app.programme_projects())"

# The moves of Volunteer.MOVES; a test holds the two together.
MOVES = """(('applied', 'interviewed'), ('applied', 'declined'), ('applied', 'withdrawn'),
    ('interviewed', 'in_training'), ('interviewed', 'declined'), ('interviewed', 'withdrawn'),
    ('in_training', 'ready'), ('in_training', 'declined'), ('in_training', 'withdrawn'),
    ('ready', 'resting'), ('ready', 'left'), ('resting', 'ready'), ('resting', 'left'))"""

# A link moves its own volunteer from training to ready, and nothing else; who logs in as her is the secretariat's word.
GUARD = f"""
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'a_volunteer_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF app.link() IS NOT NULL AND (NEW.state <> 'ready'
            OR to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state') THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link changes nothing else';
    END IF;
    IF NEW.user_id IS DISTINCT FROM OLD.user_id AND app.uid() IS NOT NULL AND NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'who she logs in as is the secretariat''s word';
    END IF;
    RETURN NEW;
END
"""

# A link is made by who may act in its matter: the project's coordinator and the secretariat; the applicant and whoever
# answers a proposal, for the own page alone; a house's lead, for the own page of a friend there. Never for ever.
MAY_ISSUE = """
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
        WHEN 'proposal' THEN EXISTS (SELECT FROM matching_match m WHERE m.id = about
            AND m.volunteer_id = for_volunteer AND m.project_id IN (SELECT app.own_projects()))
        WHEN 'duty' THEN EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = about
            AND e.project_id IN (SELECT app.own_projects()))
        ELSE false
    END;
END
"""
MAY_REVOKE = """
BEGIN
    RETURN for_volunteer = (SELECT l.volunteer_id FROM app.link_in_use() l)
        OR for_volunteer IN (SELECT app.house_friends())
        OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()));
END
"""
ISSUE_AND_REVOKE = """
CREATE OR REPLACE FUNCTION app.revoke_link(for_purpose text, for_volunteer uuid, about uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
    IF NOT app.may_revoke_link(for_volunteer) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link of a volunteer outside the scope';
    END IF;
    UPDATE access_link SET revoked_at = now()
    WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND object_id IS NOT DISTINCT FROM about
        AND revoked_at IS NULL;
END
$body$;
CREATE OR REPLACE FUNCTION app.issue_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamptz)
    RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    made uuid := gen_random_uuid();
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
    VALUES (made, for_purpose, for_volunteer, about, hash, now(), least(until, now() + interval '90 days'));
    RETURN made;
END
$body$;
"""

TAKE_GATHERING_PLACE = """
CREATE OR REPLACE FUNCTION app.take_gathering_place(at uuid, who text) RETURNS uuid LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    IF NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = who::uuid
            AND v.state IN ('in_training', 'ready', 'resting') AND v.user_id IS DISTINCT FROM app.uid()
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    UPDATE volunteers_gathering g SET taken = g.taken + 1
    WHERE g.id = at AND g.taken < g.places AND g.starts_at > now() - interval '30 days';
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'gathering_has_room', MESSAGE = 'no place left';
    END IF;
    INSERT INTO volunteers_attendance (id, gathering_id, volunteer_id, state) VALUES (made, at, who::uuid, 'booked');
    RETURN made;
END
$body$
"""

# What the pages ask: only about volunteers whom the actor sees. The gates ask the inner function with owner's rights.
REQUIREMENTS_SEEN = f"""
    SELECT r.volunteer_id, r.code, r.met FROM app.requirements(ARRAY(
        SELECT v.id FROM volunteers_volunteer v WHERE v.id = ANY (volunteers) AND (
            v.project_ids && {PROGRAMME} OR app.is_secretariat()
            OR v.id IN (SELECT app.house_volunteers())
            OR v.id = (SELECT l.volunteer_id FROM app.link_in_use() l)))) r
"""

SCREENED = f"""EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id
    AND (v.project_ids && {PROGRAMME} OR (SELECT app.is_secretariat()))
    AND v.user_id IS DISTINCT FROM (SELECT app.uid()))"""
OPEN_ROLE = """EXISTS (SELECT FROM volunteers_roleprofile r JOIN institutions_project p ON p.id = r.project_id
    WHERE r.id = role_id AND r.is_open AND p.state = 'open')"""

POLICIES = f"""
ALTER POLICY scope_update ON volunteers_volunteer
    USING ((project_ids && {PROGRAMME} OR (SELECT app.is_secretariat())) AND user_id IS DISTINCT FROM (SELECT app.uid()))
    WITH CHECK ((project_ids && {PROGRAMME} OR (SELECT app.is_secretariat()))
        AND user_id IS DISTINCT FROM (SELECT app.uid()));
ALTER POLICY by_form_insert ON volunteers_volunteer
    WITH CHECK (id = (SELECT app.new_id()) AND state = 'applied' AND user_id IS NULL AND capacity = 1 AND {OPEN_ROLE});
ALTER POLICY scope_insert ON volunteers_interview WITH CHECK ({SCREENED} AND by_id = (SELECT app.uid()));
ALTER POLICY scope_insert ON volunteers_signature
    WITH CHECK ({SCREENED} AND how = 'paper' AND registered_by_id = (SELECT app.uid()));
REVOKE EXECUTE ON FUNCTION app.requirements(uuid[]), app.require_ready(uuid, bigint) FROM weshelter_app, weshelter_jobs;
REVOKE EXECUTE ON FUNCTION app.projects_of_volunteer(uuid, uuid) FROM weshelter_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0003_history"),
        ("access", "0005_who_acted"),
    ]

    operations = [
        definer("app.volunteer_guard()", "trigger", GUARD, language="plpgsql", traits="VOLATILE"),
        trigger("volunteers_volunteer", "guard", "BEFORE UPDATE", "app.volunteer_guard"),
        definer(
            "app.may_issue_link(for_purpose text, for_volunteer uuid, about uuid)",
            "boolean",
            MAY_ISSUE,
            language="plpgsql",
        ),
        definer("app.may_revoke_link(for_volunteer uuid)", "boolean", MAY_REVOKE, language="plpgsql"),
        migrations.RunSQL(ISSUE_AND_REVOKE, migrations.RunSQL.noop),
        migrations.RunSQL(TAKE_GATHERING_PLACE, migrations.RunSQL.noop),
        migrations.RunSQL("DROP FUNCTION app.may_issue_link(uuid)", migrations.RunSQL.noop),
        definer(
            "app.requirements_seen(volunteers uuid[])",
            "TABLE (volunteer_id uuid, code text, met boolean)",
            REQUIREMENTS_SEEN,
        ),
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
    ]
