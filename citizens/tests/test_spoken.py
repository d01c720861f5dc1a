"""Whoever waits hears from us at least every six weeks: what becomes of the wish by what was said, and who is due."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access.context import acting
from citizens.models import Citizen, Spoken, Wishes
from citizens.tests.talks import SIX_WEEKS, go_by, say, stands, wish_of
from history.moves import SENTENCES, NotPossible
from weshelter.tests import people
from weshelter.tests.at_once import at_once
from weshelter.tests.days import today

A_WEEK = timedelta(weeks=1)


@pytest.fixture
def bo(cast):
    """He was registered 50 days ago, and nobody has spoken with him since."""
    bo = people.create_citizen(cast)
    go_by(bo, 50)
    return bo


def lists(cast, user=None) -> dict[str, list[str]]:
    """Who is to be spoken with, and who may be asked again."""
    user = user or cast.karen
    with acting(user=user):
        known = Citizen.objects.known_to(user)
        asked = {"unheard": known.unheard(), "again": known.to_be_asked_again()}
        return {name: [one.called_name for one in citizens] for name, citizens in asked.items()}


@pytest.mark.feature(95)
def test_who_was_registered_is_due_after_six_weeks_and_not_a_day_before(cast):
    bo = people.create_citizen(cast)
    go_by(bo, 41)
    before = lists(cast)

    go_by(bo, 1)

    assert (before["unheard"], lists(cast)["unheard"]) == ([], ["Bo"])


@pytest.mark.feature(95)
@pytest.mark.parametrize(
    ("outcome", "wants", "said", "waited", "speak"),
    [
        ("still", True, 0, 50, SIX_WEEKS),
        ("not_now", False, 0, None, SIX_WEEKS),
        ("no_longer", False, 0, None, None),
        ("not_reached", True, 50, 50, A_WEEK),
        ("rather_not", True, 50, 50, None),
    ],
)
def test_what_was_said_decides_what_becomes_of_the_wish(cast, bo, outcome, wants, said, waited, speak):
    say(cast.karen, bo, outcome)

    speak_on = speak and today() + speak
    assert stands(wish_of(cast.karen, bo)) == (wants, today() - timedelta(days=said), waited, speak_on)
    assert lists(cast) == {"unheard": [], "again": []}


@pytest.mark.feature(95)
@pytest.mark.parametrize(
    ("outcome", "days", "due"),
    [
        ("still", 41, []),
        ("still", 42, ["unheard"]),
        ("not_now", 41, []),
        ("not_now", 42, ["again"]),
        ("no_longer", 400, []),
        ("not_reached", 6, []),
        ("not_reached", 7, ["unheard"]),
        ("rather_not", 400, []),
    ],
)
def test_when_he_stands_on_the_desk_again(cast, bo, outcome, days, due):
    say(cast.karen, bo, outcome)

    go_by(bo, days)

    assert [name for name, citizens in lists(cast).items() if citizens] == due


@pytest.mark.feature(95)
def test_a_day_that_he_names_himself_is_the_day_on_which_he_is_asked_again(cast, bo):
    say(cast.lars, bo, "not_now", again_on=today() + timedelta(days=100))

    go_by(bo, 99)
    before = lists(cast)
    go_by(bo, 1)

    assert (before["again"], lists(cast)["again"]) == ([], ["Bo"])


def test_who_wishes_again_after_a_rest_waits_anew(cast, bo):
    say(cast.karen, bo, "not_now")
    go_by(bo, 30)

    say(cast.karen, bo, "still")

    assert stands(wish_of(cast.karen, bo)) == (True, today(), 0, today() + SIX_WEEKS)


def test_not_reached_counts_as_nothing_and_takes_no_time_away(cast):
    bo = people.create_citizen(cast)
    go_by(bo, 10)

    say(cast.karen, bo, "not_reached")

    assert wish_of(cast.karen, bo).speak_on == today() + timedelta(days=32)


@pytest.mark.feature(95)
def test_who_would_rather_not_be_asked_is_not_asked_until_he_comes(cast, bo):
    say(cast.karen, bo, "rather_not")
    say(cast.lars, bo, "not_reached")
    left_alone = wish_of(cast.karen, bo).is_left_alone

    say(cast.karen, bo, "still")

    assert (left_alone, wish_of(cast.karen, bo).is_left_alone) == (True, False)


def test_what_was_said_on_an_earlier_day_counts_from_that_day(cast, bo):
    on = today() - timedelta(days=3)

    spoken = say(cast.karen, bo, "still", on=on)

    assert (spoken.spoken_on, wish_of(cast.karen, bo).said_on) == (on, on)
    assert wish_of(cast.karen, bo).speak_on == on + SIX_WEEKS


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"on": 1}, "a_talk_has_been"),
        ({"on": -51}, "a_talk_comes_after_what_was_said"),
        ({"outcome": "not_now", "again_on": 0}, "only_not_now_names_a_day"),
    ],
    ids=str,
)
def test_a_day_that_cannot_be_is_refused_by_the_database(cast, bo, said, sentence):
    said = {name: today() + timedelta(days=one) if name != "outcome" else one for name, one in said.items()}

    with pytest.raises(NotPossible) as refused, transaction.atomic():
        say(cast.karen, bo, **{"outcome": "still"} | said)

    assert str(refused.value) == str(SENTENCES[sentence])
    assert lists(cast)["unheard"] == ["Bo"]


def test_the_same_tapped_twice_is_written_down_once(cast, bo):
    first, second = (say(cast.karen, bo, "still") for _tap in range(2))

    assert first == second
    with acting(user=cast.karen):
        assert Spoken.objects.count() == 1


@pytest.mark.feature(95)
def test_of_two_who_have_the_page_open_the_second_is_told_who_was_first(cast, bo):
    shown = wish_of(cast.karen, bo).answer
    say(cast.lars, bo, "no_longer", shown=shown)

    with pytest.raises(NotPossible, match="Lars Leder") as told:
        say(cast.karen, bo, "still", shown=shown)

    assert "Der er noteret noget andet siden" in str(told.value)
    assert not wish_of(cast.karen, bo).wants_friend


def test_of_two_at_once_the_later_is_told(committed_cast):
    cast = committed_cast
    bo = people.create_citizen(cast)
    go_by(bo, 50)
    shown = wish_of(cast.karen, bo).answer

    with acting(user=cast.karen):
        thread, met = at_once(
            lambda: bo.spoken_with(outcome="not_reached", by=cast.karen, shown=shown),
            lambda: say(cast.lars, bo, "no_longer", shown=shown),
        )
    thread.join(timeout=20)

    with acting(user=cast.karen):
        assert [one.outcome for one in Spoken.objects.all()] == ["not_reached"]
    assert len(met) == 1


@pytest.mark.feature(95)
def test_whom_somebody_reached_is_counted_and_whom_nobody_did_is_not(cast):
    for outcome in Spoken.Outcome.values:
        say(cast.karen, people.create_citizen(cast, outcome), outcome)
    taken_back = say(cast.karen, people.create_citizen(cast, "taken back"), "still")
    with acting(user=cast.karen):
        taken_back.take_back()
    long_ago = people.create_citizen(cast, "long ago")
    say(cast.karen, long_ago, "still")
    go_by(long_ago, 43)

    with acting(user=cast.karen):
        counted = {
            one.called_name
            for one in Citizen.objects.filter(
                pk__in=Spoken.objects.counted().filter(spoken_on__gte=today() - SIX_WEEKS).values("citizen")
            )
        }

    assert counted == {"still", "not_now", "no_longer"}


@pytest.mark.feature(95)
def test_no_column_can_hold_what_was_said(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'citizens_spoken'"
            " AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY')"
        )
        assert cursor.fetchall() == [("outcome",)]


TALKS = st.lists(
    st.tuples(st.sampled_from([*Spoken.Outcome.values, "told anew"]), st.integers(0, 60)), min_size=1, max_size=6
)


@pytest.mark.feature(95)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(talks=TALKS)
def test_however_often_one_speaks_together_nobody_waits_for_seven_weeks_unheard(cast, talks):
    """After any talks: whoever wishes a friend and may be asked is due when six weeks are over, and not before.

    Only a week after somebody did not reach him he is left in peace.
    """
    with transaction.atomic():
        bo = people.create_citizen(cast)
        heard, tried, alone, wants = 0, None, False, True  # how many days ago
        for said, days in [*talks, (None, 0)]:
            due = wants and not alone and heard >= 42 and (tried is None or tried >= 7)
            assert lists(cast)["unheard"] == (["Bo"] if due else []), talks
            if said is None:
                break
            if said == "told anew":
                tell_anew(cast, bo)
            else:
                say(cast.karen, bo, said)
            wants = said in ("still", "told anew") or (wants and said in ("not_reached", "rather_not"))
            alone = said == "rather_not" or (alone and said == "not_reached")
            heard = heard if said in ("not_reached", "rather_not") else 0
            tried = 0 if said == "not_reached" else None
            go_by(bo, days)
            heard, tried = heard + days, tried if tried is None else tried + days
        transaction.set_rollback(True)


def tell_anew(cast, citizen) -> None:
    """He comes, and the wishes are written down with him."""
    with acting(user=cast.karen):
        told = Wishes.objects.get(citizen=citizen)
        wished, told.wants_friend = told.wants_friend, True
        told.tell_anew(wished_before=wished)
        told.save()
