-- What the worker may be asked of this app, for how many ids.
CREATE FUNCTION app.is_a_task_of_courses(task text, number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT task = 'courses.tasks.write_offers' AND number = 0
$$;
