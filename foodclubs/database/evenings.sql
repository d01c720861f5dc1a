-- An evening opens in an open project, before its day is over; a closed one stays as it is.
CREATE FUNCTION app.evening_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state IN {EVENING_CLOSED} THEN
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
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON foodclubs_evening FOR EACH ROW EXECUTE FUNCTION app.evening_gate();
CREATE TRIGGER moves BEFORE UPDATE OF state ON foodclubs_evening FOR EACH ROW EXECUTE FUNCTION app.only_moves({EVENING_MOVES});

-- What belongs to a closed evening stays as it is.
CREATE FUNCTION app.evening_part_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF EXISTS (SELECT FROM foodclubs_evening e WHERE e.id = NEW.evening_id AND e.state IN {EVENING_CLOSED}) THEN
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
