"""The site's worker: sends mails, does what pages put off, and outlives a database that is away for a while."""

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from letters.sending import give_back_abandoned, send_due

log = logging.getLogger("weshelter.worker")
# What Django makes of a database that is stopped, starts, shuts its connections or is not to be reached.
AWAY = (OperationalError, InterfaceError)
PAUSE, LONGEST_PAUSE = 1, 15
# A mail server that takes nothing is left alone for a while.
MAIL_RESTS_FOR = 30


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

    def run(self) -> None:
        """Round after round until somebody ends it; with `once`, until nothing is due."""
        while self.running:
            self.patiently(self.round)
            if self.once:
                return
            if self.running:
                time.sleep(PAUSE)

    def round(self) -> None:
        """Mails, then each task and the mails that have come meanwhile."""
        if self.running:  # somebody may have ended it while the database was away
            give_back_abandoned()
            self.send_mails()
            super().run()

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
