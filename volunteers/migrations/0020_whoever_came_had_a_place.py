"""Once a gathering has begun, whoever came is on its list: nobody is left to wait at a full one that she sits in."""

from importlib import import_module

from django.db import migrations

before = import_module("volunteers.migrations.0009_waiting_lists_move_up")

# The moves of Attendance.MOVES; a test holds the two together. New: who waited, and came all the same.
MOVES = before.MOVES.replace("('waiting', 'offered'),", "('waiting', 'offered'), ('waiting', 'booked'),")
GUARD = before.GUARD.replace(before.MOVES, MOVES)
GUARD_AS = """
CREATE OR REPLACE FUNCTION app.attendance_guard() RETURNS trigger LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$
"""

# A chair more than was planned: the places follow, so that the list says how many were there. They are written only
# then: whenever they are, somebody is looked for on the waiting list.
TAKE_GATHERING_PLACE = """
CREATE OR REPLACE FUNCTION app.take_gathering_place(at uuid, who text) RETURNS uuid LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    gathering volunteers_gathering;
    had volunteers_attendance;
    has_begun boolean;
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
    has_begun := gathering.starts_at <= now();
    SELECT t.* INTO had FROM volunteers_attendance t WHERE t.gathering_id = at AND t.volunteer_id = who::uuid;
    IF had.state IN ('booked', 'attended', 'missed') OR had.state = 'waiting' AND NOT has_begun THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_volunteer', MESSAGE = 'on the list already';
    END IF;
    IF had.state = 'offered' THEN
        becomes := 'booked';
    ELSIF has_begun OR gathering.taken < gathering.places
            AND NOT EXISTS (SELECT FROM volunteers_attendance t WHERE t.gathering_id = at AND t.state = 'waiting') THEN
        becomes := 'booked';
        IF gathering.taken = gathering.places THEN
            UPDATE volunteers_gathering g SET places = g.places + 1 WHERE g.id = at;
        END IF;
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


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0019_a_volunteer_leaves_when_everything_is_settled")]

    operations = [
        migrations.RunSQL(GUARD_AS.format(body=GUARD), GUARD_AS.format(body=before.GUARD)),
        migrations.RunSQL(TAKE_GATHERING_PLACE, before.TAKE_GATHERING_PLACE),
    ]
