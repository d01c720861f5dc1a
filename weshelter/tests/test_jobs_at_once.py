"""The daily command started twice at once: each job is done by one, and even without its lock nobody gets two mails."""

from contextlib import ExitStack

import pytest
from django.db import transaction

from access.context import acting, working
from conftest import log_in_to_database
from letters.models import Message
from volunteers.models import Agreement
from weshelter.management.commands.run_due_jobs import JOBS, Command
from weshelter.tests import people
from weshelter.tests.at_once import at_once
from weshelter.tests.days import today
from weshelter.tests.due_scenes import SCENES, Scene
from weshelter.tests.processes import running

BY_NAME = dict(JOBS)


def by_the_command(name: str) -> None:
    assert Command().run(name, BY_NAME[name], today())


def without_its_lock(name: str) -> None:
    with transaction.atomic(), working(name):
        BY_NAME[name](today())


@pytest.mark.parametrize("how", [by_the_command, without_its_lock])
@pytest.mark.parametrize("name", BY_NAME)
def test_of_two_at_once_a_job_is_done_once(committed_cast, as_login, name, how):
    assert name in SCENES, f"say in due_scenes.py what is due for the job “{name}”, and what comes of it"
    prepare, found, expected = SCENES[name]
    prepare(Scene(committed_cast, as_login))
    as_login("jobs")
    failed = []

    def beside() -> None:
        log_in_to_database("jobs")
        try:
            how(name)
        except BaseException as error:
            failed.append(error)

    with transaction.atomic():
        thread, _met = at_once(lambda: how(name), beside)
    thread.join(timeout=60)

    assert (failed, found()) == ([], expected)


def test_two_commands_at_once_write_to_each_volunteer_once(committed_cast, as_login):
    for number in range(6):
        people.ready_volunteer(committed_cast, f"Vera{number} Ven")
    with acting(user=committed_cast.sille):
        Agreement.objects.create(version=2, text_da="Den nye aftale")
    command = 'from django.core.management import call_command\ncall_command("run_due_jobs")'

    with ExitStack() as both:
        commands = [both.enter_context(running(command)) for _ in range(2)]
        said = [each.communicate()[0] for each in commands]

    as_login("jobs")
    addresses = Message.objects.filter(kind="agreement_again").values_list("address", flat=True)
    assert sorted(addresses) == [f"vera{number}@example.net" for number in range(6)]
    assert [each.returncode for each in commands] == [0, 0], said
