"""The worker as a process of its own: killed while it sends, ended while it sends, and without its database."""

import asyncio
import signal
from collections import Counter
from contextlib import ExitStack
from threading import Event

import pytest
from django.utils import timezone

from access.context import acting
from accounts.emails import send_invitation
from letters.models import Message, send
from letters.sending import give_back_abandoned
from letters.tests.mail_server import serving
from weshelter.models import WorkerSign
from weshelter.tests.line import MailLine
from weshelter.tests.processes import running


class SlowServer:
    """Has the text of a mail, and answers only when the test says so."""

    def __init__(self, server) -> None:
        self.has_text, self.may_answer, self.answer = Event(), Event(), server.handle_DATA
        server.handle_DATA = self.handle_data

    async def handle_data(self, server, session, envelope):
        self.has_text.set()
        while not self.may_answer.is_set():
            await asyncio.sleep(0.02)
        return await self.answer(server, session, envelope)


@pytest.fixture
def server(settings):
    with serving(settings) as answers:
        yield answers


@pytest.fixture
def line():
    """A line to the database that the worker uses."""
    line = MailLine()
    yield line
    line.cut()


@pytest.fixture
def work(server, line, settings):
    """What a worker of its own runs, with this mail server and this line."""
    return f"""
settings.EMAIL_BACKEND = "letters.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", {settings.EMAIL_PORT}
settings.DATABASES["default"]["PORT"] = {line.port}
from django.core.management import call_command
from letters import claiming, models
models.is_night = lambda moment: False
claiming.had_enough = lambda days, today: False
call_command("work")
"""


def write_to(cast, *users) -> None:
    with acting(user=cast.sille):
        for user in users:
            send_invitation(user)


def states() -> Counter:
    return Counter(Message.objects.values_list("state", flat=True))


def test_a_worker_killed_while_it_sends_leaves_a_mail_that_somebody_decides_about(
    server, work, committed_cast, as_login
):
    slow = SlowServer(server)
    write_to(committed_cast, committed_cast.karen)
    as_login("jobs")

    with running(work) as worker:
        worker.wait_until(slow.has_text.is_set)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    slow.may_answer.set()
    found = states()
    Message.objects.update(claimed_until=timezone.now())
    give_back_abandoned()

    assert (found, states()) == ({"sending": 1}, {"uncertain": 1})
    assert Message.objects.to_be_decided().get().fault == "abandoned"


def test_a_worker_that_is_ended_lets_its_mail_leave_first(server, work, committed_cast, as_login):
    slow = SlowServer(server)
    write_to(committed_cast, committed_cast.karen, committed_cast.lars)
    as_login("jobs")

    with running(work) as worker:
        worker.wait_until(slow.has_text.is_set)
        worker.terminate()
        slow.may_answer.set()
        worker.wait()

    assert worker.returncode == 0
    assert states() == {"sent": 1, "waiting": 1}


def test_two_workers_send_each_mail_once(server, work, committed_cast, as_login):
    everybody = [f"frivillig{number}@example.org" for number in range(20)]
    with acting(user=committed_cast.sille):
        for address in everybody:
            send("goodbye", to=address, subject="Farvel", context={"name": "Anna"})
    as_login("jobs")

    with ExitStack() as both:
        for _worker in range(2):
            worker = both.enter_context(running(work))
        worker.wait_until(lambda: states() == {"sent": 20})

    assert sorted(server.taken) == sorted(everybody)


def times_without_database(worker) -> int:
    return sum("the database is away" in line for line in worker.said)


def test_the_worker_outlives_a_database_that_is_away(server, work, line, committed_cast, as_login):
    as_login("jobs")

    with running(work) as worker:
        worker.wait_until(WorkerSign.objects.exists)
        line.cut()
        as_login("app")
        write_to(committed_cast, committed_cast.karen)
        as_login("jobs")
        worker.wait_until(lambda: times_without_database(worker) >= 5)
        line.mend()
        worker.wait_until(lambda: states() == {"sent": 1})

    assert server.taken == ["karen@example.org"]


def test_what_has_left_while_the_database_was_away_is_noted_as_sent(server, work, line, committed_cast, as_login):
    slow = SlowServer(server)
    write_to(committed_cast, committed_cast.karen)
    as_login("jobs")

    with running(work) as worker:
        worker.wait_until(slow.has_text.is_set)
        line.cut()
        slow.may_answer.set()
        worker.wait_until(lambda: times_without_database(worker) >= 2)
        line.mend()
        worker.wait_until(lambda: states() == {"sent": 1})

    assert server.taken == ["karen@example.org"]


def test_a_worker_without_a_database_ends_when_it_is_told_to(work, line, committed):
    line.cut()

    with running(work) as worker:
        worker.wait_until(lambda: times_without_database(worker) >= 1)
        worker.terminate()
        worker.wait()

    assert worker.returncode == 0
