-- Whoever wishes a friend waits since he first said so; whoever wishes none waits no more, and begins anew.
CREATE FUNCTION app.wish_is_waited_with() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.waits_since := CASE WHEN NEW.wants_friend THEN coalesce(NEW.waits_since, now()) END;
    RETURN NEW;
END
$$;
CREATE TRIGGER waits BEFORE INSERT OR UPDATE ON citizens_wishes FOR EACH ROW EXECUTE FUNCTION app.wish_is_waited_with();
