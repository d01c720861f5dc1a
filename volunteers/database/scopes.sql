-- Is she assigned today to one of these projects, at a house that one leads? By row, as of a citizen: the projects only
-- narrow, and whoever names others learns nothing.
CREATE FUNCTION app.comes_to(of_volunteer uuid, projects bigint[]) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER AS $$
BEGIN
    RETURN EXISTS (SELECT FROM volunteers_assignment a
        WHERE a.volunteer_id = of_volunteer AND a.project_id = ANY(projects) AND app.in_force(a.from_on, a.until_on)
            AND (SELECT app.leads(p.institution_id) FROM institutions_project p WHERE p.id = a.project_id));
END
$$;
GRANT EXECUTE ON FUNCTION app.comes_to(of_volunteer uuid, projects bigint[]) TO weshelter_app, weshelter_jobs;

-- Is she of one of these projects, which one coordinates: applied for a role there, or assigned?
CREATE FUNCTION app.is_of(of_volunteer uuid, projects bigint[]) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER AS $$
BEGIN
    RETURN EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = of_volunteer AND v.project_ids && projects
        AND EXISTS (SELECT FROM unnest(v.project_ids) p WHERE app.coordinates(p)));
END
$$;
GRANT EXECUTE ON FUNCTION app.is_of(of_volunteer uuid, projects bigint[]) TO weshelter_app, weshelter_jobs;

-- Is this oneself? A coordinator is a volunteer too. Of somebody who was erased nobody knows.
CREATE FUNCTION app.is_oneself(of_volunteer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER AS $$
BEGIN
    RETURN (SELECT v.user_id IS NOT NULL AND v.user_id IS NOT DISTINCT FROM app.uid()
        FROM volunteers_volunteer v WHERE v.id = of_volunteer);
END
$$;
GRANT EXECUTE ON FUNCTION app.is_oneself(of_volunteer uuid) TO weshelter_app, weshelter_jobs;

-- The projects of a volunteer: of the role applied for, and those assigned today.
CREATE FUNCTION app.projects_of_volunteer(of_volunteer uuid, of_role uuid) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT array_agg(DISTINCT p.id) FROM (
        SELECT r.project_id AS id FROM volunteers_roleprofile r WHERE r.id = of_role
        UNION ALL
        SELECT a.project_id FROM volunteers_assignment a WHERE a.volunteer_id = of_volunteer
            AND app.in_force(a.from_on, a.until_on)
    ) p
$$;
GRANT EXECUTE ON FUNCTION app.projects_of_volunteer(of_volunteer uuid, of_role uuid) TO weshelter_jobs;

-- The array holds the project of the role that is hers; whoever gives her another one coordinates its project, or passes
-- her on to a house that she ticked. A role that she ticked changes places with the one that she had.
CREATE FUNCTION app.volunteer_on_application() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.role_id = ANY (OLD.also_role_ids) THEN
        NEW.also_role_ids := array_append(array_remove(OLD.also_role_ids, NEW.role_id), OLD.role_id);
    ELSIF TG_OP = 'UPDATE' AND app.uid() IS NOT NULL AND NEW.role_id <> OLD.role_id
            AND NOT EXISTS (SELECT FROM volunteers_roleprofile r
                WHERE r.id = NEW.role_id AND r.project_id = ANY (ARRAY(SELECT app.programme_projects()))) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a role of a project of others';
    END IF;
    NEW.project_ids := app.projects_of_volunteer(NEW.id, NEW.role_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER projects BEFORE INSERT OR UPDATE OF role_id ON volunteers_volunteer FOR EACH ROW EXECUTE FUNCTION app.volunteer_on_application();

-- Each assignment keeps the array in step.
CREATE FUNCTION app.volunteer_on_assignment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE volunteers_volunteer v SET project_ids = app.projects_of_volunteer(v.id, v.role_id)
    WHERE v.id = coalesce(NEW.volunteer_id, OLD.volunteer_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER projects AFTER INSERT OR DELETE OR UPDATE ON volunteers_assignment FOR EACH ROW EXECUTE FUNCTION app.volunteer_on_assignment();
