"""A rest that is known beforehand begins on its day, unless it is called off or they end before."""

from datetime import timedelta

import pytest
from django.urls import reverse

from access.context import acting
from friendships.due import begin_rests
from friendships.models import Pause, PlannedRest
from friendships.tests.pairs import BEGUN, in_state
from history.moves import NotPossible
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.days import today

DAY = timedelta(days=1)


def post(client, page: str, match, **said):
    return client.post(reverse(f"friendships:{page}", args=[match.pk]), said)


def planned(**other) -> dict:
    return {"why": "volunteer_away", "from_on": today() + 7 * DAY, "back_on": today() + 28 * DAY} | other


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def state_of(cast, match) -> str:
    with acting(user=cast.karen):
        return Match.objects.get(pk=match.pk).state


@pytest.mark.feature(38)
@pytest.mark.parametrize("state", ["trial", "active"])
def test_a_rest_for_a_day_ahead_is_planned_and_begins_on_its_day(client, committed_cast, as_login, state):
    cast = committed_cast
    match = in_state(cast, state)
    people.sign_in(client, cast.karen)

    post(client, "rest", match, **planned())

    assert state_of(cast, match) == state
    pair = client.get(reverse("coordinators:pair", args=[match.pk])).content.decode()
    assert "En pause er planlagt" in pair
    as_login("jobs")
    begun = [begin_rests(today() + days * DAY) for days in (6, 7, 7)]
    as_login("app")
    assert begun == [0, 1, 0]
    assert state_of(cast, match) == "paused"
    with acting(user=cast.karen):
        assert [(one.why, one.back_on) for one in Pause.objects.open()] == [("volunteer_away", planned()["back_on"])]
        assert not PlannedRest.objects.exists()


@pytest.mark.feature(38, 94)
def test_it_is_put_right_and_called_off(karen, cast):
    match = in_state(cast, "active")
    post(karen, "rest", match, **planned())

    post(karen, "rest", match, **planned(why="citizen_away", from_on=today() + 9 * DAY))
    with acting(user=cast.karen):
        stands = [(one.why, one.from_on) for one in PlannedRest.objects.all()]
    answers = [post(karen, "call_rest_off", match).status_code for _time in range(2)]

    assert stands == [("citizen_away", today() + 9 * DAY)]
    assert answers == [302, 404]
    with acting(user=cast.karen):
        assert not PlannedRest.objects.exists()


def test_a_rest_that_begins_today_takes_its_place(karen, cast):
    match = in_state(cast, "active")
    post(karen, "rest", match, **planned())

    post(karen, "rest", match, **planned(from_on=today()))

    assert state_of(cast, match) == "paused"
    with acting(user=cast.karen):
        assert not PlannedRest.objects.exists()


def test_it_is_gone_as_the_friendship_ends(karen, cast):
    match = in_state(cast, "active")
    post(karen, "rest", match, **planned())

    post(karen, "begin_to_end", match, **BEGUN, tell_on=today())

    with acting(user=cast.karen):
        assert not PlannedRest.objects.exists()


def test_nobody_plans_a_rest_of_two_who_rest(cast):
    match = in_state(cast, "paused")

    with acting(user=cast.karen), pytest.raises(NotPossible, match="planlægges"):
        PlannedRest.plan(match, **planned())


def test_nobody_else_reads_it(karen, cast):
    match = in_state(cast, "active")
    post(karen, "rest", match, **planned())

    for who in ("lars", "sille", "nanna"):
        with acting(user=getattr(cast, who)):
            assert not PlannedRest.objects.exists()


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"from_on": today() - DAY}, "er gået"),
        ({"back_on": today() + DAY}, "efter pausen er begyndt"),
        ({"why": ""}, "Vælg"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(karen, cast, other, sentence):
    page = post(karen, "rest", in_state(cast, "active"), **planned(**other))

    assert page.status_code == 200
    assert sentence in page.content.decode()


def test_a_rest_whose_days_have_passed_begins_all_the_same(committed_cast, as_login):
    cast = committed_cast
    match = in_state(cast, "active")
    with acting(user=cast.karen):
        PlannedRest.plan(match, why="other", from_on=today() - 5 * DAY, back_on=today() - 3 * DAY)
    as_login("jobs")

    assert begin_rests(today()) == 1

    as_login("app")
    assert state_of(cast, match) == "paused"
