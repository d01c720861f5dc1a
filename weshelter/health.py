"""Whether the site works: for a monitor at `/sundhed/`, and for the secretariat's page. Times and numbers, nobody's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone

from access.declaration import PUBLIC, access
from weshelter.management.commands.run_due_jobs import JOBS
from weshelter.worker import AWAY

PATH = "sundhed/"
WORKER_SILENT_AFTER = timedelta(minutes=5)
JOBS_LATE_AFTER = timedelta(hours=26)  # they run once a night
MAIL_SLOW_AFTER, MAIL_LATE_AFTER = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Health:
    """What the database knows of worker, daily jobs, mails and tasks at one moment."""

    now: datetime
    worker_seen_at: datetime | None
    jobs_finished_at: datetime | None
    jobs_not_done: int  # whose last run failed or was too long ago
    tasks_failed: int
    oldest_mail_at: datetime | None  # of those that the worker should have sent

    @property
    def worker(self) -> str:
        if self.worker_seen_at is None:
            return "never"
        return "silent" if self.now - self.worker_seen_at > WORKER_SILENT_AFTER else "ok"

    @property
    def daily_jobs(self) -> str:
        if self.jobs_finished_at is None:
            return "never"
        return "not done" if self.jobs_not_done else "ok"

    @property
    def oldest_mail(self) -> str:
        if self.oldest_mail_at is None:
            return "none"
        age = self.now - self.oldest_mail_at
        return "days" if age > MAIL_LATE_AFTER else "hours" if age > MAIL_SLOW_AFTER else "minutes"

    @property
    def is_well(self) -> bool:
        return (self.worker, self.daily_jobs, self.tasks_failed) == ("ok", "ok", 0) and self.oldest_mail in {
            "none",
            "minutes",
        }


def look(now: datetime | None = None) -> Health:
    """One query, for whoever asks: the database's function gives times and counts alone."""
    now = now or timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM app.signs_of_life(%s, %s)", [[name for name, _job in JOBS], now - JOBS_LATE_AFTER]
        )
        return Health(now, *cursor.fetchone())


@access(PUBLIC, methods="GET HEAD")
def health(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 when something is not, and which; no login, no session, one query."""
    try:
        found = look()
    except AWAY:
        return JsonResponse({"well": False, "database": "away"}, status=503)
    said = {
        "well": found.is_well,
        "database": "ok",
        "worker": found.worker,
        "daily_jobs": found.daily_jobs,
        "oldest_mail": found.oldest_mail,
        "failed_tasks": found.tasks_failed,
    }
    return JsonResponse(said, status=200 if found.is_well else 503)


class HealthMiddleware:
    """Answers the monitor before anything that needs the database: without it no other page can answer at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != f"/{PATH}":
            return self.get_response(request)
        methods = health.access.methods
        return health(request) if request.method in methods else HttpResponseNotAllowed(methods)
