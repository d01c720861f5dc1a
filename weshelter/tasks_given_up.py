"""What the worker gave up: the secretariat tries it again or puts it away. Which task and why, never its arguments."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from history.moves import NotPossible
from weshelter.names import TASK_NAMES


@dataclass(frozen=True)
class FailedTask:
    """One that failed for good; `error` is the name of a class."""

    id: UUID
    path: str
    error: str
    finished_at: datetime

    @property
    def name(self) -> str | Promise:
        return TASK_NAMES.get(self.path, self.path)


def failed_tasks() -> list[FailedTask]:
    """Those that nobody has decided about, the oldest first; for anybody but the secretariat none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM app.failed_tasks()")
        return [FailedTask(*row) for row in cursor.fetchall()]


def try_again(task_id: UUID) -> None:
    """Back into the queue, as if it had never been tried."""
    _decide("SELECT app.try_task_again(%s)", task_id)


def put_away(task_id: UUID) -> None:
    """It is not done any more."""
    _decide("SELECT app.put_task_away(%s)", task_id)


def _decide(statement: str, task_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [task_id])
        (decided,) = cursor.fetchone()
    if decided is None:
        raise Http404
    if not decided:
        raise NotPossible(_("Somebody has decided about this task already."))
