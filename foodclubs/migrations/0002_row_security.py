"""Who sees which evening, guest and duty; places at the table and tasks; the gates before a duty and an open evening."""

from django.db import migrations

from access.security import (
    ANYBODY,
    OWN_PROJECTS,
    PROGRAMME_PROJECTS,
    definer,
    plpgsql,
    same_project,
    secure,
    trigger,
)

HOUSE_PROJECTS = "ANY(ARRAY(SELECT app.house_projects()))"
AT_WORK = f"project_id = {OWN_PROJECTS} OR project_id = {HOUSE_PROJECTS}"
LINKED_EVENINGS = "ANY(ARRAY(SELECT app.evenings_by_link()))"
OWN_DUTIES = "(SELECT app.link_volunteer('own_page', 'duty'))"
OF_FOOD_CLUB = "EXISTS (SELECT FROM institutions_project p WHERE p.id = project_id AND p.kind = 'food_club')"

EVENINGS_BY_LINK = """
    SELECT app.link_object('duty')
    UNION
    SELECT d.evening_id FROM foodclubs_duty d WHERE d.volunteer_id = app.link_volunteer('own_page', 'duty')
"""

EVENING_GATE = """
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state IN ('held', 'cancelled') THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'closed';
    END IF;
    IF NEW.state <> 'open' OR (TG_OP = 'UPDATE' AND OLD.state = 'open') THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM institutions_project p WHERE p.id = NEW.project_id AND p.state = 'open') THEN
        RAISE check_violation USING CONSTRAINT = 'an_evening_opens_in_an_open_project', MESSAGE = 'project not open';
    END IF;
    IF (NEW.starts_at AT TIME ZONE 'Europe/Copenhagen')::date < app.today() THEN
        RAISE check_violation USING CONSTRAINT = 'an_evening_opens_before_it_is_over', MESSAGE = 'the day has passed';
    END IF;
    RETURN NEW;
END
"""

# For what belongs to an evening: nothing of it is made or changed once the evening is closed.
PART_GATE = """
BEGIN
    IF EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = NEW.evening_id AND e.state IN ('held', 'cancelled')) THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'closed';
    END IF;
    RETURN NEW;
END
"""

DUTY_GATE = """
BEGIN
    IF NEW.state <> 'taken' THEN
        RETURN NEW;
    END IF;
    PERFORM app.require_ready(NEW.volunteer_id, NEW.project_id);
    -- The lock on the volunteer makes two food clubs that ask at once come one after the other.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM foodclubs_duty d
        JOIN foodclubs_evening other ON other.id = d.evening_id AND other.state IN ('planned', 'open')
        JOIN foodclubs_evening this ON this.id = NEW.evening_id
        WHERE d.volunteer_id = NEW.volunteer_id AND d.state = 'taken' AND d.evening_id <> NEW.evening_id
            AND other.starts_at > this.starts_at - interval '3 hours'
            AND other.starts_at < this.starts_at + interval '3 hours'
    ) THEN
        RAISE check_violation USING CONSTRAINT = 'one_evening_at_a_time', MESSAGE = 'double booking';
    END IF;
    RETURN NEW;
END
"""

# Anybody may sign up by a nickname until the evening begins; who runs it or leads the house, also at the door.
TAKE_EVENING_PLACE = f"""
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
        WHERE s.evening_id = at AND s.state = 'coming' AND lower(g.nickname) = lower(who);
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
"""

# The volunteer by the link that offers this evening's tasks, or who runs the evening.
TAKE_TASK_PLACE = f"""
DECLARE
    task foodclubs_task;
    made uuid;
    is_run boolean;
BEGIN
    SELECT t.* INTO task FROM foodclubs_task t WHERE t.id = at;
    is_run := task.project_id = {OWN_PROJECTS};
    IF NOT coalesce(is_run OR (who::uuid = app.link_volunteer('duty') AND task.evening_id = app.link_object('duty')),
            false) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a task outside the scope';
    END IF;
    -- Who closes or calls off the evening at this moment comes first or waits.
    PERFORM FROM foodclubs_evening e WHERE e.id = task.evening_id FOR SHARE;
    UPDATE foodclubs_task t SET taken = t.taken + 1
    FROM foodclubs_evening e
    WHERE t.id = at AND e.id = t.evening_id AND e.state = 'open' AND (e.starts_at > now() OR is_run)
        AND t.taken < t.needed;
    IF NOT FOUND THEN
        PERFORM FROM foodclubs_task t WHERE t.id = at AND t.taken >= t.needed;
        IF FOUND THEN
            RAISE check_violation USING CONSTRAINT = 'task_has_room', MESSAGE = 'no room';
        END IF;
        RAISE check_violation USING CONSTRAINT = 'evening_is_open_for_sign_up', MESSAGE = 'not open';
    END IF;
    INSERT INTO foodclubs_duty AS d (id, task_id, evening_id, project_id, volunteer_id, state)
    VALUES (gen_random_uuid(), at, task.evening_id, task.project_id, who::uuid, 'taken')
    ON CONFLICT (evening_id, volunteer_id) DO UPDATE SET state = 'taken', task_id = at WHERE d.state = 'cancelled'
    RETURNING d.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_duty_per_evening', MESSAGE = 'has a task already';
    END IF;
    RETURN made;
END
"""

GIVE_BACK_PLACE = f"""
DECLARE
    of_evening uuid;
    of_task uuid;
BEGIN
    -- What does not exist and what is not the actor's to give back answer the same.
    IF kind = 'evening' THEN
        SELECT s.evening_id INTO of_evening FROM foodclubs_signup s WHERE s.id = row_id
            AND (s.project_id = {OWN_PROJECTS} OR s.project_id = {HOUSE_PROJECTS});
    ELSIF kind = 'task' THEN
        SELECT d.evening_id INTO of_evening FROM foodclubs_duty d WHERE d.id = row_id
            AND (d.project_id = {OWN_PROJECTS} OR d.volunteer_id = app.link_volunteer('duty')
                AND d.evening_id = app.link_object('duty'));
    END IF;
    IF of_evening IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'a place outside the scope';
    END IF;
    -- Taking locks the evening (or the task) first, so giving back does it in the same order.
    PERFORM FROM foodclubs_evening e WHERE e.id = of_evening AND e.state = 'open' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'not open';
    END IF;
    IF kind = 'evening' THEN
        UPDATE foodclubs_signup s SET state = 'cancelled' WHERE s.id = row_id AND s.state = 'coming';
        IF FOUND THEN
            UPDATE foodclubs_evening e SET taken = e.taken - 1 WHERE e.id = of_evening;
        END IF;
    ELSE
        SELECT d.task_id INTO of_task FROM foodclubs_duty d WHERE d.id = row_id;
        PERFORM FROM foodclubs_task t WHERE t.id = of_task FOR NO KEY UPDATE;
        UPDATE foodclubs_duty d SET state = 'cancelled' WHERE d.id = row_id AND d.task_id = of_task AND d.state = 'taken';
        IF FOUND THEN
            UPDATE foodclubs_task t SET taken = t.taken - 1 WHERE t.id = of_task;
        END IF;
    END IF;
END
"""


class Migration(migrations.Migration):
    dependencies = [
        ("foodclubs", "0001_evenings"),
        ("institutions", "0002_row_security"),
        ("volunteers", "0002_row_security"),
    ]

    operations = [
        definer("app.evenings_by_link()", "SETOF uuid", EVENINGS_BY_LINK),
        secure(
            "foodclubs_foodclub",
            select=ANYBODY,
            insert=f"project_id = {PROGRAMME_PROJECTS} AND {OF_FOOD_CLUB}",
            update=f"project_id = {PROGRAMME_PROJECTS} AND {OF_FOOD_CLUB}",
        ),
        secure(
            "foodclubs_evening",
            select=f"state IN ('open', 'cancelled') OR project_id = {PROGRAMME_PROJECTS}"
            f" OR project_id = {HOUSE_PROJECTS}",
            insert=f"project_id = {OWN_PROJECTS} AND state = 'planned' AND taken = 0",
            update=f"project_id = {OWN_PROJECTS}",
            update_columns="state, guests_came, new_faces, volunteers_came, income",
            also=(("by_link", "SELECT", f"id = {LINKED_EVENINGS}"),),
        ),
        secure(
            "foodclubs_task",
            select=AT_WORK,
            insert=f"project_id = {OWN_PROJECTS} AND taken = 0",
            also=(("by_link", "SELECT", f"evening_id = {LINKED_EVENINGS}"),),
        ),
        # A place is taken and given back by the functions below, which keep the counters: so the app makes no row
        # here, and may neither cancel one nor bring a cancelled one back.
        secure(
            "foodclubs_duty",
            select=AT_WORK,
            update=f"project_id = {OWN_PROJECTS} AND state <> 'cancelled'",
            update_columns="state",
            also=(("by_link", "SELECT", f"volunteer_id = {OWN_DUTIES}"),),
        ),
        secure("foodclubs_guest", select=AT_WORK),
        secure(
            "foodclubs_signup",
            select=AT_WORK,
            update=f"project_id = {OWN_PROJECTS} AND state <> 'cancelled'",
            update_columns="state, paid",
        ),
        same_project("foodclubs_evening", "foodclubs_foodclub", "food_club_id"),
        same_project("foodclubs_guest", "foodclubs_foodclub", "food_club_id"),
        same_project("foodclubs_task", "foodclubs_evening", "evening_id"),
        same_project("foodclubs_duty", "foodclubs_evening", "evening_id"),
        same_project("foodclubs_duty", "foodclubs_task", "task_id", project="evening_id"),
        same_project("foodclubs_signup", "foodclubs_evening", "evening_id"),
        same_project("foodclubs_signup", "foodclubs_guest", "guest_id"),
        plpgsql("app.evening_gate()", "trigger", EVENING_GATE),
        trigger("foodclubs_evening", "gate", "BEFORE INSERT OR UPDATE", "app.evening_gate"),
        plpgsql("app.evening_part_gate()", "trigger", PART_GATE),
        trigger("foodclubs_task", "of_an_evening", "BEFORE INSERT OR UPDATE", "app.evening_part_gate"),
        trigger("foodclubs_duty", "of_an_evening", "BEFORE INSERT OR UPDATE", "app.evening_part_gate"),
        trigger("foodclubs_signup", "of_an_evening", "BEFORE INSERT OR UPDATE", "app.evening_part_gate"),
        plpgsql("app.duty_gate()", "trigger", DUTY_GATE),
        trigger("foodclubs_duty", "gate", "BEFORE INSERT OR UPDATE OF state", "app.duty_gate"),
        plpgsql("app.take_evening_place(at uuid, who text)", "uuid", TAKE_EVENING_PLACE),
        plpgsql("app.take_task_place(at uuid, who text)", "uuid", TAKE_TASK_PLACE),
        plpgsql("app.give_back_place(kind text, row_id uuid)", "void", GIVE_BACK_PLACE),
    ]
