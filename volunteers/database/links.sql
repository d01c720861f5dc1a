-- May whoever acts make this link? Nobody for a purpose that is not his matter.
CREATE FUNCTION app.may_issue_link(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
    IF for_purpose = 'own_page' AND (for_volunteer = app.new_id()
            OR for_volunteer = app.link_volunteer('proposal')
            OR {any of is_a_friend_of_the_house(for_volunteer)}) THEN
        RETURN true;
    END IF;
    IF for_purpose = 'feed' THEN
        RETURN coalesce(for_volunteer = app.link_volunteer('own_page'), false);
    END IF;
    IF for_volunteer IS DISTINCT FROM (SELECT app.link_volunteer('referees'))
        AND NOT EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())) THEN
        RETURN false;
    END IF;
    RETURN app.uid() IS NOT NULL AND for_purpose IN ('own_page', 'agreement', 'courses', 'referees')
        OR {any of may_issue_link(for_purpose, for_volunteer, about)};
END
$$;
GRANT EXECUTE ON FUNCTION app.may_issue_link(for_purpose text, for_volunteer uuid, about uuid) TO weshelter_app, weshelter_jobs;

-- May whoever acts end links of this volunteer?
CREATE FUNCTION app.may_revoke_link(for_volunteer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
    RETURN EXISTS (SELECT FROM app.link_in_use() l WHERE l.volunteer_id = for_volunteer AND l.purpose <> 'reference')
        OR {any of is_a_friend_of_the_house(for_volunteer)}
        OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = for_volunteer
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat()));
END
$$;
GRANT EXECUTE ON FUNCTION app.may_revoke_link(for_volunteer uuid) TO weshelter_app, weshelter_jobs;

-- A link is written down: those of its kind before it end, one to the own page in a week.
CREATE FUNCTION app.put_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamp with time zone) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    -- Two who issue the same link at once come one after the other.
    PERFORM pg_advisory_xact_lock(hashtextextended(for_purpose || for_volunteer::text || coalesce(about::text, ''), 0));
    IF for_purpose = 'own_page' THEN
        UPDATE access_link SET expires_at = now() + {FORMER_GOES_ON}
        WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND revoked_at IS NULL
            AND expires_at > now() + {FORMER_GOES_ON};
        -- The oldest stay, and this one comes: whoever asks again and again neither ends hers nor makes many.
        UPDATE access_link SET revoked_at = now() WHERE id IN (
            SELECT l.id FROM access_link l
            WHERE l.purpose = for_purpose AND l.volunteer_id = for_volunteer AND l.revoked_at IS NULL
                AND l.expires_at > now()
            ORDER BY l.issued_at, l.id OFFSET {OWN_PAGES_AT_ONCE});
    ELSE
        UPDATE access_link SET revoked_at = now()
        WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND object_id IS NOT DISTINCT FROM about
            AND revoked_at IS NULL;
    END IF;
    -- No link lives for ever.
    INSERT INTO access_link (id, purpose, volunteer_id, object_id, token_hash, issued_at, expires_at, was_used)
    VALUES (made, for_purpose, for_volunteer, about, hash, clock_timestamp(), least(until, now() + {LINKS_LIVE_AT_MOST}), false);
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.put_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamp with time zone) TO weshelter_jobs;

-- The date of what it is about is another: whoever has a live link has it until then.
CREATE FUNCTION app.links_follow(for_purpose text, about uuid, until timestamp with time zone) RETURNS void
LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE access_link SET expires_at = least(until, now() + {LINKS_LIVE_AT_MOST})
    WHERE purpose = for_purpose AND object_id = about AND revoked_at IS NULL AND expires_at > now()
$$;

-- The only way to make a link; the app keeps no token and reads no link.
CREATE FUNCTION app.issue_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamp with time zone) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT app.may_issue_link(for_purpose, for_volunteer, about) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link for a volunteer outside the scope';
    END IF;
    RETURN app.put_link(for_purpose, for_volunteer, about, hash, until);
END
$$;
GRANT EXECUTE ON FUNCTION app.issue_link(for_purpose text, for_volunteer uuid, about uuid, hash text, until timestamp with time zone) TO weshelter_app, weshelter_jobs;

-- The only way to end one.
CREATE FUNCTION app.revoke_link(for_purpose text, for_volunteer uuid, about uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT app.may_revoke_link(for_volunteer) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link of a volunteer outside the scope';
    END IF;
    UPDATE access_link SET revoked_at = now()
    WHERE purpose = for_purpose AND volunteer_id = for_volunteer AND object_id IS NOT DISTINCT FROM about
        AND revoked_at IS NULL;
END
$$;
GRANT EXECUTE ON FUNCTION app.revoke_link(for_purpose text, for_volunteer uuid, about uuid) TO weshelter_app, weshelter_jobs;

-- For which purposes a volunteer has a live link.
CREATE FUNCTION app.live_links(who uuid) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT DISTINCT l.purpose::text FROM access_link l
    WHERE l.volunteer_id = (SELECT v.id FROM volunteers_volunteer v WHERE v.id = who
        AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())) AND l.revoked_at IS NULL AND l.expires_at > now()
$$;
GRANT EXECUTE ON FUNCTION app.live_links(who uuid) TO weshelter_app, weshelter_jobs;

-- What she has in hand and may be sent once more; a referee's link is none of hers, a calendar she makes herself.
CREATE FUNCTION app.links_in_hand(who uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT l.id FROM access_link l
    WHERE l.volunteer_id = who AND app.may_revoke_link(who) AND l.purpose NOT IN ('reference', 'feed')
        AND l.revoked_at IS NULL AND l.expires_at > now()
    ORDER BY l.issued_at, l.id
$$;
GRANT EXECUTE ON FUNCTION app.links_in_hand(who uuid) TO weshelter_app, weshelter_jobs;

-- Has somebody opened a link that was sent to the address that she has now? She may ask herself while she has just applied.
CREATE FUNCTION app.has_used_a_link(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT (who = app.new_id() OR app.may_revoke_link(who)) AND EXISTS (SELECT FROM access_link l
        WHERE l.volunteer_id = who AND l.purpose NOT IN ('reference', 'feed') AND l.was_used)
$$;
GRANT EXECUTE ON FUNCTION app.has_used_a_link(who uuid) TO weshelter_app, weshelter_jobs;

-- Has she who has just applied been asked something by a link of its own? Then somebody has begun with her.
CREATE FUNCTION app.is_asked_something(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT who = app.new_id() AND EXISTS (SELECT FROM access_link l
        WHERE l.volunteer_id = who AND l.purpose NOT IN ('own_page', 'reference'))
$$;
GRANT EXECUTE ON FUNCTION app.is_asked_something(who uuid) TO weshelter_app, weshelter_jobs;

-- Who reads the former address opens nothing any more, and what was used there says nothing of the new one.
CREATE FUNCTION app.links_end_with_the_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF lower(NEW.email) <> lower(OLD.email) THEN
        -- Whoever is writing to her just now has done so, and is seen below; whoever writes later, writes to the new address.
        PERFORM pg_advisory_xact_lock(hashtextextended('her address ' || NEW.id, 0));
        UPDATE access_link SET revoked_at = coalesce(revoked_at, now()), was_used = false
        WHERE volunteer_id = NEW.id AND purpose <> 'reference' AND (revoked_at IS NULL OR was_used);
        -- What has not left follows her; of what only asks by a link, that link is sent anew.
        UPDATE letters_message SET state = 'put_aside'
        WHERE volunteer_id = NEW.id AND state IN ('waiting', 'uncertain', 'refused') AND kind IN {KINDS_THAT_ASK};
        UPDATE letters_message SET state = 'waiting', address = NEW.email, fault = '', tries = 0, next_try_at = now()
        WHERE volunteer_id = NEW.id AND state IN ('waiting', 'uncertain', 'refused');
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER new_address AFTER UPDATE OF email ON volunteers_volunteer FOR EACH ROW EXECUTE FUNCTION app.links_end_with_the_address();

-- A mail to a volunteer goes to the address that she has as it is written, whatever its writer read a while ago; and as it is
-- tried again, since it was in the worker's hands while her address was put right.
CREATE FUNCTION app.mail_to_her_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('her address ' || NEW.volunteer_id, 0));
    SELECT v.email INTO NEW.address FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER her_address BEFORE INSERT ON letters_message FOR EACH ROW WHEN (NEW.volunteer_id IS NOT NULL)
    EXECUTE FUNCTION app.mail_to_her_address();
CREATE TRIGGER her_address_by_now BEFORE UPDATE OF state ON letters_message FOR EACH ROW
    WHEN (NEW.volunteer_id IS NOT NULL AND NEW.state = 'waiting' AND OLD.state <> 'waiting')
    EXECUTE FUNCTION app.mail_to_her_address();

-- Has she a calendar that is alive?
CREATE FUNCTION app.live_feed(who uuid) RETURNS TABLE(made_on date, fetched_on date)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT (l.issued_at AT TIME ZONE 'Europe/Copenhagen')::date, l.fetched_on FROM access_link l
    WHERE l.purpose = 'feed' AND l.volunteer_id = who AND l.revoked_at IS NULL AND l.expires_at > now()
        AND (who = app.link_volunteer('own_page') OR EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = who
            AND (v.project_ids && ARRAY(SELECT app.programme_projects()) OR app.is_secretariat())))
$$;
GRANT EXECUTE ON FUNCTION app.live_feed(who uuid) TO weshelter_app, weshelter_jobs;

-- A calendar that is fetched lives on.
CREATE FUNCTION app.feed_is_fetched() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE access_link SET fetched_on = app.today(),
        expires_at = (app.today() + {FEED_DAYS} + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
    WHERE token_hash = app.link() AND purpose = 'feed' AND revoked_at IS NULL AND expires_at > now()
        AND fetched_on IS DISTINCT FROM app.today()
$$;
GRANT EXECUTE ON FUNCTION app.feed_is_fetched() TO weshelter_app, weshelter_jobs;
