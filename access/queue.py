"""The worker's queue as a request writes it: by the name of a task and ids, through a function of the database.

The function (`app.ask_worker`) knows which tasks may be asked for; the app's login has no other way into the queue.
"""

from django.db import connection
from django.utils import timezone
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult, get_date_max


class AskedQueue(DatabaseBackend):
    """The library's queue; only how a task gets into it is our own."""

    def _task_to_db_task(self, task, args, kwargs) -> DBTaskResult:
        if kwargs:
            raise TypeError("a task is asked for with ids alone, one after the other")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT app.ask_worker(%s, %s::uuid[], %s)", [task.module_path, list(map(str, args)), task.run_after]
            )
            (made,) = cursor.fetchone()
        return DBTaskResult(
            id=made,
            enqueued_at=timezone.now(),
            args_kwargs={"args": list(args), "kwargs": {}},
            priority=task.priority,
            task_path=task.module_path,
            queue_name=task.queue_name,
            run_after=task.run_after or get_date_max(),
            backend_name=self.alias,
        )
