-- Those attached today to one's house, and the one whom one opened in an emergency.
CREATE FUNCTION app.attached_citizens() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT a.citizen_id
    FROM citizens_attachment a
    WHERE a.institution_id = ANY(ARRAY(SELECT app.own_houses()))
        AND app.in_force(a.from_on, a.until_on)
    UNION SELECT app.broken_citizens()
$$;
GRANT EXECUTE ON FUNCTION app.attached_citizens() TO weshelter_app, weshelter_jobs;

-- Those attached today to one's house: an emergency opens for reading alone.
CREATE FUNCTION app.house_citizens() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT a.citizen_id
    FROM citizens_attachment a
    WHERE a.institution_id = ANY(ARRAY(SELECT app.own_houses()))
        AND app.in_force(a.from_on, a.until_on)
$$;
GRANT EXECUTE ON FUNCTION app.house_citizens() TO weshelter_app, weshelter_jobs;
