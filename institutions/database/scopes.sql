-- The projects that one coordinates today.
CREATE FUNCTION app.own_projects() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.project_id
    FROM institutions_membership m
    WHERE m.user_id = app.uid()
        AND m.role = 'coordinator'
        AND app.in_force(m.from_on, m.until_on)
$$;
GRANT EXECUTE ON FUNCTION app.own_projects() TO weshelter_app, weshelter_jobs;

-- The same; all for Frivilligindsatsen.
CREATE FUNCTION app.programme_projects() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.own_projects()
    UNION
    SELECT p.id FROM institutions_project p WHERE app.is_secretariat()
$$;
GRANT EXECUTE ON FUNCTION app.programme_projects() TO weshelter_app, weshelter_jobs;

-- The houses where one is the lead today.
CREATE FUNCTION app.own_houses() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.institution_id
    FROM institutions_membership m
    WHERE m.user_id = app.uid()
        AND m.role = 'lead'
        AND app.in_force(m.from_on, m.until_on)
$$;
GRANT EXECUTE ON FUNCTION app.own_houses() TO weshelter_app, weshelter_jobs;

-- Is one the lead of this house today? Asked of a single row that says yes already.
CREATE FUNCTION app.leads(house bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM institutions_membership m WHERE m.user_id = app.uid() AND m.institution_id = house
        AND m.role = 'lead' AND app.in_force(m.from_on, m.until_on))
$$;

-- Does one coordinate this project today?
CREATE FUNCTION app.coordinates(project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM institutions_membership m WHERE m.user_id = app.uid() AND m.project_id = project
        AND m.role = 'coordinator' AND app.in_force(m.from_on, m.until_on))
$$;

-- The projects at those houses.
CREATE FUNCTION app.house_projects() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT p.id FROM institutions_project p WHERE p.institution_id IN (SELECT app.own_houses())
$$;
GRANT EXECUTE ON FUNCTION app.house_projects() TO weshelter_app, weshelter_jobs;

-- The houses where one leads or coordinates.
CREATE FUNCTION app.houses_at_work() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.own_houses()
    UNION
    SELECT p.institution_id FROM institutions_project p WHERE p.id IN (SELECT app.own_projects())
$$;
GRANT EXECUTE ON FUNCTION app.houses_at_work() TO weshelter_app, weshelter_jobs;
