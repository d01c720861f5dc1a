"""What fails is counted, once and after its own roll-back, and never makes another failure of itself."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.http import Http404
from django.test import Client
from django.urls import path
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from access.context import acting
from access.declaration import PUBLIC, access
from history.failures import KEPT_FOR, Failure, count_failure, forget_failures
from institutions.models import Institution
from weshelter.management.commands import run_due_jobs
from weshelter.urls import urlpatterns as pages

CANARY = "Kanariefuglen-4108"


@access(PUBLIC)
def breaks(request):
    """A fault of ours, half-way through."""
    Institution.objects.update(name="halvt gjort")
    raise ValueError(CANARY)


@access(PUBLIC)
def asks_wrongly(request):
    """The database's error leaves the transaction unusable."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::int", [CANARY])


@access(PUBLIC)
def is_not_there(request):
    raise Http404


urlpatterns = [
    path("proev/fejl/<str:what>/", lambda request, what: breaks(request), name="breaks"),
    path("proev/sql/", asks_wrongly, name="asks_wrongly"),
    path("proev/intet/", is_not_there, name="is_not_there"),
    *pages,
]
urlpatterns[0].callback.access = breaks.access
handler404 = "weshelter.views.not_found"


def page_of_a_fault_fails(request):
    raise KeyError(CANARY)


NOTHING: dict = {"args": [], "kwargs": {}}


@task()
def fail_in_the_worker() -> None:
    raise LookupError(CANARY)


def fail_in_the_night(today) -> int:
    raise ZeroDivisionError(CANARY)


@pytest.fixture
def counted(committed_cast):
    """What is counted, as the secretariat sees it."""

    def count() -> list[tuple]:
        with acting(user=committed_cast.sille):
            return list(Failure.objects.order_by("first_at").values_list("kind", "place", "error", "times"))

    return count


@pytest.fixture
def browser():
    """One that gets the page of a fault, as people do."""
    return Client(raise_request_exception=False)


@pytest.mark.urls(__name__)
def test_a_fault_is_counted_though_all_that_it_did_is_undone(counted, browser):
    answer = browser.get(f"/proev/fejl/{CANARY}/", {"q": CANARY})

    assert answer.status_code == 500
    assert counted() == [("page", "breaks", "ValueError", 1)]
    assert not Institution.objects.filter(name="halvt gjort").exists()


@pytest.mark.urls(__name__)
def test_the_same_again_is_one_row_with_the_last_ones_moment_and_request(counted, browser, committed_cast):
    for _time in range(3):
        browser.get("/proev/sql/")

    assert counted() == [("page", "asks_wrongly", "django.db.utils.DataError", 3)]
    with acting(user=committed_cast.sille):
        [failure] = Failure.objects.all()
    assert failure.first_at < failure.last_at
    assert isinstance(failure.last_request, UUID)


@pytest.mark.urls(__name__)
def test_no_text_no_address_and_no_name_is_kept(counted, browser, as_login):
    browser.post(f"/proev/fejl/{CANARY}/", {"text": CANARY}, HTTP_REFERER=f"http://testserver/{CANARY}/")

    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute("SELECT f::text FROM history_failure f")
        [(row,)] = cursor.fetchall()
    assert CANARY not in row


@pytest.mark.urls(__name__)
def test_what_is_not_there_is_no_failure(counted, browser):
    assert browser.get("/proev/intet/").status_code == 404
    assert counted() == []


@pytest.mark.urls(__name__)
def test_a_fault_in_the_page_of_a_fault_is_counted_too(counted, browser, monkeypatch):
    monkeypatch.setattr(f"{__name__}.handler500", page_of_a_fault_fails, raising=False)

    with pytest.raises(KeyError):
        browser.get(f"/proev/fejl/{CANARY}/")

    assert set(counted()) == {("page", "breaks", "ValueError", 1), ("page", "breaks", "KeyError", 1)}


@pytest.mark.urls(__name__)
def test_where_the_database_is_away_the_page_of_a_fault_still_answers(counted, browser, monkeypatch, caplog):
    def away(*_args):
        raise OperationalError(CANARY)

    monkeypatch.setattr("weshelter.failures.count_failure", away)

    answer = browser.get("/proev/sql/")

    assert answer.status_code == 500
    assert "the failure of asks_wrongly is not counted: OperationalError" in caplog.text
    assert CANARY not in [record.getMessage() for record in caplog.records if record.name == "weshelter"]


def test_a_task_that_fails_is_counted(counted, as_login):
    as_login("jobs")
    by_hand = {"priority": 0, "backend_name": "default", "run_after": None}  # nobody may ask for it
    DBTaskResult.objects.create(task_path=fail_in_the_worker.module_path, args_kwargs=NOTHING, **by_hand)

    call_command("db_worker", batch=True, interval=0, startup_delay=False)

    as_login("app")
    assert counted() == [("task", f"{__name__}.fail_in_the_worker", "LookupError", 1)]


def test_a_daily_job_that_fails_is_counted(counted, as_login, monkeypatch, capsys):
    monkeypatch.setattr(run_due_jobs, "JOBS", [("figures", fail_in_the_night)])
    as_login("jobs")

    with pytest.raises(SystemExit):
        call_command("run_due_jobs")

    as_login("app")
    assert counted() == [("job", "figures", "ZeroDivisionError", 1)]


def test_what_has_not_happened_for_90_days_is_forgotten_in_the_night(counted, as_login):
    for place in ("long_ago", "lately"):
        count_failure(Failure.Kind.PAGE, place, ValueError())
    as_login("owner")
    Failure.objects.filter(place="long_ago").update(last_at=timezone.now() - KEPT_FOR)
    as_login("jobs")

    assert forget_failures(timezone.localdate()) == 1

    as_login("app")
    assert counted() == [("page", "lately", "ValueError", 1)]


def test_nobody_but_the_secretariat_sees_that_something_failed(cast):
    count_failure(Failure.Kind.PAGE, "coordinators:desk", ValueError())

    for who, seen in (("sille", 1), ("karen", 0), ("lars", 0)):
        with acting(user=getattr(cast, who)):
            assert Failure.objects.count() == seen, who


def test_a_count_is_changed_by_nobody(cast):
    count_failure(Failure.Kind.PAGE, "coordinators:desk", ValueError())

    with pytest.raises(Exception, match="permission denied"), acting(user=cast.sille):
        Failure.objects.update(times=0)


def test_many_at_once_are_all_counted(counted):
    def fails(_number):
        try:
            count_failure(Failure.Kind.PAGE, "front", ValueError())
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(fails, range(8)))

    assert counted() == [("page", "front", "ValueError", 8)]
