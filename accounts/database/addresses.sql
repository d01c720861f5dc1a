-- allauth's table is one row a user, as the user's own row says; a new address is not proved.
CREATE FUNCTION app.keep_one_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND lower(NEW.email) = lower(OLD.email) THEN
        RETURN NULL;
    END IF;
    DELETE FROM accounts_newaddress WHERE user_id = NEW.id;
    DELETE FROM account_emailaddress WHERE user_id = NEW.id;
    INSERT INTO account_emailaddress (user_id, email, verified, "primary")
    VALUES (NEW.id, lower(NEW.email), false, true);
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_one_address AFTER INSERT OR UPDATE OF email ON accounts_user FOR EACH ROW EXECUTE FUNCTION app.keep_one_address();

-- The mailed link was used: the address is hers, and proved.
CREATE FUNCTION app.take_new_address(hash_of_token text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    wanted text;
BEGIN
    DELETE FROM accounts_newaddress
    WHERE user_id = app.uid() AND token_hash = hash_of_token AND asked_at > now() - {NEW_ADDRESS_OPEN}
    RETURNING address INTO wanted;
    IF wanted IS NULL THEN
        RAISE EXCEPTION 'no such link' USING ERRCODE = 'check_violation', CONSTRAINT = 'link_to_a_new_address_is_over';
    END IF;
    UPDATE accounts_user SET email = wanted WHERE id = app.uid();
    UPDATE account_emailaddress SET verified = true WHERE user_id = app.uid();
END
$$;
GRANT EXECUTE ON FUNCTION app.take_new_address(hash_of_token text) TO weshelter_app, weshelter_jobs;

-- A link that was mailed to the address has been used: whoever acts has proved it.
CREATE FUNCTION app.prove_address() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE account_emailaddress SET verified = true WHERE user_id = app.uid()
$$;
GRANT EXECUTE ON FUNCTION app.prove_address() TO weshelter_app;
