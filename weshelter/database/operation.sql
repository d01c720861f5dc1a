-- Whether worker, jobs and mails are well, without personal data.
CREATE FUNCTION app.signs_of_life(jobs text[], since timestamp with time zone) RETURNS TABLE(worker_seen_at timestamp with time zone, jobs_finished_at timestamp with time zone, jobs_not_done bigint, tasks_failed bigint, oldest_mail_at timestamp with time zone)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT
        (SELECT max(seen_at) FROM weshelter_workersign),
        (SELECT max(finished_at) FROM weshelter_jobrun),
        (SELECT count(*) FROM (
            SELECT DISTINCT ON (job) error, finished_at FROM weshelter_jobrun WHERE job = ANY(jobs)
            ORDER BY job, finished_at DESC
        ) latest WHERE latest.error <> '' OR latest.finished_at < since),
        (SELECT count(*) FROM django_tasks_database_dbtaskresult
            WHERE status = 'FAILED' AND queue_name <> 'put away'),
        app.oldest_mail_on_its_way()
$$;
GRANT EXECUTE ON FUNCTION app.signs_of_life(jobs text[], since timestamp with time zone) TO weshelter_app, weshelter_jobs;

-- What the worker gave up, for Frivilligindsatsen.
CREATE FUNCTION app.failed_tasks() RETURNS TABLE(id uuid, task_path text, error text, finished_at timestamp with time zone)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT t.id, t.task_path, t.exception_class_path, t.finished_at FROM django_tasks_database_dbtaskresult t
    WHERE t.status = 'FAILED' AND t.queue_name <> 'put away' AND app.is_secretariat() ORDER BY t.finished_at
$$;
GRANT EXECUTE ON FUNCTION app.failed_tasks() TO weshelter_app, weshelter_jobs;

-- Back into the queue.
CREATE FUNCTION app.try_task_again(task uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM django_tasks_database_dbtaskresult WHERE id = task AND app.is_secretariat();
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    UPDATE django_tasks_database_dbtaskresult SET status = 'READY', worker_ids = '[]', started_at = NULL,
        finished_at = NULL, exception_class_path = '', traceback = ''
    WHERE id = task AND status = 'FAILED' AND queue_name <> 'put away';
    RETURN FOUND;
END
$$;
GRANT EXECUTE ON FUNCTION app.try_task_again(task uuid) TO weshelter_app, weshelter_jobs;

-- It is not done any more; its row stays as long as any, so that a second person hears that it is decided.
CREATE FUNCTION app.put_task_away(task uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM django_tasks_database_dbtaskresult WHERE id = task AND app.is_secretariat();
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    UPDATE django_tasks_database_dbtaskresult SET queue_name = 'put away'
    WHERE id = task AND status = 'FAILED' AND queue_name <> 'put away';
    RETURN FOUND;
END
$$;
GRANT EXECUTE ON FUNCTION app.put_task_away(task uuid) TO weshelter_app, weshelter_jobs;
