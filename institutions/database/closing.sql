-- A project closes when nothing is open there, and nobody has a role there any more: so nothing is left behind it.
CREATE FUNCTION app.project_closes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF {any of keeps_a_project(NEW.id)} OR EXISTS (SELECT FROM institutions_membership m
            WHERE m.project_id = NEW.id AND coalesce(m.until_on, 'infinity') >= greatest(m.from_on, app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'a_project_closes_with_nothing_open', MESSAGE = 'something is open';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER closes BEFORE UPDATE OF state ON institutions_project FOR EACH ROW
    WHEN (NEW.state = 'closed' AND OLD.state <> 'closed') EXECUTE FUNCTION app.project_closes();

-- A house closes when its projects have, and nobody whom a project follows lives or comes there. Those whom none follows
-- any more are no longer of the house.
CREATE FUNCTION app.house_closes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF EXISTS (SELECT FROM institutions_project p WHERE p.institution_id = NEW.id AND p.state <> 'closed')
        OR EXISTS (SELECT FROM institutions_membership m WHERE m.institution_id = NEW.id
            AND coalesce(m.until_on, 'infinity') >= greatest(m.from_on, app.today()))
        OR {any of keeps_a_house(NEW.id)} THEN
        RAISE check_violation USING CONSTRAINT = 'a_house_closes_with_nothing_open', MESSAGE = 'something is open';
    END IF;
    PERFORM {each of lets_go_of_a_house(NEW.id)};
    RETURN NEW;
END
$$;
CREATE TRIGGER closes BEFORE UPDATE OF closed_on ON institutions_institution FOR EACH ROW
    WHEN (NEW.closed_on IS NOT NULL AND OLD.closed_on IS NULL) EXECUTE FUNCTION app.house_closes();

-- No project begins at a house that is closed.
CREATE FUNCTION app.project_of_an_open_house() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.require_open_house(NEW.institution_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER at_an_open_house BEFORE INSERT OR UPDATE OF institution_id, state ON institutions_project FOR EACH ROW
    WHEN (NEW.state <> 'closed') EXECUTE FUNCTION app.project_of_an_open_house();

-- Nothing begins at a project that is closed. It waits for whoever is closing it, and whoever closes waits for it.
CREATE FUNCTION app.require_open_project(of_project bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM institutions_project p WHERE p.id = of_project FOR SHARE;
    IF EXISTS (SELECT FROM institutions_project p WHERE p.id = of_project AND p.state = 'closed') THEN
        RAISE check_violation USING CONSTRAINT = 'nothing_begins_at_a_closed_project', MESSAGE = 'closed';
    END IF;
END
$$;

-- The same of a house.
CREATE FUNCTION app.require_open_house(of_house bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM institutions_institution i WHERE i.id = of_house FOR SHARE;
    IF EXISTS (SELECT FROM institutions_institution i WHERE i.id = of_house AND i.closed_on IS NOT NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'nothing_begins_at_a_closed_house', MESSAGE = 'closed';
    END IF;
END
$$;

-- Nobody has a role at a project or a house that is closed, today or later.
CREATE FUNCTION app.role_at_an_open_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF coalesce(NEW.until_on, 'infinity') >= greatest(NEW.from_on, app.today()) THEN
        PERFORM app.require_open_project(NEW.project_id);
        PERFORM app.require_open_house(NEW.institution_id);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER at_an_open_place BEFORE INSERT OR UPDATE ON institutions_membership FOR EACH ROW EXECUTE FUNCTION app.role_at_an_open_place();
