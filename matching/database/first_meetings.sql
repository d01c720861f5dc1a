-- Who can come along to a first meeting: the project's coordinators, the leads of his houses.
CREATE FUNCTION app.hosts_of(of_match uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT s.user_id FROM matching_match m, institutions_membership s
    WHERE m.id = of_match AND m.project_id IN (SELECT app.own_projects())
        AND app.in_force(s.from_on, s.until_on)
        AND (s.role = 'coordinator' AND s.project_id = m.project_id
            OR s.role = 'lead' AND s.institution_id IN (SELECT a.institution_id FROM citizens_attachment a
                WHERE a.citizen_id = m.citizen_id AND app.in_force(a.from_on, a.until_on)))
$$;
GRANT EXECUTE ON FUNCTION app.hosts_of(of_match uuid) TO weshelter_app, weshelter_jobs;

-- A first meeting is arranged once both have said yes, with a host.
CREATE FUNCTION app.first_meeting_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.called_off_at IS NOT NULL AND OLD.called_off_at IS NULL
            OR NEW.reminded_at IS DISTINCT FROM OLD.reminded_at) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM matching_match m WHERE m.id = NEW.match_id AND m.state = 'accepted') THEN
        RAISE check_violation USING CONSTRAINT = 'a_first_meeting_comes_after_two_yeses', MESSAGE = 'not now';
    END IF;
    IF NEW.called_off_at IS NULL AND NOT EXISTS (SELECT FROM app.hosts_of(NEW.match_id) h WHERE h = NEW.accompanied_by_id) THEN
        RAISE check_violation USING CONSTRAINT = 'somebody_of_the_house_is_there', MESSAGE = 'not of the house';
    END IF;
    IF NEW.called_off_at IS NULL
        AND NOT app.is_there(NEW.accompanied_by_id, ARRAY[NEW.project_id], app.day_of(NEW.starts_at)) THEN
        RAISE check_violation USING CONSTRAINT = 'who_is_there_with_them_is_not_away', MESSAGE = 'away';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.starts_at, NEW.place, NEW.accompanied_by_id)
            IS DISTINCT FROM (OLD.starts_at, OLD.place, OLD.accompanied_by_id) THEN
        NEW.reminded_at := NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON matching_firstmeeting FOR EACH ROW EXECUTE FUNCTION app.first_meeting_gate();

-- What came to nothing after all is not held.
CREATE FUNCTION app.first_meeting_is_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE matching_firstmeeting SET called_off_at = now(), changes = changes + 1
    WHERE match_id = NEW.id AND called_off_at IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER no_first_meeting AFTER UPDATE OF state ON matching_match FOR EACH ROW
    WHEN (OLD.state = 'accepted' AND NEW.state IN ('declined', 'withdrawn')) EXECUTE FUNCTION app.first_meeting_is_off();

-- The volunteer's own first meetings, for the calendar; no citizen in it.
CREATE FUNCTION app.first_meetings_in_feed(since timestamp with time zone) RETURNS TABLE(match_id uuid, starts_at timestamp with time zone, place text, changes integer, called_off_at timestamp with time zone)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT f.match_id, f.starts_at, f.place, f.changes, f.called_off_at
    FROM matching_firstmeeting f JOIN matching_match m ON m.id = f.match_id
    WHERE m.volunteer_id = (SELECT app.link_volunteer('feed')) AND f.starts_at > since
$$;
GRANT EXECUTE ON FUNCTION app.first_meetings_in_feed(since timestamp with time zone) TO weshelter_app, weshelter_jobs;
