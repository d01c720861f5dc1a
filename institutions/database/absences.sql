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

-- Is somebody there on a day for what is about some projects: of Frivilligindsatsen, with a role there and not away from it?
-- A lead may come along from the house where the citizen is; what is about no project is for whoever works here.
CREATE FUNCTION app.is_there(who uuid, at_projects bigint[], on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM accounts_user u WHERE u.id = who AND u.is_active AND u.is_secretariat)
        OR EXISTS (SELECT FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
            WHERE m.user_id = who AND on_day BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')
                AND (at_projects = '{}' OR (m.role = 'lead' OR m.project_id = ANY (at_projects))
                    AND NOT app.is_away(who, m.project_id, m.institution_id, on_day)))
$$;
GRANT EXECUTE ON FUNCTION app.is_there(who uuid, at_projects bigint[], on_day date) TO weshelter_app, weshelter_jobs;

-- One is away from a role that one has, once at a time, and the deputy has the same.
CREATE FUNCTION app.absence_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.called_off_at IS NOT NULL THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('absence ' || NEW.user_id, 0));
    IF NOT EXISTS (SELECT FROM institutions_membership m WHERE m.user_id = NEW.user_id
            AND (m.project_id = NEW.project_id OR m.institution_id = NEW.institution_id)
            AND m.from_on <= coalesce(NEW.until_on, 'infinity') AND coalesce(m.until_on, 'infinity') >= NEW.from_on) THEN
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
