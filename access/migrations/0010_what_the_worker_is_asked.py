"""What the app's login may ask the worker to do: these tasks, about ids, and nothing else of the queue is its own.

The worker runs what stands in the queue, by the path of a function and its arguments. Whoever could write there as he
likes would have anything at all done with the jobs' login, which sees every row.
"""

from django.db import migrations

from access.security import SECRETARIAT, definer, plpgsql, secure

# The one list: the path of each task, and about how few and how many rows. A new one stands in a new migration.
MAY_BE_ASKED = """
    SELECT array_position(about, NULL) IS NULL AND EXISTS (
        SELECT FROM (VALUES
            ('citizens.tasks.tell_of_emergency', 1, 101),
            ('matching.tasks.make_round', 1, 1),
            ('volunteers.tasks.write_offers', 0, 0),
            ('volunteers.tasks.write_new_links', 0, 100)
        ) AS known (path, least, most)
        WHERE path = task AND cardinality(about) BETWEEN least AND most)
"""
# Without a moment to wait for, the library says the last year that there is.
ASK = """
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
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0009_links_side_by_side"),
        ("accounts", "0002_grants"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        secure("django_tasks_database_dbtaskresult", select=SECRETARIAT),
        definer("app.may_be_asked(task text, about uuid[])", "boolean", MAY_BE_ASKED),
        plpgsql("app.ask_worker(task text, about uuid[], not_before timestamptz)", "uuid", ASK),
    ]
