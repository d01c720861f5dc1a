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

-- Does a yes of the citizen to this purpose stand?
CREATE FUNCTION app.has_said_yes(of_citizen uuid, to_purpose text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM citizens_consent s
        WHERE s.citizen_id = of_citizen AND s.purpose = to_purpose AND s.withdrawn_at IS NULL)
$$;

-- Holds the yeses of a citizen until what rests on them is there: whoever takes one back meanwhile waits, and finds it.
CREATE FUNCTION app.hold_consents(of_citizen uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM citizens_consent s WHERE s.citizen_id = of_citizen AND s.withdrawn_at IS NULL FOR SHARE;
END
$$;
