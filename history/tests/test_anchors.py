"""The log's heads leave the database each night, and what is older than 24 months goes without breaking the chain."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from access.context import acting
from coordinators.due import send_heads
from history.chain import faults, head
from history.due import LogIsBroken, check_chain, prune_logs
from history.models import AccessLog, AccessTrail, Anchor
from history.tests.chains import database_administrator, log
from history.trail import Action, write
from letters.models import MessageBody
from weshelter.tests import people

TODAY = date(2026, 11, 23)


@pytest.fixture
def ten_rows(committed, as_login):
    """Ten rows of the log and one of the trail; the test goes on as the jobs' login."""
    karen = people.create_user("Karen Koordinator", is_secretariat=True)
    log(karen, 10)
    with acting(user=karen):
        write(Action.SHOWN, "citizens:list")
    as_login("jobs")
    return karen


def send() -> int:
    with transaction.atomic():
        return send_heads(TODAY)


def letters() -> list[tuple[str, str]]:
    return [
        (body.message.address, body.text)
        for body in MessageBody.objects.select_related("message").order_by("message__address")
    ]


def age(*, up_to: int) -> None:
    """Let 25 months go by for the first rows: the chain is what it would be, had they been written then."""
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesslog SET at = at - interval '25 months' WHERE seq <= %s", [up_to])
        cursor.execute("UPDATE history_accesstrail SET at = at - interval '25 months'")
        for seq in range(1, 11):
            cursor.execute(
                "UPDATE history_accesslog SET prev = coalesce((SELECT hash FROM history_accesslog WHERE seq = %s), '')"
                " WHERE seq = %s",
                [seq - 1, seq],
            )
            cursor.execute("UPDATE history_accesslog l SET hash = app.access_log_hash(l) WHERE seq = %s", [seq])


def anchor(seq: int) -> None:
    Anchor.objects.bulk_create([Anchor(seq=seq, hash=bytes(AccessLog.objects.get(seq=seq).hash))])


@pytest.mark.feature(86)
def test_the_last_row_is_sent_to_two_addresses_once(ten_rows, settings):
    assert (send(), send()) == (1, 0)

    seq, hash = head()
    assert [address for address, _text in letters()] == sorted(settings.LOG_ANCHOR_ADDRESSES)
    assert all(f"{seq}:{hash}" in text for _address, text in letters())
    assert [(row.seq, bytes(row.hash).hex()) for row in Anchor.objects.all()] == [(seq, hash)]


def test_an_empty_log_sends_nothing(committed, as_login):
    as_login("jobs")

    assert send() == 0


def test_a_broken_chain_is_told_to_both_and_is_no_anchor(ten_rows):
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq IN (3, 4)")

    assert send() == 0
    assert all("rows 3 to 4: missing" in text for _address, text in letters())
    assert len(letters()) == 2
    assert not Anchor.objects.exists()


def test_a_broken_chain_fails_the_nights_work(ten_rows, capsys):
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq = 3")

    with pytest.raises(LogIsBroken):
        check_chain(TODAY)
    with pytest.raises(SystemExit):
        call_command("run_due_jobs")
    assert "the access log is whole: LogIsBroken" in capsys.readouterr().err


def test_rows_taken_away_at_the_end_are_missed_by_the_anchor(ten_rows):
    send()
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq > 8")

    assert [str(fault) for fault in faults()] == ["rows 9 to 10: missing"]


def test_old_rows_go_up_to_the_last_anchored_one_which_stays(ten_rows):
    age(up_to=8)
    anchor(5)
    anchor(10)

    assert prune_logs(TODAY) == 4 + 1

    assert [row.seq for row in AccessLog.objects.order_by("seq")] == [5, 6, 7, 8, 9, 10]
    assert not AccessTrail.objects.exists()
    assert faults() == []
    assert prune_logs(TODAY) == 0


def test_without_an_anchor_nothing_of_the_chain_goes(ten_rows):
    age(up_to=8)

    assert prune_logs(TODAY) == 1
    assert AccessLog.objects.count() == 10


def test_young_rows_stay(ten_rows):
    anchor(10)

    assert prune_logs(TODAY) == 0
    assert (AccessLog.objects.count(), AccessTrail.objects.count()) == (10, 1)


def test_a_chain_cut_at_its_beginning_without_an_anchor_is_found(ten_rows):
    with database_administrator() as cursor:
        cursor.execute("DELETE FROM history_accesslog WHERE seq < 5")

    assert [str(fault) for fault in faults()] == ["rows 1 to 4: missing"]


def test_the_chain_goes_on_after_pruning(ten_rows, as_login):
    age(up_to=8)
    anchor(8)
    prune_logs(TODAY)
    as_login("app")

    log(ten_rows)

    as_login("jobs")
    assert [row.seq for row in AccessLog.objects.order_by("seq")] == [8, 9, 10, 11]
    assert faults() == []


def test_only_the_jobs_prune(committed):
    with pytest.raises(DatabaseError, match="permission denied"):
        prune_logs(TODAY)


def test_young_rows_are_not_deleted_by_the_owner_either(ten_rows, as_login):
    as_login("owner")

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM history_accesslog")
