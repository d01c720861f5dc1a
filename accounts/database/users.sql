-- Is whoever acts of Frivilligindsatsen?
CREATE FUNCTION app.acts_for_secretariat() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM accounts_user u WHERE u.id = app.uid() AND u.is_secretariat AND u.is_active)
$$;

-- Users are made and changed by Frivilligindsatsen; the first one of an empty site is the exception.
CREATE FUNCTION app.users_are_the_secretariats() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    on_the_server boolean := pg_has_role(current_user, 'weshelter_owner', 'USAGE');
BEGIN
    IF NOT NEW.is_active THEN
        NEW.is_secretariat := false;
    END IF;
    IF NEW.is_secretariat AND (TG_OP = 'INSERT' OR NOT OLD.is_secretariat) THEN
        NEW.secretariat_since := now();
    END IF;
    IF on_the_server THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM accounts_user) THEN
            RETURN NEW;
        END IF;
        IF app.is_secretariat() AND NOT NEW.is_secretariat THEN
            NEW.made_by_id := app.uid();
            RETURN NEW;
        END IF;
        RAISE insufficient_privilege USING MESSAGE = 'users are the secretariat''s, and one of the secretariat takes two';
    END IF;
    IF (NEW.id, NEW.made_by_id, NEW.secretariat_by_id, NEW.secretariat_since)
            IS DISTINCT FROM (OLD.id, OLD.made_by_id, OLD.secretariat_by_id, OLD.secretariat_since)
        OR NEW.is_secretariat AND NOT OLD.is_secretariat
        OR NEW.email <> OLD.email THEN
        RAISE insufficient_privilege USING MESSAGE = 'it takes two, or the link that was mailed';
    END IF;
    IF app.is_secretariat() OR (NEW.name, NEW.is_secretariat, NEW.is_active)
            IS NOT DISTINCT FROM (OLD.name, OLD.is_secretariat, OLD.is_active) THEN
        RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'users are the secretariat''s';
END
$$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON accounts_user FOR EACH ROW EXECUTE FUNCTION app.users_are_the_secretariats();
