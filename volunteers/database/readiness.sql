-- What these volunteers have met of what ready or a role asks, of each kind how many; the apps that keep the records say so.
CREATE FUNCTION app.met_of(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, kind text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    {rows of met(volunteers)}
$$;

-- Is one thing met?
CREATE FUNCTION app.is_met(of_volunteer uuid, kind text, number integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM app.met_of(ARRAY[of_volunteer]) m WHERE m.kind = is_met.kind AND m.number >= is_met.number)
$$;

-- What ready asks of everybody: conversation, agreement, course.
CREATE FUNCTION app.requirements(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, code text, met boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH met AS MATERIALIZED (SELECT m.volunteer_id, m.kind FROM app.met_of(volunteers) m)
    SELECT v.id, r.code, (v.id, r.code) IN (SELECT m.volunteer_id, m.kind FROM met m)
    FROM unnest(volunteers) AS v (id), LATERAL (VALUES ('interview'), ('agreement'), ('course')) AS r (code)
$$;

-- The same of those whom one may know.
CREATE FUNCTION app.requirements_seen(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, code text, met boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT r.volunteer_id, r.code, r.met FROM app.requirements(ARRAY(
        SELECT v.id FROM volunteers_volunteer v WHERE v.id = ANY (volunteers) AND (
            v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()
            OR app.comes_to(v.id, ARRAY(SELECT app.house_projects()))
            OR v.id = (SELECT l.volunteer_id FROM app.link_in_use() l WHERE l.purpose <> 'reference')))) r
$$;
GRANT EXECUTE ON FUNCTION app.requirements_seen(volunteers uuid[]) TO weshelter_app, weshelter_jobs;

-- The gate to every match and duty: it asks the rows with their dates, never a state alone.
CREATE FUNCTION app.require_ready(for_volunteer uuid, at_project bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    lacking text := (SELECT string_agg(l.code, ',') FROM (
        SELECT r.code FROM app.requirements(ARRAY[for_volunteer]) r WHERE NOT r.met
        UNION ALL
        SELECT r.code FROM app.assignment_requirements(ARRAY[for_volunteer]) r
        WHERE r.project_id = at_project AND NOT r.met AND r.exempt_until IS NULL) l);
BEGIN
    IF lacking IS NOT NULL
        OR NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer AND v.state = 'ready') THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_is_ready', MESSAGE = 'not ready',
            DETAIL = CASE WHEN EXISTS (SELECT FROM volunteers_volunteer v  WHERE v.id = for_volunteer
        AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR (SELECT app.is_secretariat()))
        AND v.user_id IS DISTINCT FROM (SELECT app.uid())) THEN coalesce(lacking, '') ELSE '' END;
    END IF;
    IF NOT EXISTS (SELECT FROM volunteers_assignment a WHERE a.volunteer_id = for_volunteer
            AND a.project_id = at_project AND app.in_force(a.from_on, a.until_on)) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_is_assigned', MESSAGE = 'not assigned';
    END IF;
END
$$;

-- Ready asks all three; in training asks the second yes where the role does.
CREATE FUNCTION app.volunteer_ready_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state = 'ready' AND (TG_OP = 'INSERT' OR OLD.state <> 'ready')
        AND EXISTS (SELECT FROM app.requirements(ARRAY[NEW.id]) r WHERE NOT r.met) THEN
        RAISE check_violation USING CONSTRAINT = 'ready_asks_conversation_agreement_and_course',
            MESSAGE = 'not ready';
    END IF;
    IF NEW.state = 'in_training' AND EXISTS (SELECT FROM app.role_asks(NEW.role_id) a
            WHERE a.kind = 'second_yes' AND NOT app.is_met(NEW.id, a.kind, a.number)) THEN
        RAISE check_violation USING CONSTRAINT = 'two_decide_where_the_role_asks', MESSAGE = 'a second yes';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE OF state ON volunteers_volunteer FOR EACH ROW EXECUTE FUNCTION app.volunteer_ready_gate();
