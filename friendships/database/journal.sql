-- A notice is for the journal of a house that knows the citizen, as long as the two are friends on his living yes. What stands in it
-- is confirmed by its lead alone; that the house has heard of an end, also by the coordinator, once the house knows him no more.
CREATE FUNCTION app.journal_is_the_houses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    him uuid;
BEGIN
    SELECT m.citizen_id INTO him FROM matching_match m WHERE m.id = NEW.match_id;
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM citizens_attachment a WHERE a.citizen_id = him
            AND a.institution_id = NEW.institution_id AND (a.until_on IS NULL OR a.until_on >= app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'a_notice_is_of_a_house_that_knows_him', MESSAGE = 'no house of his';
    END IF;
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM matching_match m JOIN citizens_consent c ON c.citizen_id = m.citizen_id
            AND c.purpose = 'friend' AND c.withdrawn_at IS NULL WHERE m.id = NEW.match_id AND m.state IN {MATCH_BEGUN}) THEN
        RAISE check_violation USING CONSTRAINT = 'a_notice_is_of_two_who_are_friends', MESSAGE = 'no friends now';
    END IF;
    IF TG_OP = 'UPDATE' AND app.uid() IS NOT NULL AND NEW.written_on IS DISTINCT FROM OLD.written_on
            AND (NOT app.leads(NEW.institution_id) OR NEW.written_on IS NOT NULL AND NEW.written_by_id IS DISTINCT FROM app.uid())
        OR TG_OP = 'UPDATE' AND app.uid() IS NOT NULL AND NEW.struck_on IS DISTINCT FROM OLD.struck_on
            AND NOT app.leads(NEW.institution_id) AND app.knows_him(him, NEW.institution_id) THEN
        RAISE check_violation USING CONSTRAINT = 'the_house_confirms_its_journal', MESSAGE = 'not the lead';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER journal_is_the_houses BEFORE INSERT OR UPDATE ON friendships_journalnotice FOR EACH ROW
    EXECUTE FUNCTION app.journal_is_the_houses();

-- Is he attached to this house today, so that its lead reads about him?
CREATE FUNCTION app.knows_him(citizen uuid, house bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM citizens_attachment a
        WHERE a.citizen_id = citizen AND a.institution_id = house AND app.in_force(a.from_on, a.until_on))
$$;

-- Before a house lets go of him at once, in whatever way, the notice stands in its journal, or it is ended. A last day ahead leaves time
-- for it.
CREATE FUNCTION app.journal_before_the_house_lets_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF app.uid() IS NOT NULL AND app.in_force(OLD.from_on, OLD.until_on) AND NOT app.knows_him(OLD.citizen_id, OLD.institution_id)
            AND EXISTS (SELECT FROM friendships_journalnotice n JOIN matching_match m ON m.id = n.match_id
                WHERE m.citizen_id = OLD.citizen_id AND n.institution_id = OLD.institution_id
                    AND n.written_on IS NULL AND n.ended_on IS NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'journal_before_the_house_lets_go', MESSAGE = 'not written in yet';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_before_the_house_lets_go AFTER UPDATE OR DELETE ON citizens_attachment FOR EACH ROW
    EXECUTE FUNCTION app.journal_before_the_house_lets_go();

-- A yes to the journal that is given on its own page answers what the relocation asks; one that came with a relocation ends with it.
CREATE FUNCTION app.journal_is_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE friendships_relocation r SET journal = 'yes', notice_id = NEW.id FROM citizens_home h
    WHERE h.id = r.home_id AND h.institution_id = NEW.institution_id AND r.match_id = NEW.match_id AND r.journal = 'not_asked';
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_is_answered AFTER INSERT ON friendships_journalnotice FOR EACH ROW
    EXECUTE FUNCTION app.journal_is_answered();

CREATE FUNCTION app.journal_goes_with_the_relocation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE friendships_journalnotice SET ended_on = app.today() WHERE id = NEW.notice_id AND ended_on IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_goes_with_the_relocation AFTER UPDATE OF called_off_on ON friendships_relocation FOR EACH ROW
    WHEN (NEW.called_off_on IS NOT NULL AND OLD.called_off_on IS NULL) EXECUTE FUNCTION app.journal_goes_with_the_relocation();

-- A friendship that begins before he has moved goes along as well, and is asked about.
CREATE FUNCTION app.friendship_goes_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE friendships_relocation SET match_id = NEW.id, goes_on = 'not_asked', travel = 'not_asked'
    WHERE citizen_id = NEW.citizen_id AND match_id IS NULL AND called_off_on IS NULL AND from_on > app.today();
    RETURN NULL;
END
$$;
CREATE TRIGGER friendship_goes_along AFTER UPDATE OF state ON matching_match FOR EACH ROW
    WHEN (NEW.state IN ('trial', 'active') AND OLD.state IN ('proposed', 'accepted')) EXECUTE FUNCTION app.friendship_goes_along();

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

-- Whom one calls about the friendship, for the sentence: the coordinators' number stands on the card of another house than the one
-- whose lead writes it in.
CREATE FUNCTION app.number_to_call(of_notice uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT c.coordinator_phone::text FROM friendships_journalnotice n JOIN institutions_project p ON p.id = n.project_id
    JOIN institutions_housecard c ON c.institution_id = p.institution_id
    WHERE n.id = of_notice AND (app.leads(n.institution_id) OR n.project_id IN (SELECT app.own_projects()))
$$;
GRANT EXECUTE ON FUNCTION app.number_to_call(of_notice uuid) TO weshelter_app;

-- A yes that has ended is none that the relocation still tells.
CREATE FUNCTION app.journal_yes_has_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE friendships_relocation SET journal = 'no' WHERE notice_id = NEW.id AND journal = 'yes';
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_yes_has_ended AFTER UPDATE OF ended_on ON friendships_journalnotice FOR EACH ROW
    WHEN (NEW.ended_on IS NOT NULL AND OLD.ended_on IS NULL) EXECUTE FUNCTION app.journal_yes_has_ended();
