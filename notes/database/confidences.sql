-- Who coordinates a project, for whoever may tell them something.
CREATE FUNCTION app.coordinators_of(of_project bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.user_id FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
    WHERE m.project_id = of_project AND m.role = 'coordinator'
        AND app.in_force(m.from_on, m.until_on)
        AND (of_project IN (SELECT app.own_projects()) OR EXISTS (SELECT FROM citizens_citizen c
            WHERE c.project_id = of_project AND app.is_known_at_house(c.id)))
$$;
GRANT EXECUTE ON FUNCTION app.coordinators_of(of_project bigint) TO weshelter_app, weshelter_jobs;

-- A confidence is told by a lead about somebody attached to the house, who consented.
CREATE FUNCTION app.confidence_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    -- First whether it is one's own: what a gate answers is told to nobody else.
    IF NOT app.leads(NEW.institution_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a house of others';
    END IF;
    IF NOT EXISTS (SELECT FROM citizens_attachment a WHERE a.citizen_id = NEW.citizen_id
            AND a.institution_id = NEW.institution_id AND app.in_force(a.from_on, a.until_on)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_is_about_somebody_of_the_house', MESSAGE = 'no house';
    END IF;
    IF NOT app.has_said_yes(NEW.citizen_id, 'guidance') THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_rests_on_consent', MESSAGE = 'no consent';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT ON notes_confidence FOR EACH ROW EXECUTE FUNCTION app.confidence_gate();

-- Its readers are the coordinators of that day.
CREATE FUNCTION app.confidence_readers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    INSERT INTO notes_addressee (id, confidence_id, project_id, user_id)
    SELECT gen_random_uuid(), NEW.id, NEW.project_id, who FROM app.coordinators_of(NEW.project_id) who
    WHERE who <> NEW.author_id;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_has_somebody_to_read_it', MESSAGE = 'nobody';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER readers AFTER INSERT ON notes_confidence FOR EACH ROW EXECUTE FUNCTION app.confidence_readers();

-- What somebody has read is not taken back.
CREATE FUNCTION app.confidence_withdrawing_gate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_is_withdrawn_once', MESSAGE = 'withdrawn';
    END IF;
    IF EXISTS (SELECT FROM history_accesslog l WHERE l.object_type = 'confidence' AND l.object_id = NEW.id
            AND l.action IN ('open', 'breakglass')) THEN
        RAISE check_violation USING CONSTRAINT = 'an_opened_confidence_stands', MESSAGE = 'opened';
    END IF;
    DELETE FROM notes_confidencebody b WHERE b.confidence_id = NEW.id;
    RETURN NEW;
END
$$;
CREATE TRIGGER withdrawing BEFORE UPDATE ON notes_confidence FOR EACH ROW EXECUTE FUNCTION app.confidence_withdrawing_gate();

-- The key of a citizen's texts, made once; it leaves wrapped.
CREATE FUNCTION app.data_key(of_citizen uuid, proposed bytea) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT app.is_known_at_house(of_citizen) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a citizen outside the house';
    END IF;
    INSERT INTO notes_datakey (citizen_id, project_id, wrapped)
    SELECT c.id, c.project_id, proposed FROM citizens_citizen c WHERE c.id = of_citizen
    ON CONFLICT DO NOTHING;
    RETURN (SELECT k.wrapped FROM notes_datakey k WHERE k.citizen_id = of_citizen);
END
$$;
GRANT EXECUTE ON FUNCTION app.data_key(of_citizen uuid, proposed bytea) TO weshelter_app, weshelter_jobs;

-- The only way to a text: it asks who reads, writes the log, and gives it out.
CREATE FUNCTION app.note_open(note uuid, purpose text) RETURNS TABLE(ciphertext bytea, wrapped bytea)
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    project bigint;
BEGIN
    IF note_open.purpose NOT IN {READING_PURPOSES} THEN
        RETURN;
    END IF;
    SELECT c.project_id INTO project FROM notes_confidence c
    WHERE c.id = note AND c.withdrawn_at IS NULL
        AND CASE WHEN note_open.purpose = 'emergency' THEN c.citizen_id IN (SELECT app.broken_citizens())
            ELSE c.project_id IN (SELECT app.own_projects())
                AND EXISTS (SELECT FROM notes_addressee a WHERE a.confidence_id = c.id AND a.user_id = app.uid()) END
        AND EXISTS (SELECT FROM notes_confidencebody b WHERE b.confidence_id = c.id)
        AND app.has_said_yes(c.citizen_id, 'guidance')
    FOR SHARE OF c;
    IF project IS NULL THEN
        RETURN;
    END IF;
    PERFORM app.log_access(CASE WHEN note_open.purpose = 'emergency' THEN 'breakglass' ELSE 'open' END,
        'confidence', note, project, note_open.purpose);
    RETURN QUERY SELECT b.ciphertext, k.wrapped FROM notes_confidence c
        JOIN notes_confidencebody b ON b.confidence_id = c.id JOIN notes_datakey k ON k.citizen_id = c.citizen_id
        WHERE c.id = note;
END
$$;
GRANT EXECUTE ON FUNCTION app.note_open(note uuid, purpose text) TO weshelter_app, weshelter_jobs;

-- Who opened a confidence: names for the project, times for its author.
CREATE FUNCTION app.openings(confidences uuid[]) RETURNS TABLE(confidence_id uuid, at timestamp with time zone, actor_id uuid, purpose text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT l.object_id, l.at, CASE WHEN own THEN l.actor_id END, CASE WHEN own THEN l.purpose::text END
    FROM history_accesslog l JOIN notes_confidence c ON c.id = l.object_id,
        LATERAL (SELECT c.project_id IN (SELECT app.own_projects())) AS scope (own)
    WHERE l.object_id = ANY (confidences) AND l.object_type = 'confidence' AND l.action IN ('open', 'breakglass')
        AND (own OR c.author_id = app.uid() AND c.institution_id IN (SELECT app.own_houses()))
$$;
GRANT EXECUTE ON FUNCTION app.openings(confidences uuid[]) TO weshelter_app, weshelter_jobs;

-- Everything that was read about a citizen, for him.
CREATE FUNCTION app.readings_of(of_citizen uuid) RETURNS TABLE(at timestamp with time zone, name text, role text, is_opening boolean, object_type text, purpose text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH known AS (
        SELECT c.id, c.project_id, c.project_id IN (SELECT app.own_projects()) AS is_own FROM citizens_citizen c
        WHERE c.id = of_citizen
            AND (c.project_id IN (SELECT app.own_projects()) OR app.is_of_own_house(c.id))
    ), things AS (
        SELECT k.id FROM known k
        UNION ALL SELECT m.id FROM matching_match m JOIN known k ON m.citizen_id = k.id
        UNION ALL SELECT g.id FROM notes_guidance g JOIN known k ON g.citizen_id = k.id
        UNION ALL SELECT n.id FROM notes_confidence n JOIN known k ON n.citizen_id = k.id
            WHERE k.is_own OR n.institution_id IN (SELECT app.own_houses())
    ), readings AS (
        SELECT t.at, t.actor_id, false AS is_opening, t.object_type, '' AS purpose FROM history_accesstrail t
            WHERE t.action = 'shown' AND t.actor_id IS NOT NULL AND t.object_id IN (SELECT id FROM things)
        UNION ALL
        SELECT l.at, l.actor_id, true, l.object_type, l.purpose FROM history_accesslog l
            WHERE l.object_id IN (SELECT id FROM things)
    )
    SELECT r.at, u.name::text, CASE
            WHEN u.is_secretariat THEN 'secretariat'
            WHEN EXISTS (SELECT FROM institutions_membership m JOIN known k ON k.project_id = m.project_id
                WHERE m.user_id = u.id) THEN 'coordinator'
            ELSE 'lead' END,
        r.is_opening, r.object_type::text, r.purpose::text
    FROM readings r JOIN accounts_user u ON u.id = r.actor_id ORDER BY r.at
$$;
GRANT EXECUTE ON FUNCTION app.readings_of(of_citizen uuid) TO weshelter_app, weshelter_jobs;
