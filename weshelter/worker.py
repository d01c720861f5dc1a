"""The site's worker: sends mails, does what pages put off, and outlives a database that is away for a while."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from letters.sending import give_back_abandoned, send_due
from weshelter.models import BEATS_EVERY, GONE_AFTER, WorkerSign

log = logging.getLogger("weshelter.worker")
# What Django makes of a database that is stopped, starts, shuts its connections or is not to be reached.
AWAY = (OperationalError, InterfaceError)
PAUSE, LONGEST_PAUSE = 1, 15
# A mail server that takes nothing is left alone for a while.
MAIL_RESTS_FOR = 30
# A task that has ended this many workers ends no more of them.
MOST_WORKERS = 3


class WorkerGone(Exception):
    """A task's workers ended again and again while they were at it."""


class Worker(db_worker.Worker):
    """The library's worker, round after round: what it does with its queue is its own, between the rounds we look up.

    SIGTERM ends it after the mail or the task that it is at (`shutdown`, the library's).
    """

    def __init__(self, *, once: bool) -> None:
        super().__init__(
            queue_names=["*"],
            interval=0,
            batch=True,  # one round of the library ends when its queue is empty
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        self.once = once
        self.mail_rests_until = 0.0
        self.looks_for_others_at = 0.0

    def run(self) -> None:
        """Round after round until somebody ends it; with `once`, until nothing is due."""
        if not self.once:
            Heart(self.worker_id).start()
        while self.running:
            self.patiently(self.round)
            if self.once:
                return
            if self.running:
                time.sleep(PAUSE)

    def round(self) -> None:
        """Mails, then each task and the mails that have come meanwhile."""
        if self.running:  # somebody may have ended it while the database was away
            if time.monotonic() >= self.looks_for_others_at:
                self.look_for_others()
            self.send_mails()
            super().run()

    def look_for_others(self) -> None:
        """What workers that are gone have left: of their mails nobody knows, their tasks are taken up again."""
        WorkerSign.beat(self.worker_id)
        give_back_abandoned()
        take_up_tasks(self.worker_id)
        self.looks_for_others_at = time.monotonic() + BEATS_EVERY.total_seconds()

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """Of a task that fails only the class of its fault is kept: a trace may quote a row."""
        super().run_task(db_task_result)
        DBTaskResult.objects.filter(pk=db_task_result.pk).exclude(traceback="").update(traceback="")
        self.send_mails()

    def patiently(self, act: Callable[[], None]) -> None:
        """Do it, and while the database is away wait and try again, at growing intervals; `once` does not wait."""
        pause = PAUSE
        while True:
            try:
                return act()
            except AWAY as error:
                connection.close()
                if self.once:
                    raise
                # The class alone: a text may name the server.
                # The others were as cut off as we: first they shall say that they are there.
                self.looks_for_others_at = time.monotonic() + GONE_AFTER.total_seconds()
                log.warning("the database is away (%s); looking again in %s s", type(error).__name__, pause)
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def send_mails(self) -> None:
        """Send what is due, unless the mail server took nothing a moment ago."""
        if time.monotonic() < self.mail_rests_until:
            return
        self.running_task = True  # so that SIGTERM lets the present mail leave first
        try:
            if not send_due(go_on=lambda: self.running, patiently=self.patiently):
                self.mail_rests_until = time.monotonic() + MAIL_RESTS_FOR
        finally:
            self.running_task = False


class Heart(threading.Thread):
    """Says that the worker is there, whatever it is busy with; on a connection of its own, given back each time."""

    def __init__(self, worker_id: str) -> None:
        super().__init__(name="heart", daemon=True)
        self.worker_id = worker_id

    def run(self) -> None:
        while True:
            try:
                WorkerSign.beat(self.worker_id)
            except AWAY as error:
                log.warning("not seen: the database is away (%s)", type(error).__name__)
            connection.close()
            time.sleep(BEATS_EVERY.total_seconds())


def take_up_tasks(worker_id: str) -> int:
    """Put the tasks of workers that are gone back into the queue, and give how many.

    Called between tasks: so one that this worker seems to be at is one that it lost with the database.
    """
    there = set(WorkerSign.objects.there(timezone.now()).exclude(pk=worker_id).values_list("pk", flat=True))
    with transaction.atomic():
        running = DBTaskResult.objects.running().select_for_update(skip_locked=True)
        left = [task for task in running if task.worker_ids[-1] not in there]
        for task in left:
            if len(task.worker_ids) < MOST_WORKERS:
                task.status, task.started_at = TaskResultStatus.READY, None
                task.save(update_fields=["status", "started_at"])
            else:
                task.set_failed(WorkerGone())
                task_finished.send(sender=type(task.task.get_backend()), task_result=task.task_result)
    return len(left)
