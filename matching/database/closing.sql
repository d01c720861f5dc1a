-- Is a proposal or a friendship open at a project?
CREATE FUNCTION app.has_open_matches(at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM matching_match m WHERE m.project_id = at_project AND m.state IN {MATCH_OPEN})
$$;
