-- A citizen, what he is called, and his first attachment: at one's own project or house.
CREATE FUNCTION app.register_citizen(in_project bigint, called_name text, reach text, attachment_kind text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    house bigint;
    made uuid := gen_random_uuid();
BEGIN
    SELECT p.institution_id INTO house FROM institutions_project p WHERE p.id = in_project AND p.kind = 'friends'
        AND (p.id IN (SELECT app.own_projects()) OR p.institution_id IN (SELECT app.own_houses()));
    IF house IS NULL THEN
        RAISE check_violation USING CONSTRAINT = 'a_citizen_is_registered_in_own_scope', MESSAGE = 'outside the scope';
    END IF;
    INSERT INTO citizens_citizen (id, project_id, number, registered_at)
    VALUES (made, in_project, nextval('app.citizen_number'), now());
    INSERT INTO citizens_knownas (citizen_id, project_id, called_name, reach)
    VALUES (made, in_project, called_name, reach);
    INSERT INTO citizens_attachment (id, citizen_id, institution_id, kind, from_on)
    VALUES (gen_random_uuid(), made, house, attachment_kind, app.today());
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.register_citizen(in_project bigint, called_name text, reach text, attachment_kind text) TO weshelter_app, weshelter_jobs;
