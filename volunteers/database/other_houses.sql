-- Of these roles the one whose project has fewest volunteers, on the way or taken in; of several the first in the list.
CREATE FUNCTION app.writes_first(roles uuid[]) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT r.id FROM volunteers_roleprofile r WHERE r.id = ANY (roles)
    ORDER BY (SELECT count(*) FROM volunteers_volunteer v
        WHERE v.project_ids @> ARRAY[r.project_id] AND v.state NOT IN {VOLUNTEER_GONE}), array_position(roles, r.id)
    LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION app.writes_first(roles uuid[]) TO weshelter_app, weshelter_jobs;
