-- What a role asks beyond ready.
CREATE FUNCTION app.role_asks(of_role uuid) RETURNS TABLE(kind text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT a.kind, a.number FROM volunteers_roleprofile r, LATERAL (VALUES
        ('second_yes', r.asks_two::int), ('references', r.references_asked::int), ('shadowing', r.asks_shadowing::int),
        (r.record_asked::text, (r.record_asked <> '')::int)) AS a (kind, number)
    WHERE r.id = of_role AND a.number > 0
$$;

-- The requirements of an assignment are those of its role.
CREATE FUNCTION app.sync_requirements(of_assignment uuid, of_role uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    DELETE FROM volunteers_exemption e USING volunteers_requirement q
    WHERE q.id = e.requirement_id AND q.assignment_id = of_assignment
        AND q.kind NOT IN (SELECT a.kind FROM app.role_asks(of_role) a);
    DELETE FROM volunteers_requirement q
    WHERE q.assignment_id = of_assignment AND q.kind NOT IN (SELECT a.kind FROM app.role_asks(of_role) a);
    INSERT INTO volunteers_requirement (id, assignment_id, kind, number, since)
    SELECT gen_random_uuid(), of_assignment, a.kind, a.number, app.today() FROM app.role_asks(of_role) a
    ON CONFLICT (assignment_id, kind) DO UPDATE SET number = EXCLUDED.number
    WHERE volunteers_requirement.number <> EXCLUDED.number;
END
$$;

-- An assignment without a role gets the one applied for, else the strictest of the project.
CREATE FUNCTION app.assignment_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.role_id IS NULL THEN
        NEW.role_id := (SELECT r.id FROM volunteers_roleprofile r
            LEFT JOIN volunteers_volunteer v ON v.id = NEW.volunteer_id AND v.role_id = r.id
            WHERE r.project_id = NEW.project_id
            ORDER BY v.id IS NULL, (SELECT count(*) FROM app.role_asks(r.id)) DESC, r.references_asked DESC, r.title
            LIMIT 1);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER role BEFORE INSERT ON volunteers_assignment FOR EACH ROW EXECUTE FUNCTION app.assignment_role();

-- An assignment asks what its role asks.
CREATE FUNCTION app.assignment_asks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.sync_requirements(NEW.id, NEW.role_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER asks AFTER INSERT OR UPDATE OF role_id ON volunteers_assignment FOR EACH ROW EXECUTE FUNCTION app.assignment_asks();

-- What a role asks from now on, its running assignments ask too.
CREATE FUNCTION app.role_asks_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.sync_requirements(a.id, NEW.id) FROM volunteers_assignment a
    WHERE a.role_id = NEW.id AND (a.until_on IS NULL OR a.until_on >= app.today());
    RETURN NULL;
END
$$;
CREATE TRIGGER asks AFTER UPDATE ON volunteers_roleprofile FOR EACH ROW EXECUTE FUNCTION app.role_asks_anew();

-- Of many at once: what their running assignments ask, whether it is met, and the exemption.
CREATE FUNCTION app.assignment_requirements(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, project_id bigint, requirement_id uuid, code text, met boolean, exempt_until date)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH met AS MATERIALIZED (SELECT m.volunteer_id, m.kind, m.number FROM app.met_of(volunteers) m)
    SELECT a.volunteer_id, a.project_id, q.id, q.kind::text,
        coalesce((SELECT m.number >= q.number FROM met m WHERE m.volunteer_id = a.volunteer_id AND m.kind = q.kind), false),
        (SELECT max(e.until_on) FROM volunteers_exemption e
            WHERE e.requirement_id = q.id AND app.in_force(e.given_on, e.until_on))
    FROM volunteers_assignment a JOIN volunteers_requirement q ON q.assignment_id = a.id AND q.since <= app.today()
    WHERE a.volunteer_id = ANY (volunteers) AND app.in_force(a.from_on, a.until_on)
$$;

-- The same of those whom one screens.
CREATE FUNCTION app.assignment_requirements_seen(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, project_id bigint, requirement_id uuid, code text, met boolean, exempt_until date)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT r.* FROM app.assignment_requirements(ARRAY(
        SELECT v.id FROM volunteers_volunteer v WHERE v.id = ANY (volunteers)
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())
            AND v.user_id IS DISTINCT FROM app.uid())) r
$$;
GRANT EXECUTE ON FUNCTION app.assignment_requirements_seen(volunteers uuid[]) TO weshelter_app, weshelter_jobs;

-- When each step of theirs came about, and whether somebody has been asked; no row where nothing was done.
CREATE FUNCTION app.came_about_of(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, kind text, at timestamp with time zone, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    {rows of came_about(volunteers)}
$$;

-- Each step of the way to ready with its date, and whether it has been asked for: of whom one screens, and one's own by link.
CREATE FUNCTION app.screening_steps(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, code text, met boolean, exempt_until date, at timestamp with time zone, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH seen AS (
        SELECT v.id, v.role_id, v.state FROM volunteers_volunteer v WHERE v.id = ANY (volunteers)
            AND ((v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()) AND v.user_id IS DISTINCT FROM app.uid()
                OR v.id = app.link_volunteer('own_page'))
    ), met AS MATERIALIZED (
        SELECT m.volunteer_id, m.kind, m.number FROM app.met_of(ARRAY(SELECT s.id FROM seen s)) m
    ), came AS MATERIALIZED (
        SELECT c.volunteer_id, c.kind, c.at, c.asked FROM app.came_about_of(ARRAY(SELECT s.id FROM seen s)) c
    ), asks AS (
        SELECT r.volunteer_id AS id, r.code AS kind, bool_and(r.met) AS met,
            CASE WHEN bool_and(r.met OR r.exempt_until IS NOT NULL) THEN min(r.exempt_until) END AS exempt_until
        FROM app.assignment_requirements(ARRAY(SELECT s.id FROM seen s)) r GROUP BY 1, 2
        UNION ALL
        SELECT s.id, a.kind, coalesce(m.number >= a.number, false), NULL
        FROM seen s CROSS JOIN app.role_asks(s.role_id) a LEFT JOIN met m ON m.volunteer_id = s.id AND m.kind = a.kind
        WHERE s.state IN ('applied', 'interviewed') AND NOT EXISTS (SELECT FROM volunteers_assignment g
            WHERE g.volunteer_id = s.id AND (g.until_on IS NULL OR g.until_on >= app.today()))
    ), base AS (
        SELECT s.id, r.kind, (s.id, r.kind) IN (SELECT m.volunteer_id, m.kind FROM met m) AS met, NULL::date AS exempt_until
        FROM seen s, LATERAL (VALUES ('interview'), ('agreement'), ('course')) AS r (kind)
    ), booked AS (
        SELECT b.id, 'booked' AS kind, b.met OR (b.id, 'booked') IN (SELECT m.volunteer_id, m.kind FROM met m) AS met,
            NULL::date AS exempt_until
        FROM base b WHERE b.kind = 'interview'
    )
    SELECT w.id, w.kind, w.met, w.exempt_until, c.at, coalesce(c.asked, false)
    FROM (TABLE booked UNION ALL TABLE asks UNION ALL TABLE base) w
    LEFT JOIN came c ON c.volunteer_id = w.id AND c.kind = w.kind
$$;
GRANT EXECUTE ON FUNCTION app.screening_steps(volunteers uuid[]) TO weshelter_app, weshelter_jobs;

-- An exemption is ended, not prolonged.
CREATE FUNCTION app.exemption_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.until_on > OLD.until_on THEN
        RAISE insufficient_privilege USING MESSAGE = 'an exemption is not prolonged: a new one is given';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON volunteers_exemption FOR EACH ROW EXECUTE FUNCTION app.exemption_guard();
