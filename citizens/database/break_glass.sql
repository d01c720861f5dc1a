-- The citizen whom one opened in an emergency that still lasts.
CREATE FUNCTION app.broken_citizens() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT b.citizen_id FROM citizens_breakglass b
    WHERE b.user_id = app.uid() AND b.until > now() AND app.is_secretariat()
$$;
GRANT EXECUTE ON FUNCTION app.broken_citizens() TO weshelter_app, weshelter_jobs;

-- One citizen for an hour: the reason, the row in the log, and a second person who exists.
CREATE FUNCTION app.break_glass(made uuid, of_citizen uuid, why text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    project bigint;
    told uuid[];
BEGIN
    IF NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'not of the secretariat';
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = app.uid() FOR NO KEY UPDATE;
    IF length(trim(why)) < {SHORTEST_REASON} THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_has_a_reason', MESSAGE = 'no reason';
    END IF;
    IF NOT EXISTS (SELECT FROM accounts_user u WHERE app.may_be_second(u.id, app.uid(), NULL)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_second_person_of_the_secretariat', MESSAGE = 'nobody else';
    END IF;
    IF EXISTS (SELECT FROM app.broken_citizens()) THEN
        RAISE check_violation USING CONSTRAINT = 'one_emergency_at_a_time', MESSAGE = 'another is in force';
    END IF;
    SELECT c.project_id INTO STRICT project FROM citizens_citizen c WHERE c.id = of_citizen;
    INSERT INTO citizens_breakglass (id, citizen_id, project_id, user_id, reason, opened_at, until, outcome)
    VALUES (made, of_citizen, project, app.uid(), why, now(), now() + {EMERGENCY_LASTS}, '');
    SELECT array_agg(u.id) INTO told FROM accounts_user u
    WHERE u.is_active AND u.id <> app.uid() AND (u.is_secretariat OR EXISTS (
        SELECT FROM institutions_membership m
        WHERE m.user_id = u.id AND m.project_id = project AND m.role = 'coordinator'
            AND app.in_force(m.from_on, m.until_on)));
    PERFORM app.ask_worker('citizens.tasks.tell_of_emergency', made || told, NULL);
    PERFORM app.log_access('breakglass', 'citizen', of_citizen, project, 'emergency');
END
$$;
GRANT EXECUTE ON FUNCTION app.break_glass(made uuid, of_citizen uuid, why text) TO weshelter_app, weshelter_jobs;

-- What was written when the glass was broken is not changed; a second person closes the review.
CREATE FUNCTION app.breakglass_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.until > OLD.until OR OLD.until <= now() AND NEW.until <> OLD.until THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_not_prolonged', MESSAGE = 'longer';
    END IF;
    IF OLD.reviewed_at IS NOT NULL THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_once', MESSAGE = 'reviewed';
    END IF;
    IF NEW.reviewed_at IS NOT NULL AND NEW.until > now() THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_once_it_is_over', MESSAGE = 'in force';
    END IF;
    IF NEW.reviewed_by_id IS NOT NULL AND (NEW.reviewed_by_id IS DISTINCT FROM app.uid()
            OR app.may_be_second(app.uid(), OLD.user_id, NULL) IS NOT TRUE) THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_by_somebody_else', MESSAGE = 'not two';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE UPDATE ON citizens_breakglass FOR EACH ROW EXECUTE FUNCTION app.breakglass_gate();
