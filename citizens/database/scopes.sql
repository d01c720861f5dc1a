-- Is he attached today to one of these houses, which one leads, and not on the way to be erased? By row: its price does not grow with the house. The
-- houses are read once a query and only narrow; whoever names other houses learns nothing.
CREATE FUNCTION app.is_attached(of_citizen uuid, houses bigint[]) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER AS $$
BEGIN
    RETURN EXISTS (SELECT FROM citizens_attachment a
        WHERE a.citizen_id = of_citizen AND a.institution_id = ANY(houses) AND app.in_force(a.from_on, a.until_on)
            AND app.leads(a.institution_id))
        AND NOT EXISTS (SELECT FROM citizens_citizen c WHERE c.id = of_citizen AND c.forget_on IS NOT NULL);
END
$$;
GRANT EXECUTE ON FUNCTION app.is_attached(of_citizen uuid, houses bigint[]) TO weshelter_app, weshelter_jobs;

-- Is he attached today to one's house? An emergency opens for reading alone, so it is not asked here.
CREATE FUNCTION app.is_of_own_house(of_citizen uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.is_attached(of_citizen, ARRAY(SELECT app.own_houses()))
$$;

-- Is he, or did one open him in an emergency?
CREATE FUNCTION app.is_known_at_house(of_citizen uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.is_of_own_house(of_citizen) OR of_citizen IN (SELECT app.broken_citizens())
$$;
