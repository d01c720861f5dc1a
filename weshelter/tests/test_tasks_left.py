"""Tasks that a worker left or gave up: taken up again, or shown to the secretariat, who decides."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from access.context import acting
from courses.tasks import write_offers
from matching.rounds.making import begin
from matching.tasks import make_round
from weshelter.models import WorkerSign
from weshelter.tasks_given_up import failed_tasks
from weshelter.tests import people
from weshelter.worker import take_up_tasks

GONE = timedelta(minutes=5)


@pytest.fixture
def task(committed_cast, as_login):
    """A task that some worker is at."""
    as_login("jobs")
    write_offers.enqueue()
    task = DBTaskResult.objects.get()
    task.claim("first")
    return task


def status() -> str:
    return DBTaskResult.objects.values_list("status", flat=True).get()


def test_the_task_of_a_worker_that_is_gone_is_done_by_the_next(task):
    WorkerSign.objects.create(pk="first", seen_at=timezone.now() - GONE)

    call_command("work", once=True)

    assert status() == "SUCCESSFUL"


def test_the_task_of_a_worker_that_is_there_is_left_to_it(task):
    WorkerSign.beat("first")

    call_command("work", once=True)

    assert status() == "RUNNING"


def test_a_worker_takes_up_what_it_lost_with_the_database(task):
    WorkerSign.beat("first")

    assert take_up_tasks("first") == 1


def given_up(task) -> None:
    """Two more workers have ended while they were at it."""
    for worker in ("second", "third"):
        task.claim(worker)
    take_up_tasks("fourth")


def test_what_has_ended_three_workers_ends_no_more(task):
    given_up(task)

    call_command("work", once=True)

    assert (status(), DBTaskResult.objects.get().exception_class_path) == ("FAILED", "weshelter.worker.WorkerGone")


def test_a_match_round_that_was_given_up_says_so_on_its_page(client, committed_cast, as_login):
    with acting(user=committed_cast.karen):
        kept, _people = begin(committed_cast.karen, [committed_cast.rg60.friends.pk])
    as_login("jobs")
    make_round.enqueue(str(kept.pk))
    task = DBTaskResult.objects.get()
    task.claim("first")

    given_up(task)

    as_login("app")
    people.sign_in(client, committed_cast.karen)
    assert client.get(reverse("matching:round", args=[kept.pk])).context["round"].step == "failed"


@pytest.mark.parametrize(("who", "seen"), [("sille", 1), ("karen", 0), ("lars", 0)])
def test_what_was_given_up_is_the_secretariats_to_see(committed_cast, as_login, task, who, seen):
    given_up(task)
    as_login("app")

    with acting(user=getattr(committed_cast, who)):
        assert len(failed_tasks()) == seen


@pytest.mark.parametrize(("what", "left"), [("try_task_again", ["READY"]), ("put_task_away", ["FAILED"])])
def test_the_secretariat_tries_it_again_or_puts_it_away(client, committed_cast, as_login, task, what, left):
    given_up(task)
    as_login("app")
    people.sign_in(client, committed_cast.sille)

    client.post(reverse(what, args=[task.pk]))

    as_login("jobs")
    assert list(DBTaskResult.objects.values_list("status", flat=True)) == left
    with acting(user=committed_cast.sille):
        assert failed_tasks() == []


def test_what_is_tried_again_keeps_nothing_of_how_it_ended(client, committed_cast, as_login, task):
    given_up(task)
    DBTaskResult.objects.update(traceback="Bo Borger")
    as_login("app")
    people.sign_in(client, committed_cast.sille)

    client.post(reverse("try_task_again", args=[task.pk]))

    as_login("jobs")
    again = DBTaskResult.objects.get()
    assert (again.worker_ids, again.started_at, again.finished_at) == ([], None, None)
    assert (again.exception_class_path, again.traceback) == ("", "")


def test_of_two_who_decide_the_second_is_told(client, committed_cast, as_login, task):
    given_up(task)
    as_login("app")
    people.sign_in(client, committed_cast.sille)
    client.post(reverse("try_task_again", args=[task.pk]))

    second = client.post(reverse("put_task_away", args=[task.pk]))

    assert (second.status_code, "allerede" in second.content.decode()) == (409, True)


def test_of_two_who_put_it_away_the_second_is_told(client, committed_cast, as_login, task):
    given_up(task)
    as_login("app")
    people.sign_in(client, committed_cast.sille)

    answers = [client.post(reverse("put_task_away", args=[task.pk])) for _twice in range(2)]

    assert [(one.status_code, "allerede" in one.content.decode()) for one in answers] == [(302, False), (409, True)]


def test_of_a_task_that_fails_no_trace_is_kept(committed_cast, as_login):
    as_login("jobs")
    write_offers.enqueue()
    DBTaskResult.objects.update(args_kwargs={"args": ["Bo Borger"], "kwargs": {}})

    call_command("work", once=True)

    assert DBTaskResult.objects.values_list("status", "exception_class_path", "traceback").get() == (
        "FAILED",
        "builtins.TypeError",
        "",
    )
