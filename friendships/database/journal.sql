-- A notice is for the journal of a house that knows the citizen, and what stands in it is confirmed by its lead alone.
CREATE FUNCTION app.journal_is_the_houses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM citizens_attachment a JOIN matching_match m ON m.id = NEW.match_id
            WHERE a.citizen_id = m.citizen_id AND a.institution_id = NEW.institution_id
                AND (a.until_on IS NULL OR a.until_on >= app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'a_notice_is_of_a_house_that_knows_him', MESSAGE = 'no house of his';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.written_on IS DISTINCT FROM OLD.written_on OR NEW.struck_on IS DISTINCT FROM OLD.struck_on)
            AND app.uid() IS NOT NULL
            AND (NOT app.leads(NEW.institution_id) OR NEW.written_on IS NOT NULL AND NEW.written_on IS DISTINCT FROM OLD.written_on
                AND NEW.written_by_id IS DISTINCT FROM app.uid()) THEN
        RAISE check_violation USING CONSTRAINT = 'the_house_confirms_its_journal', MESSAGE = 'not the lead';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER journal_is_the_houses BEFORE INSERT OR UPDATE ON friendships_journalnotice FOR EACH ROW
    EXECUTE FUNCTION app.journal_is_the_houses();

-- Before a house lets go of him at once, the notice stands in its journal, or it is ended. A last day ahead leaves time for it.
CREATE FUNCTION app.journal_before_the_house_lets_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF EXISTS (SELECT FROM friendships_journalnotice n JOIN matching_match m ON m.id = n.match_id
            WHERE m.citizen_id = NEW.citizen_id AND n.institution_id = NEW.institution_id
                AND n.written_on IS NULL AND n.ended_on IS NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'journal_before_the_house_lets_go', MESSAGE = 'not written in yet';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER journal_before_the_house_lets_go BEFORE UPDATE OF until_on ON citizens_attachment FOR EACH ROW
    WHEN (NEW.until_on < app.today() AND NEW.until_on IS DISTINCT FROM OLD.until_on)
    EXECUTE FUNCTION app.journal_before_the_house_lets_go();

-- What was not written in before the friendship ended, or before he took back being registered, is not written any more; of what
-- stands in a journal the house hears that he took it back.
CREATE FUNCTION app.journal_ends_with_the_match() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE friendships_journalnotice SET ended_on = app.today()
    WHERE match_id = NEW.id AND written_on IS NULL AND ended_on IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_ends_with_the_match AFTER UPDATE OF state ON matching_match FOR EACH ROW
    WHEN (NEW.state = 'ended' AND OLD.state <> 'ended') EXECUTE FUNCTION app.journal_ends_with_the_match();

CREATE FUNCTION app.journal_ends_with_the_yes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE friendships_journalnotice n SET ended_on = app.today() FROM matching_match m
    WHERE m.id = n.match_id AND m.citizen_id = NEW.citizen_id AND n.ended_on IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_ends_with_the_yes AFTER UPDATE OF withdrawn_at ON citizens_consent FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NEW.purpose IN ('registration', 'friend'))
    EXECUTE FUNCTION app.journal_ends_with_the_yes();
