"""Each row of the log leaves a line outside the database, and what is done to the newest rows is found by it."""

import logging
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from access.context import acting, set_context
from history.chain import faults
from history.models import AccessLog, Anchor
from history.tests.chains import database_administrator, log
from history.witness import outside as witness
from weshelter.tests import people

# One of four processes of the site: 50 openings, each committed by itself.
WRITER = """
import sys, django
django.setup()
from django.db import connection
from access.context import acting
from accounts.models import User
karen = User.objects.get()
for _each in range(50):
    with acting(user=karen), connection.cursor() as cursor:
        cursor.execute("SELECT app.log_export('confidence', 'check_in')")
"""


@pytest.fixture
def karen(committed):
    return people.create_user("Karen Koordinator")


@pytest.fixture
def outside(tmp_path):
    """A file beside the database that gets the lines."""
    handler = logging.FileHandler(tmp_path / "access-log.txt", encoding="utf-8")
    witness.addHandler(handler)
    yield tmp_path / "access-log.txt"
    witness.removeHandler(handler)
    handler.close()


def chain() -> list[str]:
    """The lines that the rows there are would have left."""
    return [f"access log: {row.seq} {bytes(row.hash).hex()}" for row in AccessLog.objects.order_by("seq")]


def delete_from(seq: int) -> None:
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq >= %s", [seq])


def wrong(capsys, **options) -> list[str]:
    """What the command says is wrong, once it has said no."""
    with pytest.raises(SystemExit):
        call_command("verify_log", **options)
    return capsys.readouterr().err.splitlines()


@pytest.mark.feature(86)
def test_each_row_leaves_its_number_and_its_hash_and_nothing_else(karen, outside, as_login):
    log(karen, 3)

    as_login("jobs")
    assert outside.read_text().splitlines() == chain()


def test_nothing_is_told_before_the_commit(karen, outside):
    with acting(user=karen):
        connection.cursor().execute("SELECT app.log_export('confidence', 'check_in')")
        assert outside.read_text() == ""

    assert len(outside.read_text().splitlines()) == 1


def test_what_is_rolled_back_leaves_no_line(karen, outside):
    with transaction.atomic():
        set_context(uid=karen.pk)
        connection.cursor().execute("SELECT app.log_export('confidence', 'check_in')")
        transaction.set_rollback(True)

    assert outside.read_text() == ""


def test_what_a_part_of_a_transaction_took_back_leaves_no_line(karen, outside, as_login):
    with acting(user=karen), connection.cursor() as cursor:
        with transaction.atomic():
            cursor.execute("SELECT app.log_export('confidence', 'check_in')")
            transaction.set_rollback(True)
        cursor.execute("SELECT app.log_export('citizen', 'check_in')")

    as_login("jobs")
    assert outside.read_text().splitlines() == chain()


def test_a_session_cannot_silence_the_line(karen, outside):
    with acting(user=karen), connection.cursor() as cursor:
        cursor.execute("SET LOCAL client_min_messages = 'error'")
        cursor.execute("SELECT app.log_export('confidence', 'check_in')")

    assert len(outside.read_text().splitlines()) == 1


def test_a_row_that_a_job_writes_leaves_its_line(karen, outside, as_login):
    as_login("jobs")

    AccessLog.objects.bulk_create([AccessLog(seq=0, at=timezone.now(), action="export", prev=b"", hash=b"")])

    assert outside.read_text().splitlines() == chain()


@pytest.mark.feature(86)
def test_four_processes_that_open_at_once_leave_each_line_once(karen, outside, as_login, capsys):
    named = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "weshelter.settings"}
    kept = {name: value for name, value in os.environ.items() if name.startswith(("DATABASE", "SECRET", "MASTER"))}
    base, _slash, _name = kept["DATABASE_URL"].rpartition("/")
    site = {"DATABASE_URL": f"{base}/{connection.settings_dict['NAME']}", "DATABASE_LOGIN": "app", "TESTS": "1"}
    command, told = [sys.executable, "-c", WRITER], {"LOG_WITNESS": outside.as_uri()}
    writers = [subprocess.Popen(command, env={**named, **kept, **site, **told}) for _each in range(4)]

    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    as_login("jobs")
    assert sorted(outside.read_text().splitlines()) == sorted(chain())
    call_command("verify_log", against=[outside])
    assert "It holds the 200 rows that were seen outside, up to row 200." in capsys.readouterr().out


@pytest.mark.feature(86)
def test_newest_rows_that_were_deleted_are_named_by_what_was_seen(karen, outside, capsys):
    log(karen, 10)
    delete_from(9)
    call_command("verify_log")

    assert wrong(capsys, against=[outside]) == ["rows 9 to 10: seen outside, and missing"]


@pytest.mark.feature(86)
def test_a_number_that_was_used_again_is_named_although_the_chain_is_whole(karen, outside, as_login, capsys):
    log(karen, 10)
    seen = outside.with_name("yesterday.txt")
    seen.write_text(outside.read_text())
    delete_from(9)
    as_login("app")
    log(karen, 2)
    as_login("jobs")
    assert faults() == []

    assert wrong(capsys, against=[seen]) == ["rows 9 to 10: not as it was seen outside"]
    assert wrong(capsys, against=[outside]) == ["rows 9 to 10: seen outside with more than one hash"]


def test_lines_are_found_in_whatever_a_log_puts_around_them(karen, outside, as_login, capsys):
    log(karen, 3)
    as_login("jobs")
    first, second, third = chain()
    journal = outside.with_name("journal.txt")
    journal.write_bytes(
        f"-- Journal begins --\nNov 30 01:02:03 hus weshelter[71]: {first}\n".encode()
        + f"<38>1 2026-11-30T01:02:03Z hus weshelter - - - {second}\r\n".encode()
        + b"\xff\xfe broken\naccess log: 12 of something else\n"
        + f'{{"MESSAGE": "{third}"}}'.encode()
    )

    call_command("verify_log", against=[journal])

    assert "It holds the 3 rows that were seen outside, up to row 3." in capsys.readouterr().out


def test_rows_whose_line_was_lost_are_told_and_are_no_fault(karen, outside, as_login, capsys):
    log(karen, 6)
    as_login("jobs")
    lines = outside.read_text().splitlines(keepends=True)
    outside.write_text("".join([lines[1], lines[4]]))

    call_command("verify_log", against=[outside])

    assert capsys.readouterr().out.splitlines()[1:] == [
        "It holds the 2 rows that were seen outside, up to row 5.",
        "rows 3 to 4: not seen outside",
        "row 6: not seen outside",
    ]


def test_rows_that_went_for_their_age_are_no_fault(karen, outside, as_login, capsys):
    log(karen, 4)
    as_login("jobs")
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesslog SET at = at - interval '25 months' WHERE seq = 3")
        cursor.execute("UPDATE history_accesslog l SET hash = app.access_log_hash(l) WHERE seq = 3")
        cursor.execute("DELETE FROM history_accesslog WHERE seq <> 3")
    kept = AccessLog.objects.get()
    Anchor.objects.bulk_create([Anchor(seq=3, hash=bytes(kept.hash))])
    outside.write_text("".join([*outside.read_text().splitlines(keepends=True)[:2], *chain()]))

    call_command("verify_log", against=[outside])

    assert "It holds the 3 rows that were seen outside, up to row 3." in capsys.readouterr().out


def test_young_rows_deleted_up_to_an_anchor_are_missed(karen, outside, as_login, capsys):
    log(karen, 6)
    as_login("jobs")
    Anchor.objects.bulk_create([Anchor(seq=4, hash=bytes(AccessLog.objects.get(seq=4).hash))])
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq < 4")

    assert wrong(capsys) == ["rows 1 to 3: missing"]
    assert wrong(capsys, against=[outside]) == ["rows 1 to 3: missing", "rows 1 to 3: seen outside, and missing"]


def test_a_file_without_a_line_or_that_is_not_there_is_asked_for_again(committed, as_login, tmp_path):
    as_login("jobs")
    (tmp_path / "other.txt").write_text("access log: none\n")

    for name, said in (("other.txt", "is it the right file"), ("gone.txt", "cannot be read")):
        with pytest.raises(CommandError, match=said):
            call_command("verify_log", against=[tmp_path / name])
