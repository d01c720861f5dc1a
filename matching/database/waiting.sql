-- A friendship has ended: whoever still wishes a friend waits from this moment on, and hears from us within six weeks.
CREATE FUNCTION app.waiting_begins_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE citizens_wishes SET waits_since = now(), speak_on = app.today() + {HEARS_WITHIN}
    WHERE citizen_id = NEW.citizen_id AND wants_friend;
    RETURN NULL;
END
$$;
CREATE TRIGGER waits_anew AFTER UPDATE OF state ON matching_match FOR EACH ROW
    WHEN (OLD.state <> 'ended' AND NEW.state = 'ended') EXECUTE FUNCTION app.waiting_begins_anew();

-- How long each has waited who met a friend in the last year and has him still. Of a friendship that has ended it is not
-- known any more: he waits anew since.
CREATE FUNCTION app.waited_for_a_friend(of_project bigint) RETURNS TABLE(days integer)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.started_on - w.since FROM matching_match m
    JOIN (SELECT citizen_id, (waits_since AT TIME ZONE 'Europe/Copenhagen')::date AS since FROM citizens_wishes) w
        ON w.citizen_id = m.citizen_id
    WHERE m.project_id = of_project AND m.state IN {MATCH_RUNNING} AND m.started_on > app.today() - 365
        AND w.since <= m.started_on
$$;
