"""Who may change what of a match: states by the table of moves, each side's yes by who may give or hear it, once."""

from django.db import migrations

from access.security import definer, trigger

# The moves of Match.MOVES; a test holds the two together.
MOVES = """(('proposed', 'accepted'), ('proposed', 'declined'), ('proposed', 'expired'),
    ('accepted', 'trial'), ('accepted', 'ending'), ('trial', 'active'), ('trial', 'ending'),
    ('active', 'paused'), ('active', 'ending'), ('paused', 'active'), ('paused', 'ending'), ('ending', 'ended'))"""

# A coordinator of the project does all that the moves allow. A link gives the volunteer's own answer; the house's lead
# writes down the citizen's. A yes that was given stands.
GUARD = f"""
DECLARE
    by_link boolean := app.link() IS NOT NULL;
    by_lead boolean := app.uid() IS NOT NULL AND NOT NEW.project_id = ANY (ARRAY(SELECT app.own_projects()));
    answers boolean := (OLD.state, NEW.state) IN (('proposed', 'accepted'), ('proposed', 'declined'));
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'a_match_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF NEW.volunteer_yes_at IS DISTINCT FROM OLD.volunteer_yes_at AND (OLD.volunteer_yes_at IS NOT NULL OR by_lead)
        OR NEW.citizen_yes_at IS DISTINCT FROM OLD.citizen_yes_at AND (OLD.citizen_yes_at IS NOT NULL OR by_link)
        OR NEW.citizen_yes_heard_by_id IS DISTINCT FROM OLD.citizen_yes_heard_by_id
            AND (OLD.citizen_yes_heard_by_id IS NOT NULL OR NEW.citizen_yes_heard_by_id IS DISTINCT FROM app.uid()) THEN
        RAISE check_violation USING CONSTRAINT = 'a_yes_is_given_once_by_who_may', MESSAGE = 'not this answer';
    END IF;
    IF (by_link OR by_lead) AND (NEW.state <> OLD.state AND NOT answers
            OR NEW.started_on IS DISTINCT FROM OLD.started_on) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the answer';
    END IF;
    RETURN NEW;
END
"""

OPEN_MATCHES_SEEN = """
    SELECT m.volunteer_id, m.matches FROM app.open_matches_of(ARRAY(
        SELECT v.id FROM volunteers_volunteer v
        WHERE v.id = ANY (volunteers) AND v.project_ids && ARRAY(SELECT app.programme_projects()))) m
"""


class Migration(migrations.Migration):
    dependencies = [("matching", "0003_history"), ("volunteers", "0004_narrower_doors")]

    operations = [
        definer("app.match_guard()", "trigger", GUARD, language="plpgsql", traits="VOLATILE"),
        trigger("matching_match", "guard", "BEFORE UPDATE", "app.match_guard"),
        definer(
            "app.open_matches_seen(volunteers uuid[])", "TABLE (volunteer_id uuid, matches bigint)", OPEN_MATCHES_SEEN
        ),
        migrations.RunSQL(
            "REVOKE EXECUTE ON FUNCTION app.open_matches_of(uuid[]) FROM weshelter_app, weshelter_jobs",
            migrations.RunSQL.noop,
        ),
    ]
