-- An evening opens in an open project, before its day is over; a closed one stays as it is, but that a held one is
-- corrected: its numbers with a reason, and nothing else of it.
CREATE FUNCTION app.evening_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'held' AND NEW.state = 'held' AND NEW.corrected_why <> ''
        AND (NEW.corrected_at IS DISTINCT FROM OLD.corrected_at OR OLD.corrected_at = now())
        AND (NEW.starts_at, NEW.place, NEW.menu, NEW.price, NEW.places, NEW.taken, NEW.food_club_id, NEW.project_id)
            = (OLD.starts_at, OLD.place, OLD.menu, OLD.price, OLD.places, OLD.taken, OLD.food_club_id, OLD.project_id)
    THEN
        NEW.corrected_at := now();  -- what belongs to it is changed in the same transaction alone
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state IN {EVENING_CLOSED} THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'closed';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = 'planned' AND NEW.state = 'held' AND OLD.starts_at > now() THEN
        RAISE check_violation USING CONSTRAINT = 'an_evening_is_counted_once_it_has_begun', MESSAGE = 'too early';
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
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON foodclubs_evening FOR EACH ROW EXECUTE FUNCTION app.evening_gate();
CREATE TRIGGER moves BEFORE UPDATE OF state ON foodclubs_evening FOR EACH ROW EXECUTE FUNCTION app.only_moves({EVENING_MOVES});

-- An evening that is moved: nobody helps at two at once, and the links to its tasks live until it is over.
CREATE FUNCTION app.evening_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    -- As where a task is taken: of a move and a task elsewhere, or of two moves, one comes after the other.
    PERFORM FROM volunteers_volunteer v WHERE v.id IN (SELECT d.volunteer_id FROM foodclubs_duty d
        WHERE d.evening_id = NEW.id AND d.state = 'taken') ORDER BY v.id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM foodclubs_duty d
        JOIN foodclubs_duty elsewhere ON elsewhere.volunteer_id = d.volunteer_id AND elsewhere.state = 'taken'
        JOIN foodclubs_evening other ON other.id = elsewhere.evening_id AND other.state IN {EVENING_AHEAD}
        WHERE d.evening_id = NEW.id AND d.state = 'taken' AND other.id <> NEW.id
            AND other.starts_at > NEW.starts_at - {EVENINGS_APART}
            AND other.starts_at < NEW.starts_at + {EVENINGS_APART}
    ) THEN
        RAISE check_violation USING CONSTRAINT = 'a_move_meets_no_other_task', MESSAGE = 'double booking';
    END IF;
    PERFORM app.links_follow('duty', NEW.id, NEW.starts_at + {DUTY_LINK_LIVES_ON});
    RETURN NULL;
END
$$;
CREATE TRIGGER evening_moves AFTER UPDATE OF starts_at ON foodclubs_evening FOR EACH ROW
    WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at) EXECUTE FUNCTION app.evening_moves();
CREATE TRIGGER changes BEFORE UPDATE ON foodclubs_evening FOR EACH ROW
    WHEN ((OLD.starts_at, OLD.place, OLD.state = 'cancelled')
        IS DISTINCT FROM (NEW.starts_at, NEW.place, NEW.state = 'cancelled'))
    EXECUTE FUNCTION app.count_change();

-- What belongs to a closed evening stays as it is, unless the evening is being corrected.
CREATE FUNCTION app.evening_part_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = NEW.evening_id AND e.state IN {EVENING_CLOSED}
            AND e.corrected_at IS DISTINCT FROM now()) THEN
        RAISE check_violation USING CONSTRAINT = 'a_closed_evening_is_not_changed', MESSAGE = 'closed';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER closed_evening BEFORE INSERT OR UPDATE ON foodclubs_duty FOR EACH ROW EXECUTE FUNCTION app.evening_part_gate();
CREATE TRIGGER closed_evening BEFORE INSERT OR UPDATE ON foodclubs_signup FOR EACH ROW EXECUTE FUNCTION app.evening_part_gate();
CREATE TRIGGER closed_evening BEFORE INSERT OR UPDATE ON foodclubs_task FOR EACH ROW EXECUTE FUNCTION app.evening_part_gate();

-- The evenings that a link is about.
CREATE FUNCTION app.evenings_by_link() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.link_object('duty')
    UNION
    SELECT d.evening_id FROM foodclubs_duty d WHERE d.volunteer_id = app.link_volunteer('own_page', 'duty', 'feed')
$$;
GRANT EXECUTE ON FUNCTION app.evenings_by_link() TO weshelter_app, weshelter_jobs;
