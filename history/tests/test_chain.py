"""The access log is a chain without a gap, and `verify_log` names every row that was changed or taken away."""

import os
import subprocess
import sys
from threading import Thread

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from access.context import acting, set_context
from history.chain import faults, head
from history.models import AccessLog
from history.tests.chains import database_administrator, log
from weshelter.tests import people

# One of four processes: 100 openings, each committed by itself.
WRITER = """
import sys, psycopg2
connection = psycopg2.connect(sys.argv[1])
for _each in range(100):
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.uid', %s, true)", [sys.argv[2]])
        cursor.execute("SELECT app.log_export('confidence', 'check_in')")
"""


@pytest.fixture
def karen(committed):
    return people.create_user("Karen Koordinator")


@pytest.fixture
def ten_rows(karen, as_login):
    """Ten rows of the log; the test goes on as the jobs' login."""
    log(karen, 10)
    as_login("jobs")
    assert faults() == []


def named() -> list[str]:
    return [str(fault) for fault in faults()]


def address() -> str:
    """Where the tests' database is, for a process of its own."""
    config = connection.settings_dict
    return psycopg2.extensions.make_dsn(
        host=config["HOST"],
        port=config["PORT"],
        dbname=config["NAME"],
        user=config["USER"],
        password=config["PASSWORD"],
    )


@pytest.mark.feature(86)
def test_400_openings_by_four_processes_leave_a_whole_chain(karen, as_login):
    command = [sys.executable, "-c", WRITER, address(), str(karen.pk)]
    writers = [subprocess.Popen(command, env=os.environ) for _each in range(4)]

    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    as_login("jobs")
    assert list(AccessLog.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, 401))
    assert faults() == []


def test_a_backend_killed_after_the_row_was_written_leaves_neither_row_nor_gap(karen, as_login):
    log(karen, 3)
    pids, killed = [], []

    def open_and_wait() -> None:
        try:
            with transaction.atomic():
                set_context(uid=karen.pk)
                connection.cursor().execute("SELECT app.log_export('x', 'check_in')")
                pids.append(connection.connection.get_backend_pid())
                connection.cursor().execute("SELECT pg_sleep(60)")
        except DatabaseError as error:
            killed.append(error)
        connection.close()

    reader = Thread(target=open_and_wait)
    reader.start()
    while not pids:
        reader.join(0.01)
    connection.cursor().execute("SELECT pg_terminate_backend(%s)", pids)
    reader.join()
    log(karen)

    as_login("jobs")
    assert len(killed) == 1
    assert [row.seq for row in AccessLog.objects.order_by("seq")] == [1, 2, 3, 4]
    assert faults() == []


def test_a_changed_row_is_named(ten_rows):
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesslog SET purpose = 'before_match' WHERE seq = 7")

    assert named() == ["row 7: changed"]


@pytest.mark.parametrize("column", ["at", "actor_id", "object_id", "project_id", "object_type", "action"])
def test_a_change_of_any_column_is_found(ten_rows, column):
    new = {
        "at": "at + interval '1 microsecond'",
        "actor_id": "NULL",
        "object_id": "gen_random_uuid()",
        "project_id": "5",
    }

    with database_administrator() as cursor:
        cursor.execute(
            f"UPDATE history_accesslog SET {column} = {new.get(column, chr(39) + 'x' + chr(39))} WHERE seq = 4"
        )

    assert named() == ["row 4: changed"]


def test_a_changed_row_with_a_fitting_hash_is_named_by_its_successor(ten_rows):
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesslog SET purpose = 'before_match' WHERE seq = 7")
        cursor.execute("UPDATE history_accesslog l SET hash = app.access_log_hash(l) WHERE seq = 7")

    assert named() == ["row 7: changed"]


def test_missing_rows_are_named(ten_rows):
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq IN (1, 4, 5, 9)")

    assert named() == ["row 1: missing", "rows 4 to 5: missing", "row 9: missing"]


def test_a_changed_and_a_missing_row_are_both_named(ten_rows):
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesslog SET purpose = 'x' WHERE seq = 3")
        cursor.execute("DELETE FROM history_accesslog WHERE seq = 9")

    assert named() == ["row 3: changed", "row 9: missing"]


@pytest.mark.parametrize(
    "elsewhere",
    ["TimeZone = 'Asia/Tokyo'", "DateStyle = 'German, DMY'", "bytea_output = 'escape'", "extra_float_digits = -15"],
)
def test_the_hash_is_the_same_in_any_session(ten_rows, elsewhere):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {elsewhere}")

        assert faults() == []


def test_a_row_written_in_another_time_zone_is_whole(karen, as_login):
    with acting(user=karen), connection.cursor() as cursor:
        cursor.execute("SET LOCAL TimeZone = 'America/St_Johns'")
        cursor.execute("SELECT app.log_export('x', 'check_in')")

    as_login("jobs")
    assert faults() == []


def test_the_command_says_that_the_log_is_whole_and_where_it_ends(ten_rows, capsys):
    call_command("verify_log")

    assert capsys.readouterr().out == f"The access log is whole; its last row is 10:{head()[1]}\n"


def test_the_command_names_what_is_wrong_and_fails(ten_rows, capsys):
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq = 2")

    with pytest.raises(SystemExit) as stopped:
        call_command("verify_log")

    assert stopped.value.code == 1
    assert capsys.readouterr().err == "row 2: missing\n"


def test_a_chain_written_anew_as_a_whole_does_not_fit_the_letters(ten_rows, capsys):
    letter = "{}:{}".format(*head())
    call_command("verify_log", anchor=[letter])
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesslog SET purpose = 'x' WHERE seq = 10")
        cursor.execute("UPDATE history_accesslog l SET hash = app.access_log_hash(l) WHERE seq = 10")
    assert faults() == []

    with pytest.raises(SystemExit):
        call_command("verify_log", anchor=[letter])

    assert capsys.readouterr().err == "row 10: not as the letter says\n"


def test_an_empty_log_is_whole(committed, as_login, capsys):
    as_login("jobs")

    call_command("verify_log")

    assert capsys.readouterr().out == "No rows yet.\n"


def test_a_mistyped_letter_is_asked_for_again(ten_rows):
    with pytest.raises(CommandError, match="NUMBER:HASH"):
        call_command("verify_log", anchor=["ten"])


@pytest.mark.parametrize("login", ["app", "jobs"])
@pytest.mark.parametrize("table", ["history_accesslog", "history_accesstrail", "history_anchor"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET at = now()", "DELETE FROM {}", "TRUNCATE {}"])
def test_neither_login_changes_a_row_of_a_log(committed, as_login, login, table, statement):
    as_login(login)

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement.format(table))


@pytest.mark.parametrize("statement", ["UPDATE history_accesslog SET purpose = 'x'", "DELETE FROM history_accesslog"])
def test_even_the_owner_is_stopped_by_the_trigger(karen, as_login, statement):
    log(karen)
    as_login("owner")

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_command_runs_as_the_jobs():
    from weshelter.postgres import login_for

    assert login_for(["manage.py", "verify_log"]) == "jobs"
    assert settings.DATABASES
