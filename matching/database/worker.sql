-- What the worker may be asked of this app, for how many ids.
CREATE FUNCTION app.is_a_task_of_matching(task text, number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT task = 'matching.tasks.make_round' AND number = 1
$$;
