-- Is an evening of a project planned, open, or not closed yet?
CREATE FUNCTION app.has_evenings_ahead(at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM foodclubs_evening e WHERE e.project_id = at_project AND e.state IN {EVENING_AHEAD})
$$;
