"""`/sundhed/` for a monitor: well or not, and which part; no login, no session, nothing about anybody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from courses.tasks import write_offers
from letters.models import Message
from letters.tests.mail_server import free_port
from weshelter.management.commands.run_due_jobs import JOBS
from weshelter.models import JobRun, WorkerSign

WELL = {
    "well": True,
    "database": "ok",
    "worker": "ok",
    "daily_jobs": "ok",
    "oldest_mail": "none",
    "failed_tasks": 0,
}


@pytest.fixture
def at_work(committed_cast, as_login):
    """A site where everything has run a moment ago; the test goes on as the jobs' login."""
    as_login("jobs")
    WorkerSign.beat("a worker")
    JobRun.objects.bulk_create(JobRun(job=name, started_at=timezone.now()) for name, _job in JOBS)
    return committed_cast


def ask(client, as_login) -> tuple[int, dict]:
    as_login("app")
    response = client.get("/sundhed/")
    return response.status_code, response.json()


def ago(**time):
    return timezone.now() - timedelta(**time)


def test_a_site_that_works_says_so(client, at_work, as_login):
    assert ask(client, as_login) == (200, WELL)


def a_silent_worker(cast) -> None:
    WorkerSign.objects.update(seen_at=ago(minutes=6))


def no_worker(cast) -> None:
    WorkerSign.objects.all().delete()


def a_job_that_failed(cast) -> None:
    JobRun.objects.create(job=JOBS[0][0], started_at=timezone.now(), error="ValueError")


def a_night_without_jobs(cast) -> None:
    JobRun.objects.all().delete()
    JobRun.objects.create(job=JOBS[0][0], started_at=ago(hours=27), finished_at=ago(hours=27))


def no_jobs_ever(cast) -> None:
    JobRun.objects.all().delete()


def a_mail(**age):
    def write(cast) -> None:
        Message.objects.create(kind="invitation", address="karen@example.org")
        Message.objects.update(made_at=ago(**age))

    return write


def a_task_that_failed(cast) -> None:
    write_offers.enqueue()
    DBTaskResult.objects.update(status="FAILED")


@pytest.mark.parametrize(
    ("what", "status", "part", "said"),
    [
        (a_silent_worker, 503, "worker", "silent"),
        (no_worker, 503, "worker", "never"),
        (a_job_that_failed, 503, "daily_jobs", "not done"),
        (a_night_without_jobs, 503, "daily_jobs", "not done"),
        (no_jobs_ever, 503, "daily_jobs", "never"),
        (a_mail(minutes=1), 200, "oldest_mail", "minutes"),
        (a_mail(hours=2), 503, "oldest_mail", "hours"),
        (a_mail(hours=30), 503, "oldest_mail", "days"),
        (a_task_that_failed, 503, "failed_tasks", 1),
    ],
)
def test_it_says_which_part_is_not_well(client, at_work, as_login, what, status, part, said):
    what(at_work)

    assert ask(client, as_login) == (status, WELL | {"well": status == 200, part: said})


def test_a_job_that_is_new_has_until_the_night(client, at_work, as_login):
    JobRun.objects.filter(job=JOBS[0][0]).delete()

    assert ask(client, as_login) == (200, WELL)


def test_it_asks_the_database_once(client, at_work, as_login):
    as_login("app")

    with CaptureQueriesContext(connection) as asked:
        client.get("/sundhed/")

    assert len(asked) == 1


@pytest.fixture
def away(committed):
    """Nobody answers where the database was."""
    port = connection.settings_dict["PORT"]
    connection.close()
    connection.settings_dict["PORT"] = free_port()
    yield
    connection.settings_dict["PORT"] = port


def test_without_its_database_it_still_answers(client, away):
    response = client.get("/sundhed/")

    assert (response.status_code, response.json()) == (503, {"well": False, "database": "away"})


def test_it_is_only_looked_at(client, committed):
    assert client.post(reverse("health")).status_code == 405
