-- A course that is moved: links live until the day after it, whoever was reminded of the other day is reminded of this
-- one, no offer stands longer than until it begins, and nobody has been there who was ticked beforehand.
CREATE FUNCTION app.gathering_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.links_follow('courses', NEW.id, NEW.starts_at + {COURSE_LINK_LIVES_ON});
    -- What begins sooner is told by the mail about the move.
    UPDATE courses_attendance t SET reminded_at = NULL
    WHERE t.gathering_id = NEW.id AND t.reminded_at IS NOT NULL AND NEW.starts_at > now() + {REMINDED_BEFORE};
    UPDATE courses_attendance t SET offered_until = NEW.starts_at
    WHERE t.gathering_id = NEW.id AND t.state = 'offered' AND t.offered_until > NEW.starts_at;
    UPDATE courses_attendance t SET state = 'booked'
    WHERE t.gathering_id = NEW.id AND t.state IN ('attended', 'missed') AND NEW.starts_at > now() + {TICKED_FROM};
    RETURN NULL;
END
$$;
CREATE TRIGGER gathering_moves AFTER UPDATE OF starts_at ON courses_gathering FOR EACH ROW
    WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at) EXECUTE FUNCTION app.gathering_moves();

-- A course that is called off: nobody has, is offered or waits for a place there any more.
CREATE FUNCTION app.gathering_is_called_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF OLD.starts_at <= now() THEN
        RAISE check_violation USING CONSTRAINT = 'a_gathering_that_has_begun_is_not_called_off', MESSAGE = 'begun';
    END IF;
    UPDATE courses_attendance t SET state = 'called_off', offered_until = NULL
    WHERE t.gathering_id = NEW.id AND (t.state IN {TOLD_OF_GATHERING} OR t.state IN ('attended', 'missed'));
    NEW.taken := 0;
    RETURN NEW;
END
$$;
CREATE TRIGGER called_off BEFORE UPDATE OF state ON courses_gathering FOR EACH ROW
    WHEN (NEW.state = 'called_off' AND OLD.state <> 'called_off') EXECUTE FUNCTION app.gathering_is_called_off();
CREATE TRIGGER moves BEFORE UPDATE OF state ON courses_gathering FOR EACH ROW EXECUTE FUNCTION app.only_moves({GATHERING_MOVES});
