"""The list of evenings, and that a page asks as often for three rows as for one."""

import pytest
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.tests.tables import create_evening, helper, queries, sign_up
from weshelter.tests.people import sign_in


@pytest.mark.parametrize(("who", "seen"), [("karen", 3), ("lars", 3), ("nanna", 1), ("leif", 1)])
def test_the_list_has_the_evenings_of_ones_own_food_clubs_or_house(client, cast, who, seen):
    for hours in (72, 24, 48):
        create_evening(cast.rg60, hours=hours)
    create_evening(cast.nabo)
    sign_in(client, getattr(cast, who))

    evenings = client.get(reverse("foodclubs:list")).context["list"].rows

    assert len(evenings) == seen
    assert evenings == sorted(evenings, key=lambda evening: evening.starts_at)


@pytest.mark.feature(48)
def test_the_list_says_how_many_places_and_tasks_are_taken(client, cast):
    evening, hanne = create_evening(cast.rg60, places=12), helper(cast)
    sign_up(evening, "Bo", "Kim")
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, cast.karen)

    [row] = client.get(reverse("foodclubs:list")).context["list"].rows

    assert (row.taken, row.places, row.open_tasks) == (2, 12, 2)


def test_the_list_asks_as_often_for_three_evenings_as_for_one(client, cast):
    counts = []
    sign_in(client, cast.karen)
    for number in range(3):
        create_evening(cast.rg60, hours=24 * (number + 1))
        past = create_evening(cast.rg60, hours=-0.01)
        with acting(user=cast.karen):
            past.hold(guests=[], duties=[], by=cast.karen)
        counts.append(queries(client, reverse("foodclubs:list")))

    assert counts[0] == counts[2] <= 13


@pytest.mark.parametrize("page", ["evening", "close"])
def test_one_evening_asks_as_often_for_three_guests_as_for_one(client, cast, page):
    evening = create_evening(cast.rg60, hours=-0.01)
    address = reverse(f"foodclubs:{page}", args=[evening.pk])
    sign_in(client, cast.karen)
    counts = []
    for nickname, helping in (("Bo", "Hanne Hjælper"), ("Kim", "Mads Mad"), ("Åse", "Sara Sludder")):
        sign_up(evening, nickname, by=cast.karen)
        volunteer = helper(cast, helping)
        with acting(user=cast.karen):
            take_place("task", evening.tasks.with_room().first(), volunteer)
        counts.append(queries(client, address))

    assert counts[0] == counts[1] <= 17
    assert counts[2] <= counts[0]
