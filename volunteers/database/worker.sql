-- What the worker may be asked of this app, for how many ids.
CREATE FUNCTION app.is_a_task_of_volunteers(task text, number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT task IN ('volunteers.tasks.write_new_links', 'volunteers.tasks.write_to_new_address') AND number <= 100
        OR task = 'volunteers.tasks.write_ready' AND number = 1
$$;
