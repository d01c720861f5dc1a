"""Who sees which volunteer; the requirements and the gate before ready; places at gatherings."""

from django.db import migrations

from access.security import ANYBODY, OWN_HOUSES, PROGRAMME_PROJECTS, SECRETARIAT, definer, plpgsql, secure, trigger

IN_SCOPE = "project_ids && ARRAY(SELECT app.programme_projects())"
OWN_LINK = "(SELECT app.link_volunteer('own_page', 'agreement', 'proposal', 'duty'))"
# Those who screen a volunteer; never the volunteer herself.
SCREENED = """EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id
    AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR (SELECT app.is_secretariat()))
    AND v.user_id IS DISTINCT FROM (SELECT app.uid()))"""
OWN_RECORD = f"""({SCREENED} OR {SECRETARIAT}
    OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id AND v.user_id = (SELECT app.uid())))"""
SEES_VOLUNTEER = "EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id)"

COMING_TO_HOUSE = """
    SELECT a.volunteer_id FROM volunteers_assignment a JOIN institutions_project p ON p.id = a.project_id
    WHERE p.institution_id IN (SELECT app.own_houses())
        AND a.from_on <= app.today() AND (a.until_on IS NULL OR a.until_on >= app.today())
"""

# Whoever acts for the volunteer: her coordinators, the house's lead, her own link, her own application.
# (plpgsql, since the friends of a house are known only to `matching`, which comes later.)
MAY_ISSUE_LINK = """
BEGIN
    RETURN EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer AND (
        v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()
        OR v.id IN (SELECT app.house_volunteers()) OR v.id IN (SELECT app.house_friends())
        OR v.id = app.new_id() OR v.id = (SELECT l.volunteer_id FROM app.link_in_use() l)));
END
"""

REQUIREMENTS = """
    SELECT v.id, r.code, r.met FROM unnest(volunteers) AS v (id), LATERAL (VALUES
        ('interview', EXISTS (SELECT FROM volunteers_interview i WHERE i.volunteer_id = v.id AND i.outcome = 'good')),
        ('agreement', EXISTS (SELECT FROM volunteers_signature s WHERE s.volunteer_id = v.id AND s.agreement_id = (
            SELECT g.id FROM volunteers_agreement g WHERE g.in_force_from <= app.today()
            ORDER BY g.version DESC LIMIT 1))),
        ('course', EXISTS (SELECT FROM volunteers_attendance t JOIN volunteers_gathering g ON g.id = t.gathering_id
            WHERE t.volunteer_id = v.id AND t.state = 'attended' AND g.kind = 'introduction'))
    ) AS r (code, met)
"""

REQUIRE_READY = """
BEGIN
    IF NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer AND v.state = 'ready')
        OR EXISTS (SELECT FROM app.requirements(ARRAY[for_volunteer]) r WHERE NOT r.met) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_is_ready', MESSAGE = 'not ready';
    END IF;
    IF NOT EXISTS (SELECT FROM volunteers_assignment a WHERE a.volunteer_id = for_volunteer
            AND a.project_id = at_project AND a.from_on <= app.today()
            AND (a.until_on IS NULL OR a.until_on >= app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_is_assigned', MESSAGE = 'not assigned';
    END IF;
END
"""

READY_GATE = """
BEGIN
    IF NEW.state = 'ready' AND (TG_OP = 'INSERT' OR OLD.state <> 'ready')
        AND EXISTS (SELECT FROM app.requirements(ARRAY[NEW.id]) r WHERE NOT r.met) THEN
        RAISE check_violation USING CONSTRAINT = 'ready_asks_conversation_agreement_and_course',
            MESSAGE = 'not ready';
    END IF;
    RETURN NEW;
END
"""

# The role's project and those assigned today; an assignment that runs out is taken off by a daily job.
PROJECTS_OF = """
    SELECT array_agg(DISTINCT p.id) FROM (
        SELECT r.project_id AS id FROM volunteers_roleprofile r WHERE r.id = of_role
        UNION ALL
        SELECT a.project_id FROM volunteers_assignment a WHERE a.volunteer_id = of_volunteer
            AND a.from_on <= app.today() AND (a.until_on IS NULL OR a.until_on >= app.today())
    ) p
"""
ON_APPLICATION = """
BEGIN
    NEW.project_ids := app.projects_of_volunteer(NEW.id, NEW.role_id);
    RETURN NEW;
END
"""
ON_ASSIGNMENT = """
BEGIN
    UPDATE volunteers_volunteer v SET project_ids = app.projects_of_volunteer(v.id, v.role_id)
    WHERE v.id = coalesce(NEW.volunteer_id, OLD.volunteer_id);
    RETURN NULL;
END
"""

TAKE_PLACE = """
DECLARE
    taken uuid;
BEGIN
    IF kind NOT IN ('gathering', 'evening', 'task') THEN
        RAISE invalid_parameter_value USING MESSAGE = 'no such kind of place';
    END IF;
    EXECUTE format('SELECT app.take_%s_place($1, $2)', kind) INTO taken USING id, who;
    RETURN taken;
END
"""
TAKE_GATHERING_PLACE = """
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    IF NOT app.may_issue_link(who::uuid) THEN
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
"""


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0001_volunteers"),
        ("institutions", "0002_row_security"),
        ("access", "0002_context"),
    ]

    operations = [
        definer("app.house_volunteers()", "SETOF uuid", COMING_TO_HOUSE),
        definer("app.may_issue_link(for_volunteer uuid)", "boolean", MAY_ISSUE_LINK, language="plpgsql"),
        definer(
            "app.requirements(volunteers uuid[])",
            "TABLE (volunteer_id uuid, code text, met boolean)",
            REQUIREMENTS,
        ),
        plpgsql("app.require_ready(for_volunteer uuid, at_project bigint)", "void", REQUIRE_READY),
        definer("app.projects_of_volunteer(of_volunteer uuid, of_role uuid)", "bigint[]", PROJECTS_OF),
        secure(
            "volunteers_volunteer",
            select=f"{IN_SCOPE} OR {SECRETARIAT} OR id = ANY(ARRAY(SELECT app.house_volunteers()))",
            update=f"{IN_SCOPE} OR {SECRETARIAT}",
            update_columns="state, name, email, phone, postcode, languages, interests, slots, motivation, "
            "heard_from, capacity, user_id",
            also=(
                ("by_link", "SELECT", f"id = {OWN_LINK}"),
                # Signing may be the last thing missing: the verb moves the own row, the gate below asks again.
                ("by_link", "UPDATE", "id = (SELECT app.link_volunteer('agreement'))"),
                ("by_form", "SELECT", "id = (SELECT app.new_id()) AND state = 'applied'"),
                ("by_form", "INSERT", "id = (SELECT app.new_id()) AND state = 'applied' AND user_id IS NULL"),
            ),
        ),
        secure("volunteers_roleprofile", select=ANYBODY, insert=SECRETARIAT, update=SECRETARIAT),
        secure("volunteers_agreement", select=ANYBODY, insert=SECRETARIAT),
        secure("volunteers_interview", select=SCREENED, insert=SCREENED),
        secure(
            "volunteers_signature",
            select=OWN_RECORD,
            insert=SCREENED,
            also=(
                ("by_link", "SELECT", f"volunteer_id = {OWN_LINK}"),
                (
                    "by_link",
                    "INSERT",
                    "volunteer_id = (SELECT app.link_volunteer('agreement')) AND how = 'link'",
                ),
            ),
        ),
        secure(
            "volunteers_assignment",
            select=SEES_VOLUNTEER,
            insert=f"project_id = {PROGRAMME_PROJECTS} AND {SCREENED} AND made_by_id = (SELECT app.uid())",
            update=f"project_id = {PROGRAMME_PROJECTS} AND {SCREENED}",
            update_columns="until_on",
        ),
        secure(
            "volunteers_gathering",
            select=f"{SECRETARIAT} OR EXISTS (SELECT app.own_projects()) OR institution_id = {OWN_HOUSES}",
            insert=SECRETARIAT,
            update=SECRETARIAT,
            update_columns="kind, title, starts_at, ends_at, place, institution_id, places",
            also=(
                (
                    "by_link",
                    "SELECT",
                    "EXISTS (SELECT FROM volunteers_attendance t WHERE t.gathering_id = volunteers_gathering.id)"
                    f" AND {OWN_LINK} IS NOT NULL",
                ),
            ),
        ),
        secure(
            "volunteers_attendance",
            select=OWN_RECORD,
            update=SCREENED,
            update_columns="state",
            also=(("by_link", "SELECT", f"volunteer_id = {OWN_LINK}"),),
        ),
        plpgsql("app.volunteer_ready_gate()", "trigger", READY_GATE),
        trigger("volunteers_volunteer", "gate", "BEFORE INSERT OR UPDATE OF state", "app.volunteer_ready_gate"),
        plpgsql("app.volunteer_on_application()", "trigger", ON_APPLICATION),
        trigger("volunteers_volunteer", "projects", "BEFORE INSERT", "app.volunteer_on_application"),
        plpgsql("app.volunteer_on_assignment()", "trigger", ON_ASSIGNMENT),
        trigger(
            "volunteers_assignment",
            "projects",
            "AFTER INSERT OR UPDATE OR DELETE",
            "app.volunteer_on_assignment",
        ),
        plpgsql("app.take_gathering_place(at uuid, who text)", "uuid", TAKE_GATHERING_PLACE),
        plpgsql("app.take_place(kind text, id uuid, who text)", "uuid", TAKE_PLACE),
        migrations.RunSQL(
            """
            ALTER TABLE access_link ADD CONSTRAINT access_link_of_a_volunteer
                FOREIGN KEY (volunteer_id) REFERENCES volunteers_volunteer (id) ON DELETE CASCADE
            """,
            "ALTER TABLE access_link DROP CONSTRAINT access_link_of_a_volunteer",
        ),
    ]
