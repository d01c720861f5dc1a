-- What the app may ask of the worker: a task of this list, for ids alone.
CREATE FUNCTION app.may_be_asked(task text, about uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT array_position(about, NULL) IS NULL AND EXISTS (
        SELECT FROM (VALUES
            ('accounts.tasks.bring_about', 1, 1),
            ('citizens.tasks.tell_of_emergency', 1, 101),
            ('matching.tasks.make_round', 1, 1),
            ('volunteers.tasks.write_offers', 0, 0),
            ('volunteers.tasks.write_new_links', 0, 100)
        ) AS known (path, least, most)
        WHERE path = task AND cardinality(about) BETWEEN least AND most)
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
