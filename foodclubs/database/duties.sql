-- The gate to a duty: ready, and one evening at a time.
CREATE FUNCTION app.duty_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state <> 'taken' THEN
        RETURN NEW;
    END IF;
    PERFORM app.require_ready(NEW.volunteer_id, NEW.project_id);
    -- The lock on the volunteer makes two food clubs that ask at once come one after the other.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM foodclubs_duty d
        JOIN foodclubs_evening other ON other.id = d.evening_id AND other.state IN {EVENING_AHEAD}
        JOIN foodclubs_evening this ON this.id = NEW.evening_id
        WHERE d.volunteer_id = NEW.volunteer_id AND d.state = 'taken' AND d.evening_id <> NEW.evening_id
            AND other.starts_at > this.starts_at - {EVENINGS_APART}
            AND other.starts_at < this.starts_at + {EVENINGS_APART}
    ) THEN
        RAISE check_violation USING CONSTRAINT = 'one_evening_at_a_time', MESSAGE = 'double booking';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE OF state ON foodclubs_duty FOR EACH ROW EXECUTE FUNCTION app.duty_gate();
CREATE TRIGGER changes BEFORE UPDATE ON foodclubs_duty FOR EACH ROW WHEN (OLD.state <> NEW.state)
    EXECUTE FUNCTION app.count_change();
CREATE TRIGGER moves BEFORE UPDATE OF state ON foodclubs_duty FOR EACH ROW EXECUTE FUNCTION app.only_moves({DUTY_MOVES});

-- At a held evening that is being corrected: a volunteer who helped and stood on no list. Whoever gave the task back and
-- came all the same has it again.
CREATE FUNCTION app.add_who_helped(at uuid, who uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    task foodclubs_task;
    made uuid;
BEGIN
    SELECT t.* INTO task FROM foodclubs_task t JOIN foodclubs_evening e ON e.id = t.evening_id
    WHERE t.id = at AND e.state = 'held' AND e.corrected_at = now()
        AND e.project_id = ANY(ARRAY(SELECT app.own_projects()));
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'not being corrected';
    END IF;
    PERFORM FROM volunteers_volunteer v WHERE v.id = who AND v.project_ids @> ARRAY[task.project_id];
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer of another project';
    END IF;
    INSERT INTO foodclubs_duty AS d (id, task_id, evening_id, project_id, volunteer_id, state)
    VALUES (gen_random_uuid(), at, task.evening_id, task.project_id, who, 'came')
    ON CONFLICT (evening_id, volunteer_id) DO UPDATE SET state = 'came', task_id = at WHERE d.state = 'cancelled'
    RETURNING d.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_duty_per_evening', MESSAGE = 'has a task already';
    END IF;
    UPDATE foodclubs_task t SET taken = t.taken + 1, needed = greatest(t.needed, t.taken + 1) WHERE t.id = at;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.add_who_helped(at uuid, who uuid) TO weshelter_app, weshelter_jobs;

-- Whom a coordinator has asked to help at an evening.
CREATE FUNCTION app.asked_to_help(at uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT l.volunteer_id FROM access_link l JOIN foodclubs_evening e ON e.id = l.object_id
    WHERE l.object_id = at AND l.purpose = 'duty' AND l.revoked_at IS NULL AND l.expires_at > now()
        AND e.project_id = ANY(ARRAY(SELECT app.own_projects()))
$$;
GRANT EXECUTE ON FUNCTION app.asked_to_help(at uuid) TO weshelter_app, weshelter_jobs;

-- The tasks that a volunteer has ahead.
CREATE FUNCTION app.tasks_ahead(who uuid) RETURNS TABLE(evening_id uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT d.evening_id, t.kind::text FROM foodclubs_duty d JOIN foodclubs_task t ON t.id = d.task_id
    JOIN foodclubs_evening e ON e.id = d.evening_id
    WHERE d.volunteer_id = (SELECT v.id FROM volunteers_volunteer v WHERE v.id = who
        AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())) AND d.state = 'taken' AND e.starts_at > now()
$$;
GRANT EXECUTE ON FUNCTION app.tasks_ahead(who uuid) TO weshelter_app, weshelter_jobs;

-- Of a volunteer who leaves: her tasks at evenings to come are given back.
CREATE FUNCTION app.tasks_are_given_back(who uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    freed uuid;
BEGIN
    -- In the order of giving a task back: the evening first, then the task.
    PERFORM FROM foodclubs_evening e WHERE e.id IN (SELECT d.evening_id FROM foodclubs_duty d
        WHERE d.volunteer_id = who AND d.state = 'taken') AND e.starts_at > now() ORDER BY e.id FOR NO KEY UPDATE;
    FOR freed IN UPDATE foodclubs_duty d SET state = 'cancelled' FROM foodclubs_evening e
        WHERE d.volunteer_id = who AND d.state = 'taken' AND e.id = d.evening_id AND e.starts_at > now()
            AND e.state = 'open' RETURNING d.task_id
    LOOP
        UPDATE foodclubs_task t SET taken = t.taken - 1 WHERE t.id = freed;
    END LOOP;
END
$$;

-- Who of these has been along: she has done a task.
CREATE FUNCTION app.has_helped(volunteers uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT d.volunteer_id FROM foodclubs_duty d WHERE d.volunteer_id = ANY (volunteers) AND d.state = 'came'
$$;

-- A link to a task is its coordinators' to make.
CREATE FUNCTION app.may_issue_duty(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT for_purpose = 'duty' AND EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = about
        AND e.project_id IN (SELECT app.own_projects()))
$$;

-- Has she a task ahead at this project?
CREATE FUNCTION app.has_a_task_at(who uuid, at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM foodclubs_duty d JOIN foodclubs_evening e ON e.id = d.evening_id
        WHERE d.volunteer_id = who AND d.project_id = at_project AND d.state = 'taken' AND e.starts_at > now())
$$;
