-- For the own page: the coordinators and leads of her projects.
CREATE FUNCTION app.whom_to_call() RETURNS TABLE(institution_id bigint, role text, name text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT DISTINCT p.institution_id, m.role::text, u.name::text FROM volunteers_volunteer v
    JOIN institutions_project p ON p.id = ANY (v.project_ids)
    JOIN institutions_membership m ON m.role = 'coordinator' AND m.project_id = p.id
        OR m.role = 'lead' AND m.institution_id = p.institution_id AND EXISTS (
            SELECT FROM volunteers_assignment a WHERE a.volunteer_id = v.id AND a.project_id = p.id
                AND app.in_force(a.from_on, a.until_on))
    JOIN accounts_user u ON u.id = m.user_id AND u.is_active
    WHERE v.id = app.link_volunteer('own_page', 'proposal') AND app.in_force(m.from_on, m.until_on)
$$;
GRANT EXECUTE ON FUNCTION app.whom_to_call() TO weshelter_app, weshelter_jobs;

-- The houses where she is assigned today.
CREATE FUNCTION app.houses_by_link() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT p.institution_id FROM volunteers_assignment a JOIN institutions_project p ON p.id = a.project_id
    WHERE a.volunteer_id = app.link_volunteer('own_page') AND app.in_force(a.from_on, a.until_on)
$$;
GRANT EXECUTE ON FUNCTION app.houses_by_link() TO weshelter_app, weshelter_jobs;
