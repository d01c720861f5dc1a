"""From 21 till the daily mail nothing leaves but what was just asked for and what cannot wait."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from access.context import acting
from accounts.emails import send_invitation
from letters import hours
from letters.kinds import KINDS
from letters.models import Message, send

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def at(hour: int, minute: int = 0, day: int = 30) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN)


@pytest.fixture(autouse=True)
def as_it_is(monkeypatch):
    """Here it is night when it is night."""
    monkeypatch.setattr("letters.models.is_night", hours.is_night)


@pytest.mark.parametrize(
    ("moment", "is_night"),
    [(at(20, 59), False), (at(21), True), (at(23), True), (at(0), True), (at(7, 29), True), (at(7, 30), False)],
)
def test_the_night_is_from_nine_to_half_past_seven(moment, is_night):
    assert hours.is_night(moment) is is_night


def test_in_the_demo_nobody_sleeps(settings):
    settings.DEMO = True

    assert not hours.is_night(at(23))


@pytest.mark.feature(93)
@pytest.mark.parametrize(
    ("kind", "begins", "may_wait"),
    [
        ("proposal", None, True),
        ("goodbye", None, True),
        ("new_link", None, False),
        ("application_received", None, False),
        ("emergency", None, False),
        ("address_changed", None, False),
        ("log_head", None, False),
        ("course_changed", timedelta(hours=25), True),
        ("course_changed", timedelta(hours=23), False),
        ("food_club_called_off", timedelta(hours=1), False),
    ],
)
def test_what_was_asked_for_and_what_begins_soon_does_not_wait(kind, begins, may_wait):
    assert hours.may_wait(kind, begins and timezone.now() + begins) is may_wait


def test_every_kind_that_may_not_wait_is_one_that_there_is():
    assert KINDS.keys() >= hours.JUST_ASKED | hours.CANNOT_WAIT


@pytest.fixture
def two(cast) -> dict[str, Message]:
    """One that may wait for the morning, and one that may not."""
    with acting(user=cast.sille):
        send_invitation(cast.karen)
        context = {"name": "Anna", "link": "https://x/y"}
        send("new_link", to="anna@example.org", subject="x", context=context)
        return {one.kind: one for one in Message.objects.all()}


@pytest.mark.feature(93)
def test_by_night_only_the_one_leaves_and_in_the_morning_both(cast, two):
    def due(moment: datetime) -> set[str]:
        with acting(user=cast.sille):
            Message.objects.update(next_try_at=moment - timedelta(hours=12))
            return {one.kind for one in Message.objects.due(moment)}

    assert [due(moment) for moment in (at(20, 59), at(21), at(7, 29), at(7, 30))] == [
        {"invitation", "new_link"},
        {"new_link"},
        {"new_link"},
        {"invitation", "new_link"},
    ]


@pytest.mark.parametrize(
    ("made", "may_wait", "since"),
    [
        (at(23, day=28), False, at(23, day=28)),
        (at(23, day=28), True, at(7, 30, day=29)),
        (at(2, day=29), True, at(7, 30, day=29)),
        (at(12, day=28), True, at(12, day=28)),
    ],
)
def test_the_monitor_counts_the_night_of_none_that_may_wait(committed_cast, as_login, made, may_wait, since):
    """The clock of the database has passed all of these."""
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
    as_login("jobs")
    Message.objects.update(made_at=made, next_try_at=made, may_wait=may_wait)
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.oldest_mail_on_its_way()")
        (found,) = cursor.fetchone()

    assert found == since
