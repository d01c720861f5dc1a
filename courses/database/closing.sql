-- Is a course or meeting planned at a house?
CREATE FUNCTION app.has_gatherings_ahead(at_house bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM courses_gathering g
        WHERE g.institution_id = at_house AND g.state <> 'called_off' AND g.ends_at > now())
$$;

-- Nothing is planned at a house that is closed.
CREATE FUNCTION app.gathering_at_an_open_house() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.require_open_house(NEW.institution_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER at_an_open_house BEFORE INSERT OR UPDATE OF institution_id ON courses_gathering FOR EACH ROW
    WHEN (NEW.institution_id IS NOT NULL) EXECUTE FUNCTION app.gathering_at_an_open_house();
