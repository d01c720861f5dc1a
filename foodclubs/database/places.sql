-- A guest's chair.
CREATE FUNCTION app.take_evening_place(at uuid, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    evening foodclubs_evening;
    made uuid;
BEGIN
    UPDATE foodclubs_evening e SET taken = e.taken + 1
    WHERE e.id = at AND e.state = 'open' AND e.taken < e.places
        AND (e.starts_at > now() OR e.project_id = ANY(ARRAY(SELECT app.own_projects())) OR e.project_id = ANY(ARRAY(SELECT app.house_projects())))
    RETURNING e.* INTO evening;
    IF NOT FOUND THEN
        PERFORM app.refuse_guest(at, who);
    END IF;
    INSERT INTO foodclubs_signup AS s (id, evening_id, project_id, guest_id, state)
    VALUES (gen_random_uuid(), at, evening.project_id, app.guest_called(evening.food_club_id, evening.project_id, who),
        'coming')
    ON CONFLICT (evening_id, guest_id) DO UPDATE SET state = 'coming'
        WHERE s.state IN {SIGNUP_OFF}
            OR s.state = 'waiting' AND (s.project_id = ANY(ARRAY(SELECT app.own_projects())) OR s.project_id = ANY(ARRAY(SELECT app.house_projects())))
    RETURNING s.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.take_evening_place(at uuid, who text) TO weshelter_app, weshelter_jobs;

-- A volunteer's task at an evening.
CREATE FUNCTION app.take_task_place(at uuid, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    task foodclubs_task;
    made uuid;
    is_run boolean;
BEGIN
    SELECT t.* INTO task FROM foodclubs_task t WHERE t.id = at;
    is_run := task.project_id = ANY(ARRAY(SELECT app.own_projects()));
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
$$;
GRANT EXECUTE ON FUNCTION app.take_task_place(at uuid, who text) TO weshelter_app, weshelter_jobs;

-- A chair or a task is given back.
CREATE FUNCTION app.give_back_place(kind text, row_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    of_evening uuid;
    of_task uuid;
BEGIN
    -- What does not exist and what is not the actor's to give back answer the same.
    IF kind = 'evening' THEN
        SELECT s.evening_id INTO of_evening FROM foodclubs_signup s WHERE s.id = row_id
            AND (s.project_id = ANY(ARRAY(SELECT app.own_projects())) OR s.project_id = ANY(ARRAY(SELECT app.house_projects())));
    ELSIF kind = 'task' THEN
        SELECT d.evening_id INTO of_evening FROM foodclubs_duty d WHERE d.id = row_id
            AND (d.project_id = ANY(ARRAY(SELECT app.own_projects())) OR d.volunteer_id = app.link_volunteer('duty')
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
$$;
GRANT EXECUTE ON FUNCTION app.give_back_place(kind text, row_id uuid) TO weshelter_app, weshelter_jobs;
