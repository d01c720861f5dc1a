-- Is somebody on the way to a role of a project, or assigned to it?
CREATE FUNCTION app.has_volunteers(at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM volunteers_volunteer v JOIN volunteers_roleprofile r ON r.id = v.role_id
            WHERE r.project_id = at_project AND v.state IN {VOLUNTEER_ON_THE_WAY})
        OR EXISTS (SELECT FROM volunteers_assignment a
            WHERE a.project_id = at_project AND coalesce(a.until_on, 'infinity') >= greatest(a.from_on, app.today()))
        OR EXISTS (SELECT FROM volunteers_interested i JOIN volunteers_roleprofile r ON r.id = i.role_id
            WHERE r.project_id = at_project)
$$;
