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

-- What was taken back stays so.
CREATE FUNCTION app.consent_is_withdrawn_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
        RAISE check_violation USING CONSTRAINT = 'a_consent_is_withdrawn_once', MESSAGE = 'withdrawn already';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER once BEFORE UPDATE ON citizens_consent FOR EACH ROW EXECUTE FUNCTION app.consent_is_withdrawn_once();

-- Nobody is proposed to somebody who does not wish it, or said so too long ago.
CREATE FUNCTION app.require_living_wish(of_citizen uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
DECLARE
    said citizens_wishes;
BEGIN
    SELECT w.* INTO said FROM citizens_wishes w WHERE w.citizen_id = of_citizen;
    IF said.wants_friend IS NOT TRUE THEN
        RAISE check_violation USING CONSTRAINT = 'the_citizen_wishes_a_friend', MESSAGE = 'no wish';
    END IF;
    IF said.said_on < app.today() - {WISH_LIVES} THEN
        RAISE check_violation USING CONSTRAINT = 'the_wish_is_still_alive', MESSAGE = 'an old wish';
    END IF;
END
$$;
