-- A friend, or whoever stands in for one, asks two living consents of him.
CREATE FUNCTION app.require_yes_to_a_friend(of_citizen uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT (app.has_said_yes(of_citizen, 'friend') AND app.has_said_yes(of_citizen, 'registration')) THEN
        RAISE check_violation USING CONSTRAINT = 'a_match_rests_on_consent', MESSAGE = 'no consent';
    END IF;
END
$$;

-- Before a match is proposed, accepted, started or goes on: consent; and before it begins: ready, wish, no former pair by
-- accident, room.
CREATE FUNCTION app.match_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state NOT IN ('proposed', 'accepted', 'trial', 'active') THEN
        RETURN NEW;
    END IF;
    -- First whether it is one's own: what a gate answers is told to nobody else.
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM citizens_citizen c WHERE c.id = NEW.citizen_id
            AND c.project_id = NEW.project_id AND c.project_id IN (SELECT app.own_projects())) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a citizen outside the scope';
    END IF;
    IF TG_OP = 'INSERT' OR OLD.state IN ('proposed', 'accepted') THEN
        PERFORM app.require_ready(NEW.volunteer_id, NEW.project_id);
    END IF;
    -- A proposal that begins and a pair that goes on again: a consent that is being taken back does not find them yet.
    IF TG_OP = 'INSERT' OR OLD.state IN ('paused', 'ending') THEN
        PERFORM app.hold_consents(NEW.citizen_id);
    END IF;
    PERFORM app.require_yes_to_a_friend(NEW.citizen_id);
    IF TG_OP = 'UPDATE' AND OLD.state IN ('trial', 'active', 'paused', 'ending') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        -- Two who are friends already have found each other: nobody asks whether a friend is wished for.
        IF NEW.origin <> 'running' THEN
            PERFORM app.require_living_wish(NEW.citizen_id);
        END IF;
        IF NOT NEW.again_on_purpose AND EXISTS (SELECT FROM matching_match m WHERE m.citizen_id = NEW.citizen_id
                AND m.volunteer_id = NEW.volunteer_id AND m.state IN ('ended', 'declined')) THEN
            RAISE check_violation USING CONSTRAINT = 'a_pair_is_not_proposed_again_by_accident', MESSAGE = 'again';
        END IF;
    END IF;
    PERFORM app.require_room(NEW.volunteer_id, NEW.id);
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE OF state ON matching_match FOR EACH ROW EXECUTE FUNCTION app.match_gate();

-- Who may answer for whom, and in time.
CREATE FUNCTION app.match_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    by_link boolean := app.link() IS NOT NULL;
    by_lead boolean := app.uid() IS NOT NULL AND NOT NEW.project_id = ANY (ARRAY(SELECT app.own_projects()));
    -- What rests on a consent that was taken back stops, whoever wrote that down.
    stops boolean := NEW.state IN ('withdrawn', 'paused') AND NOT app.has_said_yes(NEW.citizen_id, 'friend');
    answers boolean := (OLD.state, NEW.state) IN (('proposed', 'accepted'), ('proposed', 'active'), ('proposed', 'declined'),
        ('accepted', 'declined'));
BEGIN
    IF OLD.state = 'proposed' AND NEW.state = 'active' AND NEW.origin <> 'running' THEN
        RAISE check_violation USING CONSTRAINT = 'a_state_changes_by_its_moves', MESSAGE = 'they have not met';
    END IF;
    IF OLD.state = 'proposed' AND OLD.proposed_at <= now() - {ANSWERED_WITHIN} AND (answers
            OR NEW.volunteer_yes_at IS DISTINCT FROM OLD.volunteer_yes_at
            OR NEW.citizen_yes_at IS DISTINCT FROM OLD.citizen_yes_at) THEN
        RAISE check_violation USING CONSTRAINT = 'a_proposal_is_answered_in_time', MESSAGE = 'too late';
    END IF;
    IF NEW.state = 'expired' AND OLD.state <> 'expired' AND OLD.proposed_at > now() - {ANSWERED_WITHIN} THEN
        RAISE check_violation USING CONSTRAINT = 'a_state_changes_by_its_moves', MESSAGE = 'it may still be answered';
    END IF;
    IF NEW.volunteer_yes_at IS DISTINCT FROM OLD.volunteer_yes_at AND (OLD.volunteer_yes_at IS NOT NULL OR by_lead)
        OR NEW.citizen_yes_at IS DISTINCT FROM OLD.citizen_yes_at AND (OLD.citizen_yes_at IS NOT NULL OR by_link)
        OR NEW.citizen_yes_heard_by_id IS DISTINCT FROM OLD.citizen_yes_heard_by_id
            AND (OLD.citizen_yes_heard_by_id IS NOT NULL OR NEW.citizen_yes_heard_by_id IS DISTINCT FROM app.uid()) THEN
        RAISE check_violation USING CONSTRAINT = 'a_yes_is_given_once_by_who_may', MESSAGE = 'not this answer';
    END IF;
    IF (by_link OR by_lead) AND (NEW.state <> OLD.state AND NOT answers AND NOT stops
            OR NEW.started_on IS DISTINCT FROM OLD.started_on AND NEW.state = OLD.state
            OR NEW.look_back_on IS DISTINCT FROM OLD.look_back_on)
        OR by_link AND NEW.citizen_told_on IS DISTINCT FROM OLD.citizen_told_on THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the answer';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON matching_match FOR EACH ROW EXECUTE FUNCTION app.match_guard();
CREATE TRIGGER moves BEFORE UPDATE OF state ON matching_match FOR EACH ROW EXECUTE FUNCTION app.only_moves({MATCH_MOVES});

-- What takes a place with these volunteers: a friend, a proposal, and what upper apps know of.
CREATE FUNCTION app.matches_with(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, by_which uuid)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.volunteer_id, m.id FROM matching_match m WHERE m.volunteer_id = ANY (volunteers) AND {MATCH_COUNTS}
$$;

-- How many places of one are taken, besides one that is looked at.
CREATE FUNCTION app.places_taken(who uuid, besides uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT count(*) FROM ({rows of takes_a_place(ARRAY[who])}) t WHERE t.by_which IS DISTINCT FROM besides
$$;

-- The same of each whom one may know.
CREATE FUNCTION app.places_taken_seen(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, places bigint)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH seen AS MATERIALIZED (SELECT ARRAY(
        SELECT v.id FROM volunteers_volunteer v
        WHERE v.id = ANY (volunteers) AND v.project_ids && ARRAY(SELECT app.programme_projects())) AS ids)
    SELECT t.volunteer_id, count(*) FROM ({rows of takes_a_place((SELECT ids FROM seen))}) t GROUP BY t.volunteer_id
$$;
GRANT EXECUTE ON FUNCTION app.places_taken_seen(volunteers uuid[]) TO weshelter_app, weshelter_jobs;

-- Is she the friend of somebody attached today to one of these houses? By row, as of a citizen.
CREATE FUNCTION app.is_friend_at(of_volunteer uuid, houses bigint[]) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER AS $$
BEGIN
    RETURN EXISTS (SELECT FROM matching_match m
        WHERE m.volunteer_id = of_volunteer AND m.state IN {MATCH_OPEN} AND app.is_attached(m.citizen_id, houses));
END
$$;
GRANT EXECUTE ON FUNCTION app.is_friend_at(of_volunteer uuid, houses bigint[]) TO weshelter_app, weshelter_jobs;
