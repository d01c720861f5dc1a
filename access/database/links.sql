-- The live link of the context: unknown, ended or revoked is none.
CREATE FUNCTION app.link_in_use() RETURNS TABLE(id uuid, purpose text, volunteer_id uuid, object_id uuid, was_used boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT l.id, l.purpose::text, l.volunteer_id, l.object_id, l.was_used FROM access_link l
    WHERE l.token_hash = app.link() AND l.revoked_at IS NULL AND l.expires_at > now()
$$;
GRANT EXECUTE ON FUNCTION app.link_in_use() TO weshelter_app, weshelter_jobs;

-- That a link was opened, once and for all: whoever reads at that address has something from us.
CREATE FUNCTION app.link_is_used() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE access_link SET was_used = true
    WHERE token_hash = app.link() AND NOT was_used AND revoked_at IS NULL AND expires_at > now()
$$;
GRANT EXECUTE ON FUNCTION app.link_is_used() TO weshelter_app;

-- Whose link it is, if it is for one of these purposes.
CREATE FUNCTION app.link_volunteer(VARIADIC purposes text[]) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT l.volunteer_id FROM app.link_in_use() l WHERE l.purpose = ANY (purposes)
$$;
GRANT EXECUTE ON FUNCTION app.link_volunteer(VARIADIC purposes text[]) TO weshelter_app, weshelter_jobs;

-- What the link is about, if it is for this purpose.
CREATE FUNCTION app.link_object(of_purpose text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT l.object_id FROM app.link_in_use() l WHERE l.purpose = of_purpose
$$;
GRANT EXECUTE ON FUNCTION app.link_object(of_purpose text) TO weshelter_app, weshelter_jobs;
