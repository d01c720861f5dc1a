-- Does a citizen of a project still wish a friend?
CREATE FUNCTION app.has_wishes(at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM citizens_wishes w JOIN citizens_citizen c ON c.id = w.citizen_id
        WHERE w.project_id = at_project AND w.wants_friend AND c.forget_on IS NULL)
$$;

-- Does a house know a citizen whom a project follows?
CREATE FUNCTION app.knows_citizens(at_house bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM citizens_attachment a JOIN citizens_citizen c ON c.id = a.citizen_id
        JOIN institutions_project p ON p.id = c.project_id AND p.state <> 'closed'
        WHERE a.institution_id = at_house AND coalesce(a.until_on, 'infinity') >= app.today())
$$;

-- How many those are, for whoever closes the house and may know nobody by name.
CREATE FUNCTION app.citizens_known_at(at_house bigint) RETURNS TABLE(project_id bigint, number bigint)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT c.project_id, count(DISTINCT c.id) FROM citizens_attachment a JOIN citizens_citizen c ON c.id = a.citizen_id
    JOIN institutions_project p ON p.id = c.project_id AND p.state <> 'closed'
    WHERE a.institution_id = at_house AND coalesce(a.until_on, 'infinity') >= app.today() AND app.is_secretariat()
    GROUP BY 1
$$;
GRANT EXECUTE ON FUNCTION app.citizens_known_at(at_house bigint) TO weshelter_app, weshelter_jobs;

-- The house is no more: whom no project follows any longer is no longer of it.
CREATE FUNCTION app.house_lets_go(at_house bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE citizens_attachment SET until_on = greatest(from_on, app.today() - 1)
    WHERE institution_id = at_house AND coalesce(until_on, 'infinity') >= app.today();
    UPDATE citizens_home SET until_on = greatest(from_on, app.today() - 1)
    WHERE institution_id = at_house AND until_on IS NULL;
END
$$;

-- The numbers of those who still wish a friend at a project, for whoever closes it and reads no wish.
CREATE FUNCTION app.numbers_of_who_wish(at_project bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT c.number FROM citizens_wishes w JOIN citizens_citizen c ON c.id = w.citizen_id
    WHERE w.project_id = at_project AND w.wants_friend AND c.forget_on IS NULL AND app.is_secretariat() ORDER BY 1
$$;
GRANT EXECUTE ON FUNCTION app.numbers_of_who_wish(at_project bigint) TO weshelter_app, weshelter_jobs;

-- Does a citizen of one of these projects live at a house today, or come there?
CREATE FUNCTION app.has_citizens_at(house bigint, of_projects bigint[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM citizens_attachment a JOIN citizens_citizen c ON c.id = a.citizen_id
        WHERE a.institution_id = house AND c.project_id = ANY (of_projects) AND app.in_force(a.from_on, a.until_on))
$$;

-- A wish is at a project that has not closed; of a wish and a closing at once the second waits, and is told.
CREATE FUNCTION app.wish_at_an_open_project() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.require_open_project(NEW.project_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER at_an_open_project BEFORE INSERT OR UPDATE OF wants_friend ON citizens_wishes FOR EACH ROW
    WHEN (NEW.wants_friend) EXECUTE FUNCTION app.wish_at_an_open_project();
