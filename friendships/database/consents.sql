-- A consent to a friend is taken back: what has not begun is called back, what runs rests, and nobody stands in. With the consent to be registered
-- every other one is taken back, and the row says by when he is erased.
CREATE FUNCTION app.consent_is_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.purpose = 'registration' THEN
        UPDATE citizens_consent SET withdrawn_at = NEW.withdrawn_at WHERE citizen_id = NEW.citizen_id AND withdrawn_at IS NULL;
        UPDATE citizens_citizen SET forget_on = app.today() + {FORGOTTEN_WITHIN} WHERE id = NEW.citizen_id AND forget_on IS NULL;
    ELSIF NEW.purpose <> 'friend' THEN
        RETURN NULL;
    END IF;
    PERFORM app.stand_ins_end(NEW.citizen_id, NULL);
    UPDATE matching_match SET state = 'withdrawn', citizen_told_on = app.today()
    WHERE citizen_id = NEW.citizen_id AND state IN ('proposed', 'accepted');
    UPDATE friendships_pause p SET why = 'no_consent', back_on = app.today() FROM matching_match m
    WHERE m.id = p.match_id AND m.citizen_id = NEW.citizen_id AND m.state = 'paused' AND p.ended_on IS NULL;
    INSERT INTO friendships_pause (id, match_id, project_id, why, began_on, back_on, by_id)
    SELECT gen_random_uuid(), m.id, m.project_id, 'no_consent', app.today(), app.today(), app.uid() FROM matching_match m
    WHERE m.citizen_id = NEW.citizen_id AND m.state IN ('trial', 'active');
    UPDATE matching_match SET state = 'paused' WHERE citizen_id = NEW.citizen_id AND state IN ('trial', 'active');
    RETURN NULL;
END
$$;
CREATE TRIGGER taken_back AFTER UPDATE OF withdrawn_at ON citizens_consent FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.consent_is_taken_back();

-- Whoever says yes again to being registered is not erased.
CREATE FUNCTION app.registered_after_all() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE citizens_citizen SET forget_on = NULL WHERE id = NEW.citizen_id AND forget_on IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER registered_after_all AFTER INSERT ON citizens_consent FOR EACH ROW
    WHEN (NEW.purpose = 'registration') EXECUTE FUNCTION app.registered_after_all();
