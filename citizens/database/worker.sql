-- What the worker may be asked of this app, for how many ids.
CREATE FUNCTION app.is_a_task_of_citizens(task text, number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT task = 'citizens.tasks.tell_of_emergency' AND number BETWEEN 1 AND 101
$$;
