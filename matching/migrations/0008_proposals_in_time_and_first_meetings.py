"""The gates to a match ask the wish, the former pair and the fortnight too; who sees what stands beside a match."""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_PROJECTS, definer, same_project, secure, trigger
from history.locks import keep_history, write_as_owner

IN_TIME = "interval '14 days'"
# A proposal that nobody answered in time is over, whether or not a job has said so.
COUNTS = f"""(m.state IN ('accepted', 'trial', 'active', 'paused', 'ending')
    OR m.state = 'proposed' AND m.proposed_at > now() - {IN_TIME})"""

HEAD = (
    "LANGUAGE {language} {traits} SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$"
)

# Asked when a match is proposed and again when both have said yes or it starts: what expired meanwhile blocks it.
GATE = f"""
BEGIN
    IF NEW.state NOT IN ('proposed', 'accepted', 'trial') THEN
        RETURN NEW;
    END IF;
    PERFORM app.require_ready(NEW.volunteer_id, NEW.project_id);
    IF NOT EXISTS (SELECT FROM citizens_consent c WHERE c.citizen_id = NEW.citizen_id AND c.purpose = 'friend'
            AND c.withdrawn_at IS NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'a_match_rests_on_consent', MESSAGE = 'no consent';
    END IF;
    IF TG_OP = 'INSERT' THEN
        PERFORM app.require_living_wish(NEW.citizen_id);
        IF NOT NEW.again_on_purpose AND EXISTS (SELECT FROM matching_match m WHERE m.citizen_id = NEW.citizen_id
                AND m.volunteer_id = NEW.volunteer_id AND m.state IN ('ended', 'declined')) THEN
            RAISE check_violation USING CONSTRAINT = 'a_pair_is_not_proposed_again_by_accident', MESSAGE = 'again';
        END IF;
    END IF;
    -- The lock on the volunteer makes two proposals by two coordinators come one after the other.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM matching_match m WHERE m.volunteer_id = NEW.volunteer_id AND m.id <> NEW.id AND {COUNTS})
        >= (SELECT v.capacity FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_has_room_for_one_more', MESSAGE = 'no room';
    END IF;
    RETURN NEW;
END
"""
LIVING_WISH = """
DECLARE
    said citizens_wishes;
BEGIN
    SELECT w.* INTO said FROM citizens_wishes w WHERE w.citizen_id = of_citizen;
    IF said.wants_friend IS NOT TRUE THEN
        RAISE check_violation USING CONSTRAINT = 'the_citizen_wishes_a_friend', MESSAGE = 'no wish';
    END IF;
    IF said.said_on < app.today() - 90 THEN
        RAISE check_violation USING CONSTRAINT = 'the_wish_is_still_alive', MESSAGE = 'an old wish';
    END IF;
END
"""

# The moves of Match.MOVES; a test holds the two together.
MOVES = """(('proposed', 'accepted'), ('proposed', 'declined'), ('proposed', 'expired'),
    ('accepted', 'trial'), ('accepted', 'ending'), ('trial', 'active'), ('trial', 'ending'),
    ('active', 'paused'), ('active', 'ending'), ('paused', 'active'), ('paused', 'ending'), ('ending', 'ended'))"""

# A coordinator of the project does all that the moves allow. A link gives the volunteer's own answer; the house's lead
# writes down the citizen's. A yes that was given stands; after a fortnight a proposal can only expire.
GUARD = f"""
DECLARE
    by_link boolean := app.link() IS NOT NULL;
    by_lead boolean := app.uid() IS NOT NULL AND NOT NEW.project_id = ANY (ARRAY(SELECT app.own_projects()));
    answers boolean := (OLD.state, NEW.state) IN (('proposed', 'accepted'), ('proposed', 'declined'));
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN {MOVES} THEN
        RAISE check_violation USING CONSTRAINT = 'a_match_moves_by_the_table', MESSAGE = 'no such move';
    END IF;
    IF OLD.state = 'proposed' AND OLD.proposed_at <= now() - {IN_TIME} AND (answers
            OR NEW.volunteer_yes_at IS DISTINCT FROM OLD.volunteer_yes_at
            OR NEW.citizen_yes_at IS DISTINCT FROM OLD.citizen_yes_at) THEN
        RAISE check_violation USING CONSTRAINT = 'a_proposal_is_answered_in_time', MESSAGE = 'too late';
    END IF;
    IF NEW.state = 'expired' AND OLD.state <> 'expired' AND OLD.proposed_at > now() - {IN_TIME} THEN
        RAISE check_violation USING CONSTRAINT = 'a_match_moves_by_the_table', MESSAGE = 'too early';
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
OPEN_MATCHES = f"""
    SELECT m.volunteer_id, count(*) FROM matching_match m
    WHERE m.volunteer_id = ANY (volunteers) AND {COUNTS} GROUP BY m.volunteer_id
"""


def anew(signature: str, returns: str, body: str, *, language: str = "plpgsql", traits: str = "VOLATILE"):
    """The same function with another body; its rights stay."""
    head = HEAD.format(language=language, traits=traits, body=body)
    return migrations.RunSQL(f"CREATE OR REPLACE FUNCTION {signature} RETURNS {returns} {head}", migrations.RunSQL.noop)


# Who of the house can be there at a first meeting: coordinators of the project, leads where the citizen is attached.
HOSTS = """
    SELECT s.user_id FROM matching_match m, institutions_membership s
    WHERE m.id = of_match AND m.project_id IN (SELECT app.own_projects())
        AND s.from_on <= app.today() AND (s.until_on IS NULL OR s.until_on >= app.today())
        AND (s.role = 'coordinator' AND s.project_id = m.project_id
            OR s.role = 'lead' AND s.institution_id IN (SELECT a.institution_id FROM citizens_attachment a
                WHERE a.citizen_id = m.citizen_id AND a.from_on <= app.today()
                AND (a.until_on IS NULL OR a.until_on >= app.today())))
"""
MEETING_GATE = """
BEGIN
    IF NOT EXISTS (SELECT FROM matching_match m WHERE m.id = NEW.match_id AND m.state = 'accepted') THEN
        RAISE check_violation USING CONSTRAINT = 'a_first_meeting_comes_after_two_yeses', MESSAGE = 'not now';
    END IF;
    IF NOT EXISTS (SELECT FROM app.hosts_of(NEW.match_id) h WHERE h = NEW.accompanied_by_id) THEN
        RAISE check_violation USING CONSTRAINT = 'somebody_of_the_house_is_there', MESSAGE = 'not of the house';
    END IF;
    RETURN NEW;
END
"""
OF_MATCH = "SELECT FROM matching_match m WHERE m.id = match_id AND"


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0007_origins_meetings_and_choices"),
        ("citizens", "0010_row_security_of_homes"),
    ]

    operations = [
        definer("app.require_living_wish(of_citizen uuid)", "void", LIVING_WISH, language="plpgsql"),
        migrations.RunSQL(
            "REVOKE EXECUTE ON FUNCTION app.require_living_wish(uuid) FROM weshelter_app, weshelter_jobs",
            migrations.RunSQL.noop,
        ),
        anew("app.match_gate()", "trigger", GATE),
        anew("app.match_guard()", "trigger", GUARD),
        anew(
            "app.open_matches_of(volunteers uuid[])",
            "TABLE (volunteer_id uuid, matches bigint)",
            OPEN_MATCHES,
            language="sql",
            traits="STABLE",
        ),
        secure(
            "matching_notthisone",
            select=f"project_id = {OWN_PROJECTS}",
            insert=f"project_id = {OWN_PROJECTS} AND by_id = (SELECT app.uid())"
            " AND EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = volunteer_id)",
            delete=f"project_id = {OWN_PROJECTS}",
        ),
        secure("matching_choicenote", select=f"project_id = {OWN_PROJECTS}", insert=f"project_id = {OWN_PROJECTS}"),
        secure(
            "matching_firstmeeting",
            select=f"project_id = {OWN_PROJECTS} OR EXISTS ({OF_MATCH} m.citizen_id = {ATTACHED_CITIZENS})",
            insert=f"project_id = {OWN_PROJECTS}",
            update=f"project_id = {OWN_PROJECTS}",
            update_columns="starts_at, place, accompanied_by_id, changes",
            also=(
                ("by_link", "SELECT", f"EXISTS ({OF_MATCH} m.volunteer_id = (SELECT app.link_volunteer('own_page')))"),
            ),
        ),
        same_project("matching_notthisone", "citizens_citizen", "citizen_id"),
        same_project("matching_choicenote", "matching_match", "match_id"),
        same_project("matching_firstmeeting", "matching_match", "match_id"),
        definer("app.hosts_of(of_match uuid)", "SETOF uuid", HOSTS),
        definer("app.first_meeting_gate()", "trigger", MEETING_GATE, language="plpgsql", traits="VOLATILE"),
        trigger("matching_firstmeeting", "gate", "BEFORE INSERT OR UPDATE", "app.first_meeting_gate"),
        *keep_history("matching_notthisone"),
        *keep_history("matching_choicenote", key="match_id"),
        *keep_history("matching_firstmeeting", key="match_id"),
        write_as_owner("matching_match"),
    ]
