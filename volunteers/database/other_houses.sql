-- Of these roles the one whose project has fewest volunteers, on the way or taken in; of several the first in the list.
CREATE FUNCTION app.writes_first(roles uuid[]) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT r.id FROM volunteers_roleprofile r WHERE r.id = ANY (roles)
    ORDER BY (SELECT count(*) FROM volunteers_volunteer v
        WHERE v.project_ids @> ARRAY[r.project_id] AND v.state NOT IN {VOLUNTEER_GONE}), array_position(roles, r.id)
    LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION app.writes_first(roles uuid[]) TO weshelter_app, weshelter_jobs;

-- An applicant goes to another house that she ticked, where the role is open: whoever had her sees her no more, and whoever
-- coordinates there does.
CREATE FUNCTION app.pass_on(who uuid, to_role uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE volunteers_volunteer v SET role_id = to_role
    WHERE v.id = who AND v.state IN {VOLUNTEER_NOT_TAKEN_IN} AND to_role = ANY (v.also_role_ids)
        AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())
        AND v.user_id IS DISTINCT FROM app.uid()
        AND EXISTS (SELECT FROM volunteers_roleprofile r JOIN institutions_project p ON p.id = r.project_id
            WHERE r.id = to_role AND r.is_open AND p.state = 'open');
    RETURN FOUND;
END
$$;
GRANT EXECUTE ON FUNCTION app.pass_on(who uuid, to_role uuid) TO weshelter_app, weshelter_jobs;
