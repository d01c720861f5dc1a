"""Record checks: asked for, seen and due again; nothing of what they say, and letters before they run out."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, models
from django.urls import reverse

from access.context import acting
from screening.due import remind_of_checks
from screening.models import RecordCheck
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today, typed


def seen(**changes) -> dict:
    return typed({"seen_on": timedelta(), "outcome": "ok", "next_due_on": timedelta(days=730)} | changes)


def asked(cast, volunteer) -> RecordCheck:
    with acting(user=cast.karen):
        return RecordCheck.ask(volunteer, kind="criminal_record", by=cast.karen)


def now(cast, check) -> tuple:
    with acting(user=cast.karen):
        one = RecordCheck.objects.get(pk=check.pk)
        return one.outcome, one.seen_by


@pytest.mark.feature(7)
def test_a_check_is_asked_for_and_then_seen(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)
    client.post(reverse("screening:ask_check", args=[anna.pk]), {"kind": "criminal_record"})
    with acting(user=cast.karen):
        check = anna.record_checks.get()

    client.post(reverse("screening:see_check", args=[anna.pk, check.pk]), seen())

    assert now(cast, check) == ("ok", cast.karen)


@pytest.mark.feature(7)
def test_no_column_can_hold_what_a_check_says():
    texts = (models.TextField, models.FileField)
    free = [one.name for one in RecordCheck._meta.local_fields if isinstance(one, texts)]
    lines = [
        one.name for one in RecordCheck._meta.local_fields if isinstance(one, models.CharField) and not one.choices
    ]

    assert (free, lines) == ([], [])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"seen_on": timedelta(days=1)}, "seen_on"),
        ({"seen_on": -timedelta(days=1)}, "seen_on"),
        ({"next_due_on": timedelta()}, "next_due_on"),
        ({"next_due_on": ""}, "next_due_on"),
        ({"outcome": ""}, "outcome"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, changes, field):
    anna = way.applied(cast)
    check = asked(cast, anna)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:see_check", args=[anna.pk, check.pk]), seen(**changes))

    assert list(response.context["form"].errors) == [field]
    assert now(cast, check) == ("", None)


@pytest.mark.feature(7)
def test_what_was_under_discussion_is_decided_and_then_stands(cast):
    check = way.checked(cast, way.applied(cast), outcome="under_discussion")
    with acting(user=cast.sille):
        check.see(seen_on=today(), outcome="assessed_ok", next_due_on=None, by=cast.sille)

    with pytest.raises(DatabaseError, match="decided"), acting(user=cast.sille):
        RecordCheck.objects.filter(pk=check.pk).update(outcome="not_ok")
    assert now(cast, check) == ("assessed_ok", cast.sille)


def test_a_check_is_seen_by_who_writes_it(cast):
    check = asked(cast, way.applied(cast))

    with pytest.raises(DatabaseError, match="seen by who writes it"), acting(user=cast.karen):
        check.see(seen_on=today(), outcome="ok", next_due_on=None, by=cast.sille)


def test_the_same_check_is_asked_for_once(client, cast):
    anna = way.applied(cast)
    asked(cast, anna)
    people.sign_in(client, cast.karen)

    response = client.get(reverse("screening:ask_check", args=[anna.pk]))

    assert response.context["form"].fields["kind"].choices == []


@pytest.fixture
def run_on(committed_cast, as_login, mailbox):
    """A check that is due on a day; `run_on(days)` runs the job so many days before, and gives whom it wrote to."""
    vera = people.ready_volunteer(committed_cast)
    check = way.checked(committed_cast, vera, days=60)

    def run(days: int) -> list[str]:
        before = len(mailbox())
        as_login("jobs")
        remind_of_checks(check.next_due_on - timedelta(days=days))
        return [letter.message.kind for letter in mailbox()[before:]]

    return run


DUE = ["check_due"]


@pytest.mark.feature(7)
def test_letters_go_60_30_and_7_days_before_and_on_no_other_day(run_on):
    went = {days: run_on(days) for days in (61, 60, 59, 31, 30, 29, 8, 7, 6, 0, -1)}

    assert went == {
        61: [], 60: DUE, 59: [], 31: [], 30: DUE, 29: [], 8: [], 7: DUE, 6: [], 0: [], -1: []
    }  # fmt: skip


def test_on_the_day_itself_nobody_is_reminded(run_on):
    assert run_on(0) == []


@pytest.mark.feature(7)
def test_the_second_run_of_a_day_writes_to_nobody_and_a_day_missed_is_made_up_for_once(run_on):
    assert [run_on(28), run_on(28), run_on(5), run_on(5)] == [DUE, [], DUE, []]
