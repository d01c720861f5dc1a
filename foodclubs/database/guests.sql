-- Why a guest cannot come: not open, begun, full, the name taken.
CREATE FUNCTION app.refuse_guest(at uuid, who text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM foodclubs_signup s JOIN foodclubs_guest g ON g.id = s.guest_id
    JOIN foodclubs_evening e ON e.id = s.evening_id
    WHERE s.evening_id = at AND s.state = 'coming' AND lower(g.nickname) = lower(who)
        AND (e.state = 'open' AND e.starts_at > now()
            OR e.project_id = ANY(ARRAY(SELECT app.own_projects())) OR e.project_id = ANY(ARRAY(SELECT app.house_projects())));
    IF FOUND THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    PERFORM FROM foodclubs_evening e WHERE e.id = at AND e.state = 'open' AND e.taken >= e.places;
    IF FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'evening_has_room', MESSAGE = 'no place left';
    END IF;
    RAISE check_violation USING CONSTRAINT = 'evening_is_open_for_sign_up', MESSAGE = 'not open';
END
$$;

-- A guest who takes no place until the house says yes.
CREATE FUNCTION app.wait_for_the_house(at uuid, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    evening foodclubs_evening;
    made uuid;
BEGIN
    SELECT e.* INTO evening FROM foodclubs_evening e
    WHERE e.id = at AND e.state = 'open' AND e.taken < e.places AND e.starts_at > now() FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM app.refuse_guest(at, who);
    END IF;
    INSERT INTO foodclubs_signup AS s (id, evening_id, project_id, guest_id, state, waits_since)
    VALUES (gen_random_uuid(), at, evening.project_id, app.guest_called(evening.food_club_id, evening.project_id, who),
        'waiting', now())
    ON CONFLICT (evening_id, guest_id) DO UPDATE SET state = 'waiting', waits_since = now()
        WHERE s.state IN {SIGNUP_OFF}
    RETURNING s.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.wait_for_the_house(at uuid, who text) TO weshelter_app, weshelter_jobs;

-- The open evening of a guest of one's own, locked as whoever takes a place locks it.
CREATE FUNCTION app.hold_evening_of(row_id uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    of_evening uuid;
BEGIN
    SELECT s.evening_id INTO of_evening FROM foodclubs_signup s WHERE s.id = row_id
        AND (s.project_id = ANY(ARRAY(SELECT app.own_projects())) OR s.project_id = ANY(ARRAY(SELECT app.house_projects())));
    IF of_evening IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'a guest outside the scope';
    END IF;
    PERFORM FROM foodclubs_evening e WHERE e.id = of_evening AND e.state = 'open' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'not open';
    END IF;
    RETURN of_evening;
END
$$;

-- The house's yes or no.
CREATE FUNCTION app.answer_guest(row_id uuid, yes boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    of_evening uuid := app.hold_evening_of(row_id);
BEGIN
    UPDATE foodclubs_signup s SET state = CASE WHEN yes THEN 'coming' ELSE 'declined' END
    WHERE s.id = row_id AND s.state = 'waiting';
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_guest_still_waits', MESSAGE = 'answered already';
    END IF;
    IF yes THEN
        UPDATE foodclubs_evening e SET taken = e.taken + 1 WHERE e.id = of_evening;
    END IF;
END
$$;
GRANT EXECUTE ON FUNCTION app.answer_guest(row_id uuid, yes boolean) TO weshelter_app, weshelter_jobs;

-- The house takes its yes or no back: the guest waits as before, and the place of a yes is free.
CREATE FUNCTION app.take_answer_back(row_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    of_evening uuid := app.hold_evening_of(row_id);
    answered text;
BEGIN
    SELECT s.state INTO answered FROM foodclubs_signup s WHERE s.id = row_id;
    -- Who never waited got no answer that could be taken back.
    UPDATE foodclubs_signup s SET state = 'waiting'
    WHERE s.id = row_id AND s.state IN ('coming', 'declined') AND s.waits_since IS NOT NULL;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'an_answer_is_taken_back', MESSAGE = 'no answer';
    END IF;
    IF answered = 'coming' THEN
        UPDATE foodclubs_evening e SET taken = e.taken - 1 WHERE e.id = of_evening;
    END IF;
END
$$;
GRANT EXECUTE ON FUNCTION app.take_answer_back(row_id uuid) TO weshelter_app, weshelter_jobs;

-- At a held evening that is being corrected: a guest who came and stood on no list.
CREATE FUNCTION app.add_who_came(at uuid, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    evening foodclubs_evening;
    made uuid;
BEGIN
    SELECT e.* INTO evening FROM foodclubs_evening e
    WHERE e.id = at AND e.state = 'held' AND e.corrected_at = now()
        AND e.project_id = ANY(ARRAY(SELECT app.own_projects()));
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'not being corrected';
    END IF;
    INSERT INTO foodclubs_signup AS s (id, evening_id, project_id, guest_id, state)
    VALUES (gen_random_uuid(), at, evening.project_id, app.guest_called(evening.food_club_id, evening.project_id, who),
        'coming')
    ON CONFLICT (evening_id, guest_id) DO UPDATE SET state = 'coming' WHERE s.state IN {SIGNUP_OFF}
    RETURNING s.id INTO made;
    IF made IS NULL THEN
        RAISE unique_violation USING CONSTRAINT = 'one_place_per_guest', MESSAGE = 'on the list already';
    END IF;
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.add_who_came(at uuid, who text) TO weshelter_app, weshelter_jobs;

-- The guest of this nickname at a food club, made if there is none.
CREATE FUNCTION app.guest_called(club uuid, project bigint, who text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    guest uuid;
BEGIN
    INSERT INTO foodclubs_guest (id, food_club_id, project_id, nickname)
    VALUES (gen_random_uuid(), club, project, who) ON CONFLICT DO NOTHING;
    SELECT g.id INTO guest FROM foodclubs_guest g WHERE g.food_club_id = club AND lower(g.nickname) = lower(who);
    RETURN guest;
END
$$;

CREATE TRIGGER moves BEFORE UPDATE OF state ON foodclubs_signup FOR EACH ROW EXECUTE FUNCTION app.only_moves({SIGNUP_MOVES});
