-- The houses whose figures one reads.
CREATE FUNCTION app.houses_with_figures() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT i.id FROM institutions_institution i WHERE app.is_secretariat()
    UNION SELECT app.own_houses()
    UNION SELECT p.institution_id FROM institutions_project p WHERE p.id IN (SELECT app.own_projects())
$$;
GRANT EXECUTE ON FUNCTION app.houses_with_figures() TO weshelter_app, weshelter_jobs;
