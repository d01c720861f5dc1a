"""Whoever has had a mail today gets the next another morning, and all that waits by then as one."""

import random
from datetime import datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from access.context import acting
from letters import claiming, hours
from letters.models import Message, send
from letters.sending import send_due
from letters.tests.replayed import Mail, most_in, replay

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
KIND = {"agreement": {"name": "Anna", "link": "https://x/y"}, "goodbye": {"name": "Anna"}}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN)


@pytest.fixture(autouse=True)
def as_it_is(monkeypatch):
    monkeypatch.setattr("letters.models.is_night", hours.is_night)
    monkeypatch.setattr("letters.claiming.had_enough", hours.had_enough)


@pytest.fixture
def on(committed_cast, as_login, monkeypatch):
    """Write these kinds to Anna at a moment, send what is due then, and give the subjects that left."""

    def write_and_send(moment: datetime, *kinds: str, **fields) -> list[str]:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        mail.outbox.clear()
        as_login("app")
        with acting(user=committed_cast.sille):
            for kind in kinds:
                send(kind, to="anna@example.org", subject=kind, context=KIND[kind], leaves_at=moment, **fields)
        as_login("jobs")
        send_due(go_on=lambda: True, patiently=lambda act: act())
        return [one.subject for one in mail.outbox]

    return write_and_send


@pytest.mark.feature(93)
def test_what_waits_for_one_person_comes_as_one_mail(on):
    left = on(at(3, 10), "agreement", "goodbye")

    [one] = mail.outbox
    assert left == ["2 beskeder fra WeShelter"]
    assert one.to == ["anna@example.org"]
    assert one.body.startswith("- agreement\n- goodbye\n")
    assert "https://x/y" in one.body
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.feature(93)
def test_the_second_of_a_day_waits_for_the_morning(on):
    assert on(at(3, 10), "agreement") == ["agreement"]
    assert on(at(3, 15), "goodbye") == []
    assert on(at(4, 7, 29)) == []
    assert on(at(4, 7, 30)) == ["goodbye"]


@pytest.mark.feature(93)
def test_on_the_seventh_day_in_a_row_nothing_comes_and_on_the_eighth_both(on):
    found = [on(at(day, 8), "agreement") for day in range(1, 9)]

    assert found == [["agreement"]] * 6 + [[], ["2 beskeder fra WeShelter"]]


@pytest.mark.feature(93)
def test_what_begins_within_a_day_waits_for_no_other(on):
    """As it comes, and as soon as it is so."""
    on(at(3, 10), "agreement")

    assert on(at(3, 11), "goodbye", begins=at(4, 9)) == ["goodbye"]
    assert on(at(3, 12), "goodbye", begins=at(4, 14)) == []
    assert on(at(3, 13, 59)) == []
    assert on(at(3, 14)) == ["goodbye"]


@pytest.mark.feature(93)
def test_what_left_because_it_begins_within_a_day_makes_nothing_else_wait(on):
    """Written while it might have waited; it left on the day on which it could not any more."""
    on(at(3, 10), "agreement")
    assert on(at(3, 15), "goodbye", begins=at(5, 6)) == []
    assert on(at(4, 6)) == ["goodbye"]

    assert on(at(4, 10), "agreement") == ["agreement"]


def test_two_workers_with_mails_to_the_same_person_do_not_wait_for_each_other(on, as_login, monkeypatch):
    """Each has one of the two in hand before either has the turn; both are put off, and nobody is cut off."""
    on(at(3, 10), "agreement")
    as_login("app")
    for _one in range(2):
        with acting(new_id=uuid4()):
            send("goodbye", to="anna@example.org", subject="", context=KIND["goodbye"], leaves_at=at(3, 10))
    both, met = Barrier(2, timeout=30), []
    as_login("jobs")
    jobs, in_turn = dict(connection.settings_dict), claiming.in_turn

    def after_both(*said) -> None:
        both.wait()
        in_turn(*said)

    def claim() -> None:
        connection.settings_dict = jobs
        try:
            met.append(claiming.claim_next())
        finally:
            connection.close()

    monkeypatch.setattr(claiming, "in_turn", after_both)
    threads = [Thread(target=claim) for _worker in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert met == [[], []]
    waiting = Message.objects.filter(kind="goodbye").values_list("state", "next_try_at")
    assert set(waiting) == {("waiting", at(4, 7, 30))}


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_written_nobody_gets_two_a_day_or_seven_a_week(committed_cast, as_login, monkeypatch, seed):
    """Up to five a day for three weeks, at any hour, some about what begins soon."""
    chance = random.Random(seed)
    begun = at(1, 0)
    mails = [
        Mail("agreement", made, made + timedelta(hours=chance.randrange(20, 200)) if chance.random() < 0.2 else None)
        for made in sorted(begun + timedelta(minutes=chance.randrange(21 * 24 * 60)) for _one in range(50))
    ]

    as_login("owner")
    left = replay({"anna@example.org": mails}, monkeypatch)["anna@example.org"]

    assert sum(one.messages for one in left) == len(mails)
    days = [timezone.localdate(one.at) for one in left for _mail in range(one.mails)]
    assert most_in(days, 1) == 1
    assert most_in(days, 7) <= hours.MOST_IN_A_WEEK
    assert max(one.waited for one in left) <= timedelta(days=2)
