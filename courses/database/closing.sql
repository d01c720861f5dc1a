-- Is a course or meeting planned at a house?
CREATE FUNCTION app.has_gatherings_ahead(at_house bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM courses_gathering g
        WHERE g.institution_id = at_house AND g.state <> 'called_off' AND g.ends_at > now())
$$;
