-- What the app may ask of the worker: a task that an app names, for ids alone, of as many as it says.
CREATE FUNCTION app.may_be_asked(task text, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT coalesce(array_position(about, NULL) IS NULL AND {any of is_a_task(task, cardinality(about))}, false)
$$;
GRANT EXECUTE ON FUNCTION app.may_be_asked(task text, about uuid[]) TO weshelter_app, weshelter_jobs;

-- A task for the worker; the queue itself the app neither reads nor writes.
CREATE FUNCTION app.ask_worker(task text, about uuid[], not_before timestamp with time zone) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    IF NOT app.may_be_asked(task, about) THEN
        RAISE insufficient_privilege USING MESSAGE = 'no task for the worker';
    END IF;
    INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, args_kwargs, priority, task_path,
        worker_ids, queue_name, backend_name, run_after, exception_class_path, traceback)
    VALUES (made, 'READY', clock_timestamp(),
        jsonb_build_object('args', to_jsonb(about::text[]), 'kwargs', '{}'::jsonb), 0, task,
        '[]', 'default', 'default', coalesce(not_before, '9999-01-01 00:00:00+00'), '', '');
    RETURN made;
END
$$;
GRANT EXECUTE ON FUNCTION app.ask_worker(task text, about uuid[], not_before timestamp with time zone) TO weshelter_app, weshelter_jobs;
