-- She leaves no project where something of hers is open; whoever leaves altogether has settled it.
CREATE FUNCTION app.assignment_ends() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.until_on IS NULL OR NEW.until_on >= app.today() OR OLD.until_on < app.today() THEN
        RETURN NEW;
    END IF;
    -- The lock that a proposal and a yes take, too: none comes in between.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id FOR NO KEY UPDATE;
    IF {any of keeps_a_role(NEW.volunteer_id, NEW.project_id)} AND EXISTS (SELECT FROM volunteers_volunteer v
            WHERE v.id = NEW.volunteer_id AND v.state NOT IN {VOLUNTEER_GONE}) THEN
        RAISE check_violation USING CONSTRAINT = 'a_role_ends_with_nothing_open', MESSAGE = 'something is open';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER ends BEFORE UPDATE OF until_on ON volunteers_assignment FOR EACH ROW EXECUTE FUNCTION app.assignment_ends();
