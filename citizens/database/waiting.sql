-- Whoever wishes a friend waits since he first said so, and hears from us within six weeks; whoever wishes none waits no
-- more, and begins anew.
CREATE FUNCTION app.wish_is_waited_with() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.waits_since := CASE WHEN NEW.wants_friend THEN coalesce(NEW.waits_since, now()) END;
    IF TG_OP = 'INSERT' AND NEW.wants_friend THEN
        NEW.speak_on := coalesce(NEW.speak_on, NEW.said_on + {HEARS_WITHIN});
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER waits BEFORE INSERT OR UPDATE ON citizens_wishes FOR EACH ROW EXECUTE FUNCTION app.wish_is_waited_with();

-- What is said when somebody speaks with him has been said, after what was said before, and is put right on the day on
-- which it was written down.
CREATE FUNCTION app.spoken_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.spoken_on > app.today() THEN
        RAISE check_violation USING CONSTRAINT = 'a_talk_has_been', MESSAGE = 'still to come';
    END IF;
    IF NEW.spoken_on < NEW.said_before THEN
        RAISE check_violation USING CONSTRAINT = 'a_talk_comes_after_what_was_said', MESSAGE = 'before';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.taken_back_at IS NOT NULL
            OR (OLD.written_at AT TIME ZONE 'Europe/Copenhagen')::date < app.today()) THEN
        RAISE check_violation USING CONSTRAINT = 'a_talk_is_put_right_on_its_day', MESSAGE = 'another day';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE OF spoken_on, outcome, again_on, taken_back_at ON citizens_spoken
    FOR EACH ROW EXECUTE FUNCTION app.spoken_gate();

-- For how many days half of those waited at the most who were found a friend in the last year and have one still: told to
-- whoever works at the project or leads its house, and only where it is about several.
CREATE FUNCTION app.usual_wait(of_project bigint) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT CASE WHEN count(*) >= {FEWEST_WAITS} THEN percentile_disc(0.5) WITHIN GROUP (ORDER BY w.days) END
    FROM ({rows of waited(of_project)}) w
    WHERE of_project IN (SELECT app.own_projects()) OR of_project IN (SELECT app.house_projects())
$$;
GRANT EXECUTE ON FUNCTION app.usual_wait(of_project bigint) TO weshelter_app, weshelter_jobs;
