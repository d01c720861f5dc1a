-- A match rests with its reason, ends with how it does, and has ended when nothing of the farewell is missing.
CREATE FUNCTION app.friendship_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state = 'paused' AND NOT EXISTS (SELECT FROM friendships_pause p WHERE p.match_id = NEW.id AND p.ended_on IS NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'a_rest_has_its_reason', MESSAGE = 'no reason';
    END IF;
    IF NEW.state = 'ending' AND NOT EXISTS (SELECT FROM friendships_closure c WHERE c.match_id = NEW.id) THEN
        RAISE check_violation USING CONSTRAINT = 'an_ending_says_how', MESSAGE = 'not said how';
    END IF;
    IF NEW.state = 'ended' AND NOT EXISTS (SELECT FROM friendships_closure c WHERE c.match_id = NEW.id
            AND c.ended_on IS NOT NULL AND c.told_on IS NOT NULL AND c.farewell <> '' AND c.contact <> '' AND c.citizen_next <> ''
            AND (c.citizen_talk_on IS NOT NULL OR 'citizen' = ANY (c.cannot))
            AND (c.volunteer_talk_on IS NOT NULL OR 'volunteer' = ANY (c.cannot))) THEN
        RAISE check_violation USING CONSTRAINT = 'no_friendship_ends_in_silence', MESSAGE = 'something is missing';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER friendship BEFORE UPDATE OF state ON matching_match FOR EACH ROW WHEN (OLD.state <> NEW.state)
    EXECUTE FUNCTION app.friendship_gate();

-- A rest is over as soon as they do not rest, and nobody stands in; how it goes is asked of those who are friends. Of an ending
-- that is called off nothing stays but its history.
CREATE FUNCTION app.friendship_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF OLD.state = 'paused' THEN
        PERFORM app.stand_ins_end(NEW.citizen_id, NULL);
        UPDATE friendships_pause SET ended_on = app.today() WHERE match_id = NEW.id AND ended_on IS NULL;
    END IF;
    IF NEW.state NOT IN ('trial', 'active') THEN
        DELETE FROM friendships_plannedrest WHERE match_id = NEW.id;
        UPDATE friendships_checkin SET ended_on = app.today() WHERE match_id = NEW.id AND ended_on IS NULL;
    END IF;
    IF OLD.state = 'ending' AND NEW.state = 'active' THEN
        DELETE FROM friendships_closure WHERE match_id = NEW.id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER friendship_moved AFTER UPDATE OF state ON matching_match FOR EACH ROW WHEN (OLD.state <> NEW.state)
    EXECUTE FUNCTION app.friendship_moved();

-- A rest is planned of two who are friends and do not rest.
CREATE FUNCTION app.planned_rest_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM matching_match m WHERE m.id = NEW.match_id AND m.state IN ('trial', 'active')) THEN
        RAISE check_violation USING CONSTRAINT = 'a_rest_is_planned_of_two_who_meet', MESSAGE = 'not now';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER gate AFTER INSERT OR UPDATE ON friendships_plannedrest FOR EACH ROW EXECUTE FUNCTION app.planned_rest_gate();
