"""The worker's queue: the app asks by name and ids for what may be asked, and writes nothing there itself."""

import inspect
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from access.context import acting
from courses.tasks import write_offers
from volunteers.tasks import write_new_links
from weshelter.names import TASK_NAMES
from weshelter.tests.code import modules, name_of

QUEUE = "django_tasks_database_dbtaskresult"
INSERT = f"""
    INSERT INTO {QUEUE} (id, status, enqueued_at, args_kwargs, priority, task_path, worker_ids, queue_name,
        backend_name, run_after, exception_class_path, traceback)
    VALUES (gen_random_uuid(), 'READY', now(), '{{"args": ["id"], "kwargs": {{}}}}', 0, 'os.system', '[]', 'default',
        'default', now(), '', '')
"""


def tasks() -> list[Task]:
    """Every task of the code."""
    files = [path for path in modules(migrations=False) if path.name == "tasks.py"]
    found = [import_module(name_of(path).removesuffix(".py").replace("/", ".")) for path in files]
    return [thing for module in found for thing in vars(module).values() if isinstance(thing, Task)]


def asked(task: str, about: list) -> str:
    """Ask for a task as somebody who can write SQL as the app."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.ask_worker(%s, %s::uuid[], NULL)::text", [task, about])
        return cursor.fetchone()[0]


@pytest.mark.feature(87)
@pytest.mark.parametrize("who", ["sille", "karen", None])
@pytest.mark.parametrize("statement", [INSERT, f"UPDATE {QUEUE} SET task_path = 'os.system'", f"DELETE FROM {QUEUE}"])
def test_the_app_writes_nothing_into_the_queue(cast, who, statement):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        acting(user=getattr(cast, who) if who else None),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.feature(87)
@pytest.mark.parametrize(
    ("task", "about"),
    [
        ("os.system", [uuid4()]),
        ("history.due.prune_logs", []),
        ("matching.tasks.make_round", []),
        ("matching.tasks.make_round", [None]),
        ("matching.tasks.make_round", None),
        ("matching.tasks.make_round", [uuid4(), uuid4()]),
        ("courses.tasks.write_offers", [uuid4()]),
        ("volunteers.tasks.write_new_links", [uuid4()] * 101),
    ],
)
def test_the_worker_is_asked_for_no_other_task_and_about_no_other_number_of_rows(cast, task, about):
    with pytest.raises(DatabaseError, match="no task for the worker"), acting(user=cast.sille):
        asked(task, about)


def test_every_task_of_the_code_may_be_asked_for_with_as_many_ids_as_it_takes(db):
    refused = []
    for task in tasks():
        takes = inspect.signature(task.func).parameters.values()
        least = sum(one.kind is one.POSITIONAL_OR_KEYWORD for one in takes)
        with connection.cursor() as cursor:
            cursor.execute("SELECT app.may_be_asked(%s, %s::uuid[])", [task.module_path, [uuid4()] * least])
            refused += [] if cursor.fetchone()[0] else [task.module_path]

    assert tasks()
    assert refused == []


def test_as_many_letters_are_asked_for_at_once_as_an_address_may_have_volunteers(cast):
    with acting(user=cast.sille):
        assert asked("volunteers.tasks.write_new_links", [uuid4()] * 100)


def test_every_task_of_the_code_has_a_name_where_it_is_read_of_and_no_other_has():
    assert set(TASK_NAMES) == {task.module_path for task in tasks()}


def test_what_is_asked_for_stands_in_the_queue_as_the_library_would_have_written_it(cast):
    with acting(user=cast.sille):
        result = write_new_links.enqueue(str(uuid4()))

        (row,) = DBTaskResult.objects.all()
    assert (row.task_result.id, row.task_result.args) == (result.id, result.args)
    assert (row.status, row.priority, row.queue_name, row.run_after.year) == ("READY", 0, "default", 9999)


def test_a_task_takes_ids_and_no_text_by_name(cast):
    with acting(user=cast.sille), pytest.raises(TypeError):
        write_new_links.enqueue(volunteers=[])


@pytest.mark.parametrize(("who", "seen"), [("sille", 1), ("karen", 0), ("lars", 0), (None, 0)])
def test_what_waits_for_the_worker_is_the_secretariats_to_see(cast, who, seen):
    with acting(user=cast.sille):
        write_offers.enqueue()

    with acting(user=getattr(cast, who) if who else None):
        assert DBTaskResult.objects.count() == seen
