-- What the worker may be asked of this app, for how many ids.
CREATE FUNCTION app.is_a_task_of_accounts(task text, number integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT task = 'accounts.tasks.bring_about' AND number = 1
$$;
