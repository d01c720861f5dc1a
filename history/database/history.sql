-- Who acted, for the history: ids and the name of the view or job, never a path or a name.
CREATE OR REPLACE FUNCTION public._pgh_attach_context() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who jsonb;
    context uuid;
BEGIN
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'user', app.uid(), 'link', l.id, 'purpose', l.purpose, 'new', app.new_id(),
        'view', substring(current_setting('app.view', true) FROM '^[\w:.-]{1,80}$'),
        'job', substring(current_setting('app.job', true) FROM '^[\w :.-]{1,80}$')))
    INTO who FROM (SELECT) AS one LEFT JOIN access_link l ON l.token_hash = app.link();
    IF who = '{}' THEN
        RETURN NULL;
    END IF;
    context := md5(pg_current_xact_id()::text || now()::text || who::text)::uuid;
    INSERT INTO pghistory_context (id, metadata, created_at, updated_at) VALUES (context, who, now(), now())
    ON CONFLICT DO NOTHING;
    RETURN context;
END
$$;

-- The library's switch that stops a trigger is a setting that anybody can set: it is taken out.
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE plpgsql AS $$
    BEGIN RETURN false; END
$$;

REVOKE ALL ON FUNCTION public._pgh_attach_context() FROM PUBLIC;

-- The triggers of the history alone write events: with the owner's rights, for the app's login may insert none.
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT p.oid::regprocedure AS called FROM pg_proc p WHERE p.proname ~ '^pgtrigger_(insert|update)_' LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp', one.called);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one.called);
    END LOOP;
END
$$;
