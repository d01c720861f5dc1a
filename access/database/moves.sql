-- A state changes by its model's MOVES alone: the trigger's arguments, each such as 'proposed>accepted'.
CREATE FUNCTION app.only_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state <> OLD.state AND (TG_NARGS = 0 OR OLD.state || '>' || NEW.state <> ALL (TG_ARGV)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_state_changes_by_its_moves', MESSAGE = 'no such move';
    END IF;
    RETURN NEW;
END
$$;
