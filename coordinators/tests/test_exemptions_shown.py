"""An exemption is seen wherever the volunteer is seen by those who screen her, while it holds, and by nobody else."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from access.context import acting
from courses.places import take_place
from foodclubs.tests import tables
from matching.models import NotThisOne
from matching.rounds import making
from screening.models import Agreement
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people

WHY = "Attesten er bestilt"


def mark(days: int = 30) -> str:
    """The words of an exemption that ends in some days."""
    with override("da"):
        until = date_format(timezone.localdate() + timedelta(days=days), "DATE_FORMAT")
    return f"Fritaget til og med {until}: straffeattest"


@pytest.fixture
def vera(cast):
    """Ready, a friend who cooks too and has room for two; she goes without a criminal record."""
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        Volunteer.objects.filter(pk=vera.pk).update(capacity=3)
        vera.assign(cast.rg60.food, by=cast.karen)
    vera.exemption = way.exempted(cast, vera)
    return vera


@pytest.fixture
def scene(cast, vera):
    """Vera has a friend and a task, is suggested to one and put aside for another; `places`: all where she is seen."""
    rg60 = cast.rg60
    match = people.create_match(cast, volunteer=vera)
    waiting, other = people.create_citizen(cast, "Per"), people.create_citizen(cast, "Ib")
    evening, later = tables.create_evening(rg60), tables.create_evening(rg60, hours=96)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), vera)
        NotThisOne.say(vera, other, by=cast.karen)
        match_round, taking_part = making.begin(cast.karen, [rg60.friends.pk])
        making.keep(match_round, taking_part, making.make(taking_part))
    places = {
        "list": reverse("volunteers:list") + "?tilstand=ready",
        "course": reverse("courses:gathering", args=[cast.course.pk]),
        "suggestions": reverse("matching:propose", args=[waiting.pk]),
        "round": reverse("matching:round", args=[match_round.pk]),
        "put aside": reverse("matching:not_these", args=[other.pk]),
        "matches": reverse("matching:list"),
        "citizen": reverse("coordinators:citizen", args=[match.citizen_id]),
        "pair": reverse("coordinators:pair", args=[match.pk]),
        "evening": reverse("foodclubs:evening", args=[evening.pk]),
        "offer": reverse("foodclubs:offer", args=[later.pk]),
    }
    return SimpleNamespace(places=places, evening=evening, citizen=other)


@pytest.fixture
def places(scene) -> dict[str, str]:
    return scene.places


PLACES = ["list", "course", "suggestions", "round", "put aside", "matches", "citizen", "pair", "evening", "offer"]
SHORT = [place for place in PLACES if place != "pair"]


def shown(client, address: str) -> str:
    """The page on one line."""
    page = client.get(address).content.decode()
    assert "<h1>" in page
    return " ".join(page.split())


@pytest.mark.feature(13)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_shown_once_wherever_she_is(client, cast, places, place):
    people.sign_in(client, cast.karen)

    assert shown(client, places[place]).count(mark()) == 1


@pytest.mark.feature(13)
@pytest.mark.parametrize("place", SHORT)
def test_why_stands_on_her_own_page_and_the_pairs_and_not_in_lists(client, cast, vera, places, place):
    people.sign_in(client, cast.karen)

    where = [reverse("screening:detail", args=[vera.pk]), places["pair"], places[place]]

    assert [shown(client, address).count(WHY) for address in where] == [1, 1, 0]


@pytest.mark.parametrize("place", PLACES)
def test_one_that_holds_no_longer_is_shown_nowhere(client, cast, vera, places, place):
    with acting(user=cast.sille):
        vera.exemption.end(by=cast.sille)
    people.sign_in(client, cast.karen)

    assert shown(client, places[place]).count("Fritaget") == 0


@pytest.mark.feature(62)
@pytest.mark.parametrize("place", ["pair", "citizen", "evening"])
def test_a_lead_sees_her_and_nothing_of_it(client, cast, places, place):
    people.sign_in(client, cast.lars)

    page = shown(client, places[place])

    assert ("Vera" in page, page.count("Fritaget")) == (True, 0)


@pytest.mark.feature(62)
@pytest.mark.parametrize("place", ["course", "pair", "matches", "citizen", "evening", "put aside"])
def test_nobody_sees_her_own(client, cast, vera, places, place):
    way.becomes_user(cast, vera, cast.karen)
    people.sign_in(client, cast.karen)

    assert shown(client, places[place]).count("Fritaget") == 0


def test_who_cooks_is_marked_for_the_food_clubs_coordinator_too(client, cast, places):
    ib = people.create_user("Ib Iversen")
    with acting(user=cast.sille):
        cast.rg60.food.memberships.create(user=ib, role="coordinator")
    people.sign_in(client, ib)

    assert shown(client, places["evening"]).count(mark()) == 1


def test_it_is_shown_beside_the_agreement_that_is_missing(client, cast, vera):
    with acting(user=cast.sille):
        Agreement.objects.create(version=2, text_da="Den nye aftale")
    people.sign_in(client, cast.karen)

    assert shown(client, reverse("screening:lacking_agreement")).count(mark()) == 1


def test_what_two_projects_ask_is_said_once_until_the_earlier_day(client, cast, vera):
    way.asks(cast, cast.rg60.food_role, record_asked="criminal_record")
    with acting(user=cast.sille):
        asked = cast.rg60.food.assignments.get(volunteer=vera).requirements.get()
        asked.exempt(why=WHY, until_on=timezone.localdate() + timedelta(days=9), by=cast.sille)
    people.sign_in(client, cast.karen)

    page = shown(client, reverse("volunteers:list") + "?tilstand=ready")

    assert (page.count(mark(9)), page.count("Fritaget")) == (1, 1)


def two_more(cast, evening, citizen) -> None:
    """As Vera: ready, without a criminal record, with a task at the evening, put aside for the citizen."""
    for name, kind in (("Henrik Holm", "cooking"), ("Sofie Skov", "talking")):
        one = people.ready_volunteer(cast, name)
        way.exempted(cast, one)
        with acting(user=cast.karen):
            one.assign(cast.rg60.food, by=cast.karen)
            take_place("task", evening.tasks.get(kind=kind), one)
            NotThisOne.say(one, citizen, by=cast.karen)


@pytest.mark.parametrize("place", SHORT)
def test_three_who_go_without_cost_as_many_queries_as_one(client, cast, scene, places, place):
    people.sign_in(client, cast.karen)
    client.get(places[place])
    one = tables.queries(client, places[place])

    two_more(cast, scene.evening, scene.citizen)

    assert tables.queries(client, places[place]) == one
