-- What a link and a form may change of a volunteer, until when a break lasts, and whose word a login is.
CREATE FUNCTION app.volunteer_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF app.link() IS NOT NULL AND (
            NEW.state = 'ready' AND NEW.id = app.link_volunteer('agreement')
                AND to_jsonb(NEW) - ARRAY['state', 'sorted_as'] = to_jsonb(OLD) - ARRAY['state', 'sorted_as']
            OR NEW.state = 'withdrawn' AND NEW.id = app.link_volunteer('own_page')
                AND to_jsonb(NEW) - ARRAY['state', 'forget_on', 'project_ids', 'sorted_as'] = to_jsonb(OLD) - ARRAY['state', 'forget_on', 'project_ids', 'sorted_as']
            OR (OLD.state, NEW.state) IN (('ready', 'resting'), ('resting', 'resting'), ('resting', 'ready'))
                AND NEW.id = app.link_volunteer('own_page')
                AND to_jsonb(NEW) - ARRAY['state', 'back_on', 'back_asked_at', 'sorted_as'] = to_jsonb(OLD) - ARRAY['state', 'back_on', 'back_asked_at', 'sorted_as']
            OR NEW.id = app.link_volunteer('own_page') AND NEW.state NOT IN {VOLUNTEER_GONE}
                AND to_jsonb(NEW) - ARRAY{HER_OWN_TO_SAY} - 'sorted_as' = to_jsonb(OLD) - ARRAY{HER_OWN_TO_SAY} - 'sorted_as') IS NOT TRUE THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link changes nothing else';
    END IF;
    IF app.new_id() IS NOT NULL
            AND to_jsonb(NEW) - ARRAY['email', 'sorted_as'] <> to_jsonb(OLD) - ARRAY['email', 'sorted_as'] THEN
        RAISE insufficient_privilege USING MESSAGE = 'a form puts nothing right but the address';
    END IF;
    IF NEW.back_on IS DISTINCT FROM OLD.back_on AND NEW.back_on IS NOT NULL
            AND NEW.back_on NOT BETWEEN app.today() + 1 AND app.today() + {LONGEST_BREAK} THEN
        RAISE check_violation USING CONSTRAINT = 'a_break_ends_on_a_day_ahead', MESSAGE = 'not that day';
    END IF;
    IF NEW.user_id IS DISTINCT FROM OLD.user_id AND app.uid() IS NOT NULL AND NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'who she logs in as is the secretariat''s word';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON volunteers_volunteer FOR EACH ROW EXECUTE FUNCTION app.volunteer_guard();
CREATE TRIGGER moves BEFORE UPDATE OF state ON volunteers_volunteer FOR EACH ROW EXECUTE FUNCTION app.only_moves({VOLUNTEER_MOVES});

-- All that was open ends: upper apps end theirs first.
CREATE FUNCTION app.volunteer_leaves(who uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT app.may_revoke_link(who) OR NOT EXISTS (SELECT FROM volunteers_volunteer v
            WHERE v.id = who AND v.state IN {VOLUNTEER_GONE}) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a volunteer outside the scope, or one who stays';
    END IF;
    PERFORM {each of leaves(who)};
    UPDATE volunteers_assignment a SET until_on = app.today() - 1
    WHERE a.volunteer_id = who AND (a.until_on IS NULL OR a.until_on >= app.today());
    UPDATE access_link SET revoked_at = now() WHERE volunteer_id = who AND revoked_at IS NULL;
    -- What was written before and has not left asks, reminds and invites: she hears goodbye alone, which is written after this.
    UPDATE letters_message SET state = 'put_aside'
    WHERE volunteer_id = who AND state IN ('waiting', 'uncertain', 'refused');
END
$$;
GRANT EXECUTE ON FUNCTION app.volunteer_leaves(who uuid) TO weshelter_app, weshelter_jobs;

-- Whoever lets her leave has all her projects.
CREATE FUNCTION app.volunteer_leaving_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF app.uid() IS NOT NULL AND NOT app.is_secretariat()
        AND NOT NEW.project_ids <@ ARRAY(SELECT app.programme_projects()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'also at projects of others';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER leaving BEFORE UPDATE OF state ON volunteers_volunteer FOR EACH ROW
    WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION app.volunteer_leaving_gate();

-- For the form that sends a new link: who has this address, as many as the worker is asked for at once. Whoever was here
-- first is among them, however often a robot applies with her address.
CREATE FUNCTION app.volunteers_at(address text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT v.id FROM volunteers_volunteer v
    WHERE lower(v.email) = lower(address) AND v.state NOT IN {VOLUNTEER_GONE}
        AND app.new_id() IS NOT NULL
    ORDER BY v.applied_at, v.id LIMIT 100
$$;
GRANT EXECUTE ON FUNCTION app.volunteers_at(address text) TO weshelter_app;

-- That nothing is missing any more she hears at once, by whichever step it came.
CREATE FUNCTION app.volunteer_is_told_ready() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.ask_worker('volunteers.tasks.write_ready', ARRAY[NEW.id], NULL);
    RETURN NULL;
END
$$;
CREATE TRIGGER told AFTER UPDATE OF state ON volunteers_volunteer FOR EACH ROW
    WHEN (NEW.state = 'ready' AND OLD.state = 'in_training') EXECUTE FUNCTION app.volunteer_is_told_ready();
