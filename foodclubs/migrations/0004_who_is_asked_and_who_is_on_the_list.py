"""A name on the list is told only where one may sign up; who has been asked to help is not asked twice."""

from django.db import migrations

from access.security import OWN_PROJECTS, definer

HOUSE_PROJECTS = "ANY(ARRAY(SELECT app.house_projects()))"

# As before, but after the evening has begun or was called off only who works there learns who is on its list.
TAKE_EVENING_PLACE = f"""
CREATE OR REPLACE FUNCTION app.take_evening_place(at uuid, who text) RETURNS uuid LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    evening foodclubs_evening;
    guest uuid;
    made uuid;
BEGIN
    UPDATE foodclubs_evening e SET taken = e.taken + 1
    WHERE e.id = at AND e.state = 'open' AND e.taken < e.places
        AND (e.starts_at > now() OR e.project_id = {OWN_PROJECTS} OR e.project_id = {HOUSE_PROJECTS})
    RETURNING e.* INTO evening;
    IF NOT FOUND THEN
        PERFORM FROM foodclubs_signup s JOIN foodclubs_guest g ON g.id = s.guest_id
        JOIN foodclubs_evening e ON e.id = s.evening_id
        WHERE s.evening_id = at AND s.state = 'coming' AND lower(g.nickname) = lower(who)
            AND (e.state = 'open' AND e.starts_at > now()
                OR e.project_id = {OWN_PROJECTS} OR e.project_id = {HOUSE_PROJECTS});
        IF FOUND THEN
            RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
        END IF;
        PERFORM FROM foodclubs_evening e WHERE e.id = at AND e.state = 'open' AND e.taken >= e.places;
        IF FOUND THEN
            RAISE check_violation USING CONSTRAINT = 'evening_has_room', MESSAGE = 'no place left';
        END IF;
        RAISE check_violation USING CONSTRAINT = 'evening_is_open_for_sign_up', MESSAGE = 'not open';
    END IF;
    INSERT INTO foodclubs_guest (id, food_club_id, project_id, nickname)
    VALUES (gen_random_uuid(), evening.food_club_id, evening.project_id, who) ON CONFLICT DO NOTHING;
    SELECT g.id INTO guest FROM foodclubs_guest g
    WHERE g.food_club_id = evening.food_club_id AND lower(g.nickname) = lower(who);
    INSERT INTO foodclubs_signup AS s (id, evening_id, project_id, guest_id, state)
    VALUES (gen_random_uuid(), at, evening.project_id, guest, 'coming')
    ON CONFLICT (evening_id, guest_id) DO UPDATE SET state = 'coming' WHERE s.state = 'cancelled'
    RETURNING s.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    RETURN made;
END
$body$
"""

# The links themselves are nobody's to read: of one's own evening, who has a live one.
ASKED_TO_HELP = f"""
    SELECT l.volunteer_id FROM access_link l JOIN foodclubs_evening e ON e.id = l.object_id
    WHERE l.object_id = at AND l.purpose = 'duty' AND l.revoked_at IS NULL AND l.expires_at > now()
        AND e.project_id = {OWN_PROJECTS}
"""


class Migration(migrations.Migration):
    dependencies = [("foodclubs", "0003_history")]

    operations = [
        migrations.RunSQL(TAKE_EVENING_PLACE, migrations.RunSQL.noop),
        definer("app.asked_to_help(at uuid)", "SETOF uuid", ASKED_TO_HELP),
    ]
