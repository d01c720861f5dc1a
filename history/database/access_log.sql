-- What a row's hash is made of: everything it says, and the hash before it.
CREATE FUNCTION app.access_log_hash(entry history_accesslog) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(entry.prev || convert_to(jsonb_build_array(
        entry.seq, extract(epoch FROM entry.at), entry.actor_id, entry.action, entry.object_type, entry.object_id,
        entry.project_id, entry.purpose)::text, 'UTF8'))
$$;
GRANT EXECUTE ON FUNCTION app.access_log_hash(entry history_accesslog) TO weshelter_jobs;

-- Number and hash follow the row before; the lock keeps the chain without gaps.
CREATE FUNCTION app.link_up_access_log() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('history_accesslog'));
    SELECT seq, hash INTO last FROM history_accesslog ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(last.seq, 0) + 1;
    NEW.prev := coalesce(last.hash, ''::bytea);
    NEW.at := clock_timestamp();
    NEW.hash := app.access_log_hash(NEW);
    RETURN NEW;
END
$$;
CREATE TRIGGER chain BEFORE INSERT ON history_accesslog FOR EACH ROW EXECUTE FUNCTION app.link_up_access_log();

-- Nobody changes a row, and none goes before its time.
CREATE FUNCTION app.never_change_access_log() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - {LOGS_KEPT} THEN
        RETURN OLD;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'the access log is only added to';
END
$$;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON history_accesslog FOR EACH ROW EXECUTE FUNCTION app.never_change_access_log();

-- Each row is told to whoever wrote it, who leaves a line outside.
CREATE FUNCTION app.tell_access_log() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    RAISE INFO 'access log: % %', NEW.seq, encode(NEW.hash, 'hex');
    RETURN NULL;
END
$$;
CREATE TRIGGER tell AFTER INSERT ON history_accesslog FOR EACH ROW EXECUTE FUNCTION app.tell_access_log();

-- A row of the chain; called by the functions that open something, by nobody else.
CREATE FUNCTION app.log_access(action text, object_type text, object_id uuid, project_id bigint, purpose text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER AS $$
            INSERT INTO history_accesslog (seq, at, actor_id, action, object_type, object_id, project_id, purpose,
                                           prev, hash)
            VALUES (0, now(), app.uid(), action, object_type, object_id, project_id, purpose, '', '')
            RETURNING seq
$$;

-- An export by whoever is signed in.
CREATE FUNCTION app.log_export(object_type text, purpose text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER AS $$
    SELECT app.log_access('export', object_type, NULL, NULL, purpose) WHERE app.uid() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION app.log_export(object_type text, purpose text) TO weshelter_app, weshelter_jobs;

-- That a page was shown, a search was made or something was refused: ids only.
CREATE FUNCTION app.leave_trail(request uuid, action text, view text, object_type text, object_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER AS $$
    INSERT INTO history_accesstrail (id, at, actor_id, link_id, action, view, object_type, object_id)
    VALUES (request, clock_timestamp(), app.uid(), (SELECT l.id FROM app.link_in_use() l), action, view, object_type,
        object_id)
$$;
GRANT EXECUTE ON FUNCTION app.leave_trail(request uuid, action text, view text, object_type text, object_id uuid) TO weshelter_app, weshelter_jobs;

-- What is older goes, up to a row that was sent out as an anchor.
CREATE FUNCTION app.prune_logs() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    checkpoint bigint;
    pruned bigint;
    trails bigint;
BEGIN
    SELECT max(l.seq) INTO checkpoint FROM history_accesslog l
        JOIN history_anchor a ON a.seq = l.seq AND a.hash = l.hash
        WHERE l.at < now() - {LOGS_KEPT};
    DELETE FROM history_accesslog l WHERE l.seq < checkpoint;
    GET DIAGNOSTICS pruned = ROW_COUNT;
    DELETE FROM history_accesstrail t WHERE t.at < now() - {LOGS_KEPT};
    GET DIAGNOSTICS trails = ROW_COUNT;
    RETURN pruned + trails;
END
$$;
GRANT EXECUTE ON FUNCTION app.prune_logs() TO weshelter_jobs;
