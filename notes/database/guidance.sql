-- Guidance rests on a live consent, and is not changed once approved.
CREATE FUNCTION app.guidance_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state IN ('draft', 'approved') AND NOT EXISTS (SELECT FROM citizens_consent s WHERE s.id = NEW.consent_id
            AND s.purpose = 'guidance' AND s.withdrawn_at IS NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'guidance_rests_on_consent', MESSAGE = 'no consent';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state <> 'draft' AND (NEW.text <> OLD.text OR NEW.state NOT IN (OLD.state, 'withdrawn')
            OR OLD.state = 'withdrawn' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN
        RAISE check_violation USING CONSTRAINT = 'approved_guidance_stands_as_it_is', MESSAGE = 'no draft';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON notes_guidance FOR EACH ROW EXECUTE FUNCTION app.guidance_gate();
CREATE TRIGGER moves BEFORE UPDATE OF state ON notes_guidance FOR EACH ROW EXECUTE FUNCTION app.only_moves({GUIDANCE_MOVES});

-- The guidance that came of what a lead told; it names no confidence.
CREATE FUNCTION app.guidance_i_prompted() RETURNS TABLE(id uuid, citizen_id uuid, text text, approved_at timestamp with time zone)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT DISTINCT g.id, g.citizen_id, g.text::text, g.approved_at FROM notes_guidance g
    JOIN citizens_consent s ON s.id = g.consent_id AND s.withdrawn_at IS NULL
    JOIN notes_origin o ON o.guidance_id = g.id JOIN notes_confidence c ON c.id = o.confidence_id
    WHERE g.state = 'approved' AND c.author_id = app.uid() AND c.institution_id IN (SELECT app.own_houses())
        AND app.is_known_at_house(g.citizen_id)
$$;
GRANT EXECUTE ON FUNCTION app.guidance_i_prompted() TO weshelter_app, weshelter_jobs;

-- The friend has read it.
CREATE FUNCTION app.acknowledge(of_guidance uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    found_match matching_match;
BEGIN
    SELECT m.* INTO found_match FROM notes_guidance g JOIN matching_match m ON m.citizen_id = g.citizen_id
    WHERE g.id = of_guidance AND g.citizen_id = m.citizen_id AND g.state = 'approved' AND m.state IN {MATCH_RUNNING}
    AND EXISTS (SELECT FROM citizens_consent s WHERE s.id = g.consent_id AND s.purpose = 'guidance'
        AND s.withdrawn_at IS NULL) AND m.volunteer_id = app.link_volunteer('own_page');
    IF found_match.id IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO notes_acknowledgement (id, guidance_id, match_id, volunteer_id, project_id, at)
    VALUES (gen_random_uuid(), of_guidance, found_match.id, found_match.volunteer_id, found_match.project_id, now())
    ON CONFLICT DO NOTHING;
    RETURN true;
END
$$;
GRANT EXECUTE ON FUNCTION app.acknowledge(of_guidance uuid) TO weshelter_app, weshelter_jobs;
