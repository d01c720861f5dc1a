-- Has a confidence of a project been read by nobody whom it was told to, and not been taken back? With its yes alive.
CREATE FUNCTION app.has_unread_confidences(at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM app.unread_confidences(at_project))
$$;

CREATE FUNCTION app.unread_confidences(at_project bigint) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT c.id FROM notes_confidence c WHERE c.project_id = at_project AND c.withdrawn_at IS NULL
        AND EXISTS (SELECT FROM citizens_consent y WHERE y.citizen_id = c.citizen_id AND y.purpose = 'guidance'
            AND y.withdrawn_at IS NULL)
        AND NOT EXISTS (SELECT FROM history_accesslog l
            WHERE l.action = 'open' AND l.object_type = 'confidence' AND l.object_id = c.id)
$$;

-- How many those are, for whoever closes the project or holds it.
CREATE FUNCTION app.number_unread(at_project bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT count(*) FROM app.unread_confidences(at_project) WHERE at_project IN (SELECT app.programme_projects())
$$;
GRANT EXECUTE ON FUNCTION app.number_unread(at_project bigint) TO weshelter_app, weshelter_jobs;
