-- Those assigned today to a project at one's house.
CREATE FUNCTION app.house_volunteers() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT a.volunteer_id FROM volunteers_assignment a
    WHERE a.project_id = ANY(ARRAY(SELECT app.house_projects())) AND app.in_force(a.from_on, a.until_on)
$$;
GRANT EXECUTE ON FUNCTION app.house_volunteers() TO weshelter_app, weshelter_jobs;

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

-- An applicant's array holds the role's project.
CREATE FUNCTION app.volunteer_on_application() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    NEW.project_ids := app.projects_of_volunteer(NEW.id, NEW.role_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER projects BEFORE INSERT ON volunteers_volunteer FOR EACH ROW EXECUTE FUNCTION app.volunteer_on_application();

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
