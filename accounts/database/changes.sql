-- Who may confirm what somebody asks: here for 30 days or made on the server, and neither made the other.
CREATE FUNCTION app.may_be_second(second uuid, asker uuid, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT who.is_active AND who.is_secretariat AND one.is_active AND one.is_secretariat
        AND who.id <> one.id AND who.id IS DISTINCT FROM about
        AND (who.secretariat_by_id IS NULL OR who.secretariat_since <= now() - {SECOND_AFTER})
        AND one.id IS DISTINCT FROM who.made_by_id AND one.id IS DISTINCT FROM who.secretariat_by_id
        AND who.id IS DISTINCT FROM one.made_by_id AND who.id IS DISTINCT FROM one.secretariat_by_id
        AND NOT EXISTS (SELECT FROM accounts_accesschange c
            WHERE c.state = 'done' AND c.settled_at > now() - {SECOND_AFTER}
                AND (c.user_id, c.asked_by_id) IN ((who.id, one.id), (one.id, who.id)))
    FROM accounts_user who, accounts_user one WHERE who.id = second AND one.id = asker
$$;
GRANT EXECUTE ON FUNCTION app.may_be_second(second uuid, asker uuid, about uuid) TO weshelter_app, weshelter_jobs;

-- Who asks, who confirms, that a day passes, and who has left meanwhile.
CREATE FUNCTION app.access_change_gate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    on_the_server boolean := pg_has_role(current_user, 'weshelter_owner', 'USAGE');
BEGIN
    IF on_the_server AND TG_OP = 'INSERT' THEN
        NEW.settled_at := CASE WHEN NEW.state = 'done' THEN now() ELSE NEW.settled_at END;
        RETURN NEW;
    END IF;
    IF on_the_server AND NEW.state = OLD.state THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM accounts_user u WHERE app.may_be_second(u.id, NEW.asked_by_id, NEW.user_id)) THEN
            RAISE check_violation USING CONSTRAINT = 'a_change_needs_somebody_to_confirm', MESSAGE = 'nobody else';
        END IF;
        NEW.asked_at := now();
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.kind, NEW.user_id, NEW.address, NEW.asked_by_id, NEW.asked_at)
            IS DISTINCT FROM (OLD.id, OLD.kind, OLD.user_id, OLD.address, OLD.asked_by_id, OLD.asked_at) THEN
        RAISE insufficient_privilege USING MESSAGE = 'what was asked stays as it was asked';
    END IF;
    IF NEW.state = 'confirmed' THEN
        IF OLD.asked_at <= now() - {CHANGE_CONFIRMED_WITHIN} THEN
            RAISE check_violation USING CONSTRAINT = 'a_change_is_confirmed_within_a_week', MESSAGE = 'too late';
        END IF;
        IF app.may_be_second(app.uid(), OLD.asked_by_id, OLD.user_id) IS NOT TRUE THEN
            RAISE check_violation USING CONSTRAINT = 'a_change_is_confirmed_by_a_second_person', MESSAGE = 'not two';
        END IF;
        NEW.confirmed_by_id := app.uid();
        NEW.confirmed_at := now();
        RETURN NEW;
    END IF;
    NEW.confirmed_by_id := OLD.confirmed_by_id;
    NEW.confirmed_at := OLD.confirmed_at;
    NEW.settled_at := now();
    NEW.settled_by_id := CASE WHEN NEW.state IN ('refused', 'stopped') THEN app.uid() END;
    IF NEW.state = 'done' AND OLD.confirmed_at > now() - {CHANGE_WAITS} THEN
        RAISE check_violation USING CONSTRAINT = 'a_change_waits_a_day', MESSAGE = 'too early';
    END IF;
    IF NEW.state = 'done' AND (app.may_be_second(OLD.confirmed_by_id, OLD.asked_by_id, OLD.user_id) IS NOT TRUE
            OR NOT EXISTS (SELECT FROM accounts_user u WHERE u.id = OLD.user_id AND u.is_active)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_change_of_those_who_are_here', MESSAGE = 'somebody has left';
    END IF;
    IF NEW.state = 'lapsed' AND OLD.asked_at > now() - {CHANGE_CONFIRMED_WITHIN} THEN
        RAISE insufficient_privilege USING MESSAGE = 'its week is not over';
    END IF;
    IF NEW.state = 'refused' AND (app.uid() IS NULL OR app.uid() = OLD.asked_by_id) THEN
        RAISE check_violation USING CONSTRAINT = 'a_change_is_refused_by_somebody_else', MESSAGE = 'not oneself';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE ON accounts_accesschange FOR EACH ROW EXECUTE FUNCTION app.access_change_gate();
CREATE TRIGGER moves BEFORE UPDATE OF state ON accounts_accesschange FOR EACH ROW EXECUTE FUNCTION app.only_moves({ACCESS_CHANGE_MOVES});

-- The worker does it when its day is over.
CREATE FUNCTION app.access_change_is_due_then() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.ask_worker('accounts.tasks.bring_about', ARRAY[NEW.id], NEW.confirmed_at + {CHANGE_WAITS});
    RETURN NULL;
END
$$;
CREATE TRIGGER due_then AFTER UPDATE OF state ON accounts_accesschange FOR EACH ROW
    WHEN (NEW.state = 'confirmed' AND OLD.state <> 'confirmed') EXECUTE FUNCTION app.access_change_is_due_then();

-- What two have agreed happens to the login.
CREATE FUNCTION app.access_change_takes_effect() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state <> 'done' OR TG_OP = 'UPDATE' AND OLD.state = 'done' THEN
        RETURN NULL;
    END IF;
    IF NEW.kind = 'address' THEN
        UPDATE accounts_user SET email = NEW.address WHERE id = NEW.user_id;
    ELSIF NEW.kind = 'secretariat' THEN
        UPDATE accounts_user SET is_secretariat = true, secretariat_by_id = NEW.asked_by_id WHERE id = NEW.user_id;
    ELSE
        DELETE FROM mfa_authenticator WHERE user_id = NEW.user_id;
        UPDATE accounts_user SET password = '!' || replace(gen_random_uuid()::text, '-', '') WHERE id = NEW.user_id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER takes_effect AFTER INSERT OR UPDATE ON accounts_accesschange FOR EACH ROW EXECUTE FUNCTION app.access_change_takes_effect();

-- The link by which the person concerned stops a change.
CREATE FUNCTION app.issue_stop_link(change uuid, hash text, until timestamp with time zone) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM accounts_accesschange c
            WHERE c.id = change AND c.state = 'asked' AND c.asked_by_id = app.uid()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link to stop what one has not asked for';
    END IF;
    INSERT INTO access_link (id, purpose, volunteer_id, object_id, token_hash, issued_at, expires_at, was_used)
    VALUES (gen_random_uuid(), 'stop_change', NULL, change, hash, now(), until, false);
END
$$;
GRANT EXECUTE ON FUNCTION app.issue_stop_link(change uuid, hash text, until timestamp with time zone) TO weshelter_app, weshelter_jobs;
