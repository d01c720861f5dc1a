-- The one door to every place: a course, a chair, a task.
CREATE FUNCTION app.take_place(kind text, id uuid, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    taken uuid;
BEGIN
    IF kind NOT IN ('gathering', 'evening', 'task') THEN
        RAISE invalid_parameter_value USING MESSAGE = 'no such kind of place';
    END IF;
    EXECUTE format('SELECT app.take_%s_place($1, $2)', kind) INTO taken USING id, who;
    RETURN taken;
END
$$;
GRANT EXECUTE ON FUNCTION app.take_place(kind text, id uuid, who text) TO weshelter_app, weshelter_jobs;

-- May whoever acts put this volunteer on a list?
CREATE FUNCTION app.may_place(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = who
        AND v.state IN {VOLUNTEER_TAKEN_IN}
        AND (v.id = app.link_volunteer('courses', 'own_page')
            OR v.user_id IS DISTINCT FROM app.uid()
                AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())))
$$;

-- A place at a course: booked, kept on offer, or in the line; who came gets one in any case.
CREATE FUNCTION app.take_gathering_place(at uuid, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    gathering courses_gathering;
    had courses_attendance;
    has_begun boolean;
    becomes text;
    made uuid;
BEGIN
    IF NOT app.may_place(who::uuid) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    PERFORM FROM courses_gathering g WHERE g.id = at AND g.state = 'called_off';
    IF FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_gathering_is_not_called_off', MESSAGE = 'called off';
    END IF;
    SELECT g.* INTO gathering FROM courses_gathering g WHERE g.id = at AND g.state = 'planned'
        AND (app.link() IS NULL AND g.starts_at > now() - {ADDED_TO_FOR} OR g.starts_at > now()) FOR UPDATE;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_gathering_is_still_ahead', MESSAGE = 'over, or not there';
    END IF;
    has_begun := gathering.starts_at <= now();
    SELECT t.* INTO had FROM courses_attendance t WHERE t.gathering_id = at AND t.volunteer_id = who::uuid;
    IF had.state IN {WITH_A_PLACE} OR had.state = 'waiting' AND NOT has_begun THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_volunteer', MESSAGE = 'on the list already';
    END IF;
    IF had.state = 'offered' THEN
        becomes := 'booked';
    ELSIF has_begun OR gathering.taken < gathering.places
            AND NOT EXISTS (SELECT FROM courses_attendance t WHERE t.gathering_id = at AND t.state = 'waiting') THEN
        becomes := 'booked';
        IF gathering.taken = gathering.places THEN
            UPDATE courses_gathering g SET places = g.places + 1 WHERE g.id = at;
        END IF;
        UPDATE courses_gathering g SET taken = g.taken + 1 WHERE g.id = at;
    ELSE
        becomes := 'waiting';
    END IF;
    IF had.id IS NULL THEN
        INSERT INTO courses_attendance (id, gathering_id, volunteer_id, state, since)
        VALUES (gen_random_uuid(), at, who::uuid, becomes, clock_timestamp()) RETURNING id INTO made;
    ELSE
        UPDATE courses_attendance t SET state = becomes, since = clock_timestamp(), offered_until = NULL,
            told_at = NULL WHERE t.id = had.id RETURNING t.id INTO made;
    END IF;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.take_gathering_place(at uuid, who text) TO weshelter_app, weshelter_jobs;

-- On the list without a place.
CREATE FUNCTION app.invite_to_gathering(at uuid, who uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    made uuid;
BEGIN
    IF NOT app.may_place(who) OR app.link() IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    INSERT INTO courses_attendance (id, gathering_id, volunteer_id, state, since)
    SELECT gen_random_uuid(), g.id, who, 'invited', clock_timestamp() FROM courses_gathering g
    WHERE g.id = at AND g.starts_at > now() AND g.state = 'planned'
    ON CONFLICT (gathering_id, volunteer_id) DO NOTHING RETURNING id INTO made;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.invite_to_gathering(at uuid, who uuid) TO weshelter_app, weshelter_jobs;

-- The place is given back, and the next in line gets it.
CREATE FUNCTION app.leave_gathering(attendance uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    had courses_attendance;
BEGIN
    SELECT t.* INTO had FROM courses_attendance t WHERE t.id = attendance;
    IF NOT FOUND OR NOT app.may_place(had.volunteer_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope';
    END IF;
    PERFORM FROM courses_gathering g WHERE g.id = had.gathering_id FOR UPDATE;
    SELECT t.* INTO had FROM courses_attendance t WHERE t.id = attendance;
    IF had.state IN ('declined', 'lapsed') THEN
        RETURN;  -- twice is once
    END IF;
    UPDATE courses_attendance t SET state = 'declined', offered_until = NULL WHERE t.id = attendance;
    IF had.state IN ('booked', 'offered') THEN
        UPDATE courses_gathering g SET taken = g.taken - 1 WHERE g.id = had.gathering_id;
        PERFORM app.move_up(had.gathering_id);
    END IF;
END
$$;
GRANT EXECUTE ON FUNCTION app.leave_gathering(attendance uuid) TO weshelter_app, weshelter_jobs;

-- Free places are offered to those who wait, in their order, and the worker writes to them: the days to answer run from
-- the mail, so until then the place is kept.
CREATE FUNCTION app.move_up(at uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    next_one uuid;
    is_offered boolean := false;
BEGIN
    LOOP
        PERFORM FROM courses_gathering g
        WHERE g.id = at AND g.taken < g.places AND g.starts_at > now() AND g.state = 'planned' FOR UPDATE;
        EXIT WHEN NOT FOUND;
        SELECT t.id INTO next_one FROM courses_attendance t
        WHERE t.gathering_id = at AND t.state = 'waiting' ORDER BY t.since, t.id LIMIT 1;
        EXIT WHEN NOT FOUND;
        UPDATE courses_attendance t SET state = 'offered', told_at = NULL,
            offered_until = (SELECT g.starts_at FROM courses_gathering g WHERE g.id = at)
        WHERE t.id = next_one;
        UPDATE courses_gathering g SET taken = g.taken + 1 WHERE g.id = at;
        is_offered := true;
    END LOOP;
    IF is_offered THEN
        PERFORM app.ask_worker('courses.tasks.write_offers', '{}', NULL);
    END IF;
END
$$;

-- What nobody answered in time goes to the next.
CREATE FUNCTION app.lapse_offers() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    late record;
    lapsed integer := 0;
BEGIN
    FOR late IN SELECT t.id, t.gathering_id FROM courses_attendance t
        WHERE t.state = 'offered' AND t.offered_until <= now() ORDER BY t.gathering_id, t.since
    LOOP
        PERFORM FROM courses_gathering g WHERE g.id = late.gathering_id FOR UPDATE;
        UPDATE courses_attendance t SET state = 'lapsed', offered_until = NULL
        WHERE t.id = late.id AND t.state = 'offered';
        CONTINUE WHEN NOT FOUND;  -- she said yes at this moment
        UPDATE courses_gathering g SET taken = g.taken - 1 WHERE g.id = late.gathering_id;
        PERFORM app.move_up(late.gathering_id);
        lapsed := lapsed + 1;
    END LOOP;
    RETURN lapsed;
END
$$;
GRANT EXECUTE ON FUNCTION app.lapse_offers() TO weshelter_jobs;

-- Which number somebody has in the line.
CREATE FUNCTION app.places_in_line(attendances uuid[]) RETURNS TABLE(attendance_id uuid, place integer)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT t.id, (SELECT count(*) FROM courses_attendance o WHERE o.gathering_id = t.gathering_id
        AND o.state = 'waiting' AND (o.since, o.id) <= (t.since, t.id))::integer
    FROM courses_attendance t WHERE t.id = ANY (attendances) AND t.state = 'waiting' AND app.may_place(t.volunteer_id)
$$;
GRANT EXECUTE ON FUNCTION app.places_in_line(attendances uuid[]) TO weshelter_app, weshelter_jobs;

-- New places go to the line.
CREATE FUNCTION app.more_places() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.move_up(NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER more_places AFTER UPDATE OF places ON courses_gathering FOR EACH ROW EXECUTE FUNCTION app.more_places();
CREATE TRIGGER moves BEFORE UPDATE OF state ON courses_attendance FOR EACH ROW EXECUTE FUNCTION app.only_moves({ATTENDANCE_MOVES});

-- A calendar entry that changes counts its changes.
CREATE FUNCTION app.count_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    NEW.changes := OLD.changes + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER changes BEFORE UPDATE ON courses_attendance FOR EACH ROW WHEN (OLD.state <> NEW.state)
    EXECUTE FUNCTION app.count_change();
CREATE TRIGGER changes BEFORE UPDATE ON courses_gathering FOR EACH ROW
    WHEN ((OLD.title, OLD.starts_at, OLD.ends_at, OLD.place, OLD.state)
        IS DISTINCT FROM (NEW.title, NEW.starts_at, NEW.ends_at, NEW.place, NEW.state))
    EXECUTE FUNCTION app.count_change();
