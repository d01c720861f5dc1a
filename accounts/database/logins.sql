-- One's own, and nobody else's; every login of hers ends.
CREATE FUNCTION app.set_password(of_user uuid, hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF of_user IS DISTINCT FROM app.uid() THEN
        RAISE insufficient_privilege USING MESSAGE = 'a password is one''s own';
    END IF;
    UPDATE accounts_user SET password = hash WHERE id = of_user AND is_active;
    PERFORM app.end_logins(of_user);
END
$$;
GRANT EXECUTE ON FUNCTION app.set_password(of_user uuid, hash text) TO weshelter_app;

-- All logins of somebody end.
CREATE FUNCTION app.end_logins(of_user uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    DELETE FROM django_session WHERE session_key IN
        (SELECT s.session_key FROM usersessions_usersession s WHERE s.user_id = of_user);
    DELETE FROM usersessions_usersession WHERE user_id = of_user;
END
$$;
GRANT EXECUTE ON FUNCTION app.end_logins(of_user uuid) TO weshelter_jobs;

-- Logins that are over are forgotten.
CREATE FUNCTION app.forget_logins() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    forgotten bigint;
BEGIN
    DELETE FROM django_session WHERE expire_date < now();
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    DELETE FROM usersessions_usersession u
    WHERE NOT EXISTS (SELECT FROM django_session s WHERE s.session_key = u.session_key);
    DELETE FROM accounts_loginattempts a WHERE a.expires < now();
    RETURN forgotten;
END
$$;
GRANT EXECUTE ON FUNCTION app.forget_logins() TO weshelter_jobs;

-- No login outlives its user, or a password that was taken away.
CREATE FUNCTION app.no_login_of_the_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF OLD.is_active AND NOT NEW.is_active OR NEW.password LIKE '!%' AND NEW.password <> OLD.password THEN
        PERFORM app.end_logins(NEW.id);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER no_login AFTER UPDATE ON accounts_user FOR EACH ROW EXECUTE FUNCTION app.no_login_of_the_closed();

-- The last factor of a login stays, unless a reset was confirmed in this very transaction.
CREATE FUNCTION app.keep_a_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF OLD.type = 'recovery_codes' THEN
        RETURN OLD;
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = OLD.user_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM mfa_authenticator a
            WHERE a.user_id = OLD.user_id AND a.id <> OLD.id AND a.type <> 'recovery_codes')
        AND NOT EXISTS (SELECT FROM accounts_accesschange c
            WHERE c.user_id = OLD.user_id AND c.kind = 'way_back' AND c.state = 'done'
                AND c.settled_at = transaction_timestamp()) THEN
        RAISE EXCEPTION 'the last factor stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_factor_stays';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER keep_a_factor BEFORE DELETE ON mfa_authenticator FOR EACH ROW EXECUTE FUNCTION app.keep_a_factor();

-- Whose factor it is and of which kind never changes; what opens with it, one changes oneself, and nobody takes another's
-- away. At the second step of a login nobody acts yet: then only the marks of used recovery codes change.
CREATE FUNCTION app.factors_are_ones_own() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(current_user, 'weshelter_owner', 'USAGE') THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.user_id, NEW.type) = (OLD.user_id, OLD.type)
            AND (OLD.user_id = app.uid() OR NEW.data - 'used_mask' = OLD.data - 'used_mask')
        OR TG_OP = 'DELETE' AND OLD.user_id = app.uid() THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'a factor of somebody else';
END
$$;
CREATE TRIGGER ones_own BEFORE UPDATE OR DELETE ON mfa_authenticator FOR EACH ROW
    EXECUTE FUNCTION app.factors_are_ones_own();
