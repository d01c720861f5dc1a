-- Does somebody have the role of a project's coordinator, or of a house's lead, on a day?
CREATE FUNCTION app.has_role(who uuid, at_project bigint, at_house bigint, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
        WHERE m.user_id = who AND (m.project_id = at_project OR m.institution_id = at_house)
            AND on_day BETWEEN m.from_on AND coalesce(m.until_on, 'infinity'))
$$;
GRANT EXECUTE ON FUNCTION app.has_role(who uuid, at_project bigint, at_house bigint, on_day date) TO weshelter_app, weshelter_jobs;

-- Is somebody away from such a role on a day?
CREATE FUNCTION app.is_away(who uuid, at_project bigint, at_house bigint, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM institutions_absence a
        WHERE a.user_id = who AND (a.project_id = at_project OR a.institution_id = at_house) AND a.called_off_at IS NULL
            AND on_day BETWEEN a.from_on AND coalesce(a.until_on, 'infinity'))
$$;

-- Is anybody there on a day who has such a role?
CREATE FUNCTION app.somebody_is_there(at_project bigint, at_house bigint, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
        WHERE (m.project_id = at_project OR m.institution_id = at_house)
            AND on_day BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')
            AND NOT app.is_away(m.user_id, m.project_id, m.institution_id, on_day))
$$;
GRANT EXECUTE ON FUNCTION app.somebody_is_there(at_project bigint, at_house bigint, on_day date) TO weshelter_app, weshelter_jobs;

-- Does somebody hold one of these projects on a day: coordinates it and is not away from it, or is of Frivilligindsatsen?
CREATE FUNCTION app.holds(who uuid, at_projects bigint[], on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH roles AS (
        SELECT app.is_away(who, m.project_id, NULL, on_day) AS is_away
        FROM institutions_membership m WHERE m.user_id = who AND m.project_id = ANY (at_projects)
            AND on_day BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')
    )
    SELECT EXISTS (SELECT FROM accounts_user u WHERE u.id = who AND u.is_active
        AND (EXISTS (SELECT FROM roles WHERE NOT is_away) OR u.is_secretariat AND NOT EXISTS (SELECT FROM roles)))
$$;
GRANT EXECUTE ON FUNCTION app.holds(who uuid, at_projects bigint[], on_day date) TO weshelter_app, weshelter_jobs;

-- Does somebody lead, on a day, the house of one of these projects, or one where a citizen of theirs lives or comes? Whoever
-- coordinates one of them, or did, is asked as that.
CREATE FUNCTION app.leads_beside(who uuid, at_projects bigint[], on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
        WHERE m.user_id = who AND m.role = 'lead' AND on_day BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')
            AND NOT app.is_away(who, NULL, m.institution_id, on_day)
            AND (m.institution_id IN (SELECT p.institution_id FROM institutions_project p WHERE p.id = ANY (at_projects))
                OR {any of works_with_a_house(m.institution_id, at_projects)}))
        AND NOT EXISTS (SELECT FROM institutions_membership m WHERE m.user_id = who AND m.project_id = ANY (at_projects))
$$;

-- Is somebody there on a day for what is about some projects? What is about no project is for whoever works here.
CREATE FUNCTION app.is_there(who uuid, at_projects bigint[], on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT CASE WHEN at_projects = '{}' THEN EXISTS (SELECT FROM accounts_user u WHERE u.id = who AND u.is_active
            AND (u.is_secretariat OR EXISTS (SELECT FROM institutions_membership m WHERE m.user_id = who
                AND on_day BETWEEN m.from_on AND coalesce(m.until_on, 'infinity'))))
        ELSE app.holds(who, at_projects, on_day) OR app.leads_beside(who, at_projects, on_day) END
$$;
GRANT EXECUTE ON FUNCTION app.is_there(who uuid, at_projects bigint[], on_day date) TO weshelter_app, weshelter_jobs;

-- One is away from a role that one has, once at a time, and the deputy has the same.
CREATE FUNCTION app.absence_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.called_off_at IS NOT NULL THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('absence ' || NEW.user_id, 0));
    -- One that is ended or shortened stands, whatever has become of the role.
    IF (TG_OP = 'INSERT' OR NEW.from_on <> OLD.from_on) AND NOT app.has_role(
            NEW.user_id, NEW.project_id, NEW.institution_id, greatest(NEW.from_on, app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'one_is_away_from_a_role', MESSAGE = 'no such role';
    END IF;
    IF EXISTS (SELECT FROM institutions_absence a WHERE a.user_id = NEW.user_id AND a.id <> NEW.id
            AND (a.project_id = NEW.project_id OR a.institution_id = NEW.institution_id) AND a.called_off_at IS NULL
            AND a.from_on <= coalesce(NEW.until_on, 'infinity') AND coalesce(a.until_on, 'infinity') >= NEW.from_on) THEN
        RAISE check_violation USING CONSTRAINT = 'one_absence_at_a_time', MESSAGE = 'away already';
    END IF;
    IF NEW.deputy_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR (NEW.deputy_id, NEW.from_on) IS DISTINCT FROM (OLD.deputy_id, OLD.from_on))
        AND (NEW.deputy_id = NEW.user_id OR NOT app.has_role(
            NEW.deputy_id, NEW.project_id, NEW.institution_id, greatest(NEW.from_on, app.today()))) THEN
        RAISE check_violation USING CONSTRAINT = 'the_deputy_has_the_role', MESSAGE = 'no deputy';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON institutions_absence FOR EACH ROW EXECUTE FUNCTION app.absence_gate();

-- The role that a deputy was given for an absence has its days, and ends with it or with another deputy.
CREATE FUNCTION app.given_role_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE institutions_membership m SET
        from_on = CASE WHEN m.from_on > app.today() AND NEW.called_off_at IS NULL THEN NEW.from_on ELSE m.from_on END,
        until_on = CASE WHEN NEW.called_off_at IS NOT NULL OR NEW.deputy_id IS DISTINCT FROM m.user_id
            THEN greatest(m.from_on, app.today()) - 1 ELSE NEW.until_on END
    WHERE m.id = NEW.given_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER given_role AFTER UPDATE ON institutions_absence FOR EACH ROW
    WHEN (OLD.given_id IS NOT NULL AND OLD.given_id = NEW.given_id) EXECUTE FUNCTION app.given_role_follows();

-- A role that ends takes its absences with it: whoever has it again is there again.
CREATE FUNCTION app.absences_end_with_the_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE institutions_absence a SET
        called_off_at = CASE WHEN a.from_on > NEW.until_on THEN now() END,
        until_on = CASE WHEN a.from_on > NEW.until_on THEN a.until_on ELSE NEW.until_on END
    WHERE a.user_id = NEW.user_id AND (a.project_id = NEW.project_id OR a.institution_id = NEW.institution_id)
        AND a.called_off_at IS NULL AND coalesce(a.until_on, 'infinity') > NEW.until_on AND NEW.until_on >= NEW.from_on - 1
        AND NOT EXISTS (SELECT FROM institutions_membership m WHERE m.user_id = NEW.user_id AND m.id <> NEW.id
            AND (m.project_id = NEW.project_id OR m.institution_id = NEW.institution_id)
            AND coalesce(m.until_on, 'infinity') > NEW.until_on AND coalesce(m.until_on, 'infinity') >= m.from_on);
    RETURN NULL;
END
$$;
CREATE TRIGGER absences_end AFTER UPDATE OF until_on ON institutions_membership FOR EACH ROW
    WHEN (NEW.until_on IS NOT NULL) EXECUTE FUNCTION app.absences_end_with_the_role();
