-- So many may wait for a role at one address, as in a household; whoever types it again and again fills no inbox with letters
-- on the day on which the role opens. Nobody is told.
CREATE FUNCTION app.few_at_one_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('interested' || NEW.role_id::text || lower(NEW.email), 0));
    IF (SELECT count(*) FROM volunteers_interested i
            WHERE i.role_id = NEW.role_id AND lower(i.email) = lower(NEW.email)) >= {AT_ONE_ADDRESS} THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER few_at_one_address BEFORE INSERT ON volunteers_interested FOR EACH ROW EXECUTE FUNCTION app.few_at_one_address();
