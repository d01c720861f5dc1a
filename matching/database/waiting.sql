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
