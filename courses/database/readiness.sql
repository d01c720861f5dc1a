-- The modules that no course of hers went through; none is NULL.
CREATE FUNCTION app.modules_missing(of_volunteer uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT array_agg(m.code ORDER BY m.place) FROM unnest({MODULES})
        WITH ORDINALITY AS m (code, place)
    WHERE NOT EXISTS (SELECT FROM courses_attendance t JOIN courses_gathering g ON g.id = t.gathering_id
        WHERE t.volunteer_id = of_volunteer AND t.state = 'attended' AND g.kind = 'introduction'
            AND m.code = ANY (g.modules))
$$;

-- The same of somebody whom one may know.
CREATE FUNCTION app.modules_missing_seen(of_volunteer uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.modules_missing(v.id) FROM volunteers_volunteer v WHERE v.id = of_volunteer AND (
        v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()
        OR v.id = (SELECT l.volunteer_id FROM app.link_in_use() l))
$$;
GRANT EXECUTE ON FUNCTION app.modules_missing_seen(of_volunteer uuid) TO weshelter_app, weshelter_jobs;

-- The course that ready asks: every module of it, in whichever sessions.
CREATE FUNCTION app.met_in_courses(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, kind text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT t.volunteer_id, 'course', 1
    FROM courses_attendance t JOIN courses_gathering g ON g.id = t.gathering_id, unnest(g.modules) AS m (code)
    WHERE t.volunteer_id = ANY (volunteers) AND t.state = 'attended' AND g.kind = 'introduction'
    GROUP BY 1 HAVING {MODULES} <@ array_agg(m.code::text)
$$;

-- When she was at a course, and whether she has, is offered or waits for a place; no row where there is none.
CREATE FUNCTION app.came_about_in_courses(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, kind text, at timestamp with time zone, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT t.volunteer_id, 'course', coalesce(max(g.starts_at) FILTER (WHERE t.state = 'attended'), max(t.since)),
        bool_or(t.state IN ('booked', 'offered', 'waiting'))
    FROM courses_attendance t JOIN courses_gathering g ON g.id = t.gathering_id
    WHERE t.volunteer_id = ANY (volunteers) AND g.kind = 'introduction' GROUP BY 1
$$;
