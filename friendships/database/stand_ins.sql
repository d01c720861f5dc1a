-- Somebody stands in for the one who rests: asked what a match asks, and only while the two rest.
CREATE FUNCTION app.stand_in_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    pair matching_match;
BEGIN
    IF NEW.state NOT IN ('proposed', 'agreed') THEN
        RETURN NEW;
    END IF;
    SELECT m.* INTO pair FROM matching_match m JOIN friendships_pause p ON p.match_id = m.id
    WHERE p.id = NEW.pause_id AND p.project_id = NEW.project_id AND p.ended_on IS NULL AND m.state = 'paused';
    -- First whether it is one's own: what a gate answers is told to nobody else.
    IF TG_OP = 'INSERT' AND NOT NEW.project_id IN (SELECT app.own_projects()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a rest outside the scope';
    END IF;
    IF pair.id IS NULL THEN
        RAISE check_violation USING CONSTRAINT = 'a_stand_in_goes_with_a_rest', MESSAGE = 'no rest';
    END IF;
    IF NEW.volunteer_id = pair.volunteer_id THEN
        RAISE check_violation USING CONSTRAINT = 'a_stand_in_is_somebody_else', MESSAGE = 'the friend';
    END IF;
    IF EXISTS (SELECT FROM matching_notthisone n WHERE n.citizen_id = pair.citizen_id AND n.volunteer_id = NEW.volunteer_id)
        OR EXISTS (SELECT FROM matching_match m WHERE m.citizen_id = pair.citizen_id AND m.volunteer_id = NEW.volunteer_id
            AND m.state IN ('ended', 'declined')) THEN
        RAISE check_violation USING CONSTRAINT = 'a_stand_in_was_not_put_aside', MESSAGE = 'put aside';
    END IF;
    PERFORM app.require_ready(NEW.volunteer_id, NEW.project_id);
    IF TG_OP = 'INSERT' THEN
        PERFORM app.hold_consents(pair.citizen_id);
    END IF;
    PERFORM app.require_yes_to_a_friend(pair.citizen_id);
    PERFORM app.require_room(NEW.volunteer_id, NEW.id);
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE OF state ON friendships_standin FOR EACH ROW EXECUTE FUNCTION app.stand_in_gate();
CREATE TRIGGER moves BEFORE UPDATE OF state ON friendships_standin FOR EACH ROW
    EXECUTE FUNCTION app.only_moves({STAND_IN_MOVES});

-- Of a rest that is over, a consent that is taken back or a volunteer who leaves nobody stands in any more.
CREATE FUNCTION app.stand_ins_end(of_citizen uuid, of_volunteer uuid) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE friendships_standin s SET state = 'ended', ended_on = app.today()
    FROM friendships_pause p JOIN matching_match m ON m.id = p.match_id
    WHERE p.id = s.pause_id AND s.state IN {STAND_IN_OPEN} AND (m.citizen_id = of_citizen OR s.volunteer_id = of_volunteer)
$$;
CREATE FUNCTION app.stand_ins_leave(who uuid) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    SELECT app.stand_ins_end(NULL, who)
$$;

-- That she may meet him, and that it is over, she hears at once, whatever brought it about.
CREATE FUNCTION app.stand_in_is_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.ask_worker(
        CASE NEW.state WHEN 'agreed' THEN 'friendships.tasks.write_that_he_said_yes' ELSE 'friendships.tasks.write_that_it_is_over' END,
        ARRAY[NEW.id], NULL);
    RETURN NULL;
END
$$;
CREATE TRIGGER told AFTER UPDATE OF state ON friendships_standin FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND 'agreed' IN (OLD.state, NEW.state)) EXECUTE FUNCTION app.stand_in_is_told();

-- What the worker may be asked of this app, for how many ids.
CREATE FUNCTION app.is_a_task_of_friendships(task text, number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT task IN ('friendships.tasks.write_that_he_said_yes', 'friendships.tasks.write_that_it_is_over') AND number = 1
$$;

-- Does she stand in at this project, or could she?
CREATE FUNCTION app.stands_in_at(who uuid, at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM friendships_standin s
        WHERE s.volunteer_id = who AND s.project_id = at_project AND s.state IN {STAND_IN_OPEN})
$$;

-- Whoever she stands in for takes a place with her as a friend does.
CREATE FUNCTION app.stands_in_for(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, by_which uuid)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT s.volunteer_id, s.id FROM friendships_standin s WHERE s.volunteer_id = ANY (volunteers) AND s.state IN {STAND_IN_OPEN}
$$;
