"""Who sees which match, and the gate before one: ready, assigned, room for one more, and the citizen's consent."""

from django.db import migrations

from access.security import (
    ATTACHED_CITIZENS,
    OWN_PROJECTS,
    PROGRAMME_PROJECTS,
    definer,
    same_project,
    secure,
    trigger,
)

OPEN = "('proposed', 'accepted', 'trial', 'active', 'paused', 'ending')"

FRIENDS_AT_HOUSE = f"""
    SELECT m.volunteer_id FROM matching_match m
    WHERE m.state IN {OPEN} AND m.citizen_id IN (SELECT app.attached_citizens())
"""

# How many open matches each volunteer has anywhere: a scope counts only its own.
OPEN_MATCHES = f"""
    SELECT m.volunteer_id, count(*) FROM matching_match m
    WHERE m.volunteer_id = ANY (volunteers) AND m.state IN {OPEN} GROUP BY m.volunteer_id
"""

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
    -- The lock on the volunteer makes two proposals by two coordinators come one after the other.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM matching_match m WHERE m.volunteer_id = NEW.volunteer_id AND m.id <> NEW.id
            AND m.state IN {OPEN})
        >= (SELECT v.capacity FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_has_room_for_one_more', MESSAGE = 'no room';
    END IF;
    RETURN NEW;
END
"""


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0001_matches"),
        ("citizens", "0002_row_security"),
        ("volunteers", "0002_row_security"),
    ]

    operations = [
        secure(
            "matching_match",
            select=f"project_id = {PROGRAMME_PROJECTS} OR citizen_id = {ATTACHED_CITIZENS}",
            insert=f"project_id = {OWN_PROJECTS} AND state = 'proposed' AND proposed_by_id = (SELECT app.uid())"
            " AND volunteer_yes_at IS NULL AND citizen_yes_at IS NULL",
            update=f"project_id = {OWN_PROJECTS} OR citizen_id = {ATTACHED_CITIZENS}",
            update_columns="state, volunteer_yes_at, citizen_yes_at, citizen_yes_heard_by_id, started_on",
            also=(
                ("by_link", "SELECT", "volunteer_id = (SELECT app.link_volunteer('own_page', 'proposal'))"),
                (
                    "by_link",
                    "UPDATE",
                    "id = (SELECT app.link_object('proposal'))"
                    " AND volunteer_id = (SELECT app.link_volunteer('proposal'))",
                ),
            ),
        ),
        same_project("matching_match", "citizens_citizen", "citizen_id"),
        definer("app.match_gate()", "trigger", GATE, language="plpgsql", traits="VOLATILE"),
        trigger("matching_match", "gate", "BEFORE INSERT OR UPDATE OF state", "app.match_gate"),
        definer("app.open_matches_of(volunteers uuid[])", "TABLE (volunteer_id uuid, matches bigint)", OPEN_MATCHES),
        # The house's lead knows the friends of those who live there or come there.
        definer("app.house_friends()", "SETOF uuid", FRIENDS_AT_HOUSE),
        migrations.RunSQL(
            "CREATE POLICY friends_select ON volunteers_volunteer FOR SELECT TO weshelter_app"
            " USING (id = ANY(ARRAY(SELECT app.house_friends())))",
            "DROP POLICY friends_select ON volunteers_volunteer",
        ),
    ]
