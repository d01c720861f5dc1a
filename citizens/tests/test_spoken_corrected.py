"""What was written down of a talk is put right or taken back the same day, and the wish with it."""

import pytest
from django.db import DatabaseError, transaction

from access.context import acting
from citizens.models import Spoken, Wishes
from citizens.tests.talks import SIX_WEEKS, go_by, is_due, say, stands, wish_of
from history.moves import NotPossible
from weshelter.tests import people
from weshelter.tests.days import today


@pytest.fixture
def bo(cast):
    """He was registered 50 days ago, and nobody has spoken with him since."""
    bo = people.create_citizen(cast)
    go_by(bo, 50)
    return bo


@pytest.mark.feature(95)
@pytest.mark.parametrize("outcome", Spoken.Outcome.values)
def test_taken_back_the_wish_stands_as_before(cast, bo, outcome):
    before = wish_of(cast.karen, bo)
    spoken = say(cast.karen, bo, outcome)

    with acting(user=cast.karen):
        spoken.take_back()

    after = wish_of(cast.karen, bo)
    assert (after.answer, after.waits_since) == (before.answer, before.waits_since)
    assert is_due(cast.karen, bo)


@pytest.mark.feature(95)
@pytest.mark.parametrize("was", Spoken.Outcome.values)
@pytest.mark.parametrize("right", Spoken.Outcome.values)
def test_put_right_it_is_as_if_it_had_been_written_so(cast, was, right):
    bo, ib = people.create_citizen(cast, "Bo"), people.create_citizen(cast, "Ib")
    for citizen in (bo, ib):
        go_by(citizen, 50)
    spoken = say(cast.karen, bo, was)

    with acting(user=cast.karen):
        spoken.put_right(outcome=right, on=today())
    say(cast.karen, ib, right)

    assert stands(wish_of(cast.karen, bo)) == stands(wish_of(cast.karen, ib))


def test_taken_back_a_wish_that_nobody_asks_about_is_not_asked_about(cast, bo):
    say(cast.karen, bo, "rather_not")
    spoken = say(cast.karen, bo, "no_longer")

    with acting(user=cast.karen):
        spoken.take_back()

    assert wish_of(cast.karen, bo).is_left_alone


@pytest.mark.feature(95)
def test_what_was_followed_by_something_else_is_not_taken_back(cast, bo):
    spoken = say(cast.karen, bo, "no_longer")
    say(cast.lars, bo, "still")

    with pytest.raises(NotPossible, match="Lars Leder"), acting(user=cast.karen):
        spoken.take_back()

    assert wish_of(cast.karen, bo).wants_friend


def test_wishes_that_were_told_anew_since_are_not_taken_back_with_it(cast, bo):
    spoken = say(cast.karen, bo, "no_longer")
    with acting(user=cast.lars):
        told = Wishes.objects.get(citizen=bo)
        told.wants_friend = True
        told.tell_anew(wished_before=False)
        told.save()

    with pytest.raises(NotPossible, match="Der er noteret noget andet siden"), acting(user=cast.karen):
        spoken.take_back()

    assert stands(wish_of(cast.karen, bo)) == (True, today(), 0, today() + SIX_WEEKS)


def test_taken_back_twice_is_told(cast, bo):
    spoken = say(cast.karen, bo, "still")
    with acting(user=cast.karen):
        spoken.take_back()

    with pytest.raises(NotPossible), acting(user=cast.karen):
        spoken.take_back()


@pytest.mark.feature(95)
def test_of_yesterday_nothing_is_put_right_even_in_sql(cast, bo):
    spoken = say(cast.karen, bo, "still")
    go_by(bo, 1)

    with pytest.raises(DatabaseError, match="another day"), acting(user=cast.karen), transaction.atomic():
        Spoken.objects.filter(pk=spoken.pk).update(outcome="no_longer")

    assert not spoken.may_be_put_right_by(cast.lars)
