"""What all lists share: pages without a name in the address, choices, a count, and the way back."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import number_format

from access.context import acting
from citizens.models import Citizen
from foodclubs.tests import tables
from matching.models import Match
from pages.lists import COUNTED
from volunteers.tests import way
from weshelter.tests import people

LISTS = ["volunteers:list", "citizens:list", "matching:list", "foodclubs:list"]


@pytest.fixture
def two_a_page(monkeypatch):
    monkeypatch.setattr("pages.lists.ROWS", 2)


@pytest.fixture
def five(cast, two_a_page):
    """Five citizens of RG60, in the order of their names."""
    return [people.create_citizen(cast, name) for name in ("Anna", "Bo", "Carl", "Dea", "Eva")]


def shown(client, query: str = "", page: str = "citizens:list"):
    return client.get(f"{reverse(page)}{query}").context["list"]


def names(listing) -> list[str]:
    return [citizen.called_name for citizen in listing.rows]


@pytest.mark.feature(92)
def test_one_goes_from_page_to_page_and_back(client, cast, five):
    people.sign_in(client, cast.karen)

    first = shown(client)
    second = shown(client, f"?efter={first.after}")
    third = shown(client, f"?efter={second.after}")
    back = shown(client, f"?foer={third.before}")

    assert [names(page) for page in (first, second, third, back)] == [
        ["Anna", "Bo"],
        ["Carl", "Dea"],
        ["Eva"],
        ["Carl", "Dea"],
    ]
    assert (first.before, third.after) == (None, None)
    assert names(shown(client, f"?foer={back.before}")) == ["Anna", "Bo"]


def test_the_newest_first_goes_from_page_to_page_too(client, cast, two_a_page):
    matches = [
        people.create_match(
            cast, citizen=people.create_citizen(cast, name), volunteer=people.ready_volunteer(cast, f"{name}s Ven")
        )
        for name in ("Anna", "Bo", "Carl")
    ]
    people.sign_in(client, cast.karen)

    first = shown(client, page="matching:list")
    second = shown(client, f"?efter={first.after}", page="matching:list")

    assert [match.pk for match in [*first.rows, *second.rows]] == [match.pk for match in reversed(matches)]


def test_rows_of_one_name_are_each_shown_once(client, cast, two_a_page):
    made = {people.create_citizen(cast, "Bo").pk for _number in range(5)}
    people.sign_in(client, cast.karen)

    page, seen = shown(client), []
    while page.after:
        seen += page.rows
        page = shown(client, f"?efter={page.after}")

    assert len(seen + page.rows) == 5
    assert {citizen.pk for citizen in seen + page.rows} == made


@pytest.mark.parametrize("where", ["efter", "foer"])
def test_a_row_of_another_house_or_none_leads_to_the_first_page(client, cast, five, where):
    theirs = people.create_citizen(cast, "Carla", house=cast.nabo)
    people.sign_in(client, cast.karen)

    for named in (theirs.pk, uuid4(), "Carl", "1", ""):
        assert names(shown(client, f"?{where}={named}")) == ["Anna", "Bo"]


def test_after_the_last_row_comes_the_first_page(client, cast, five):
    people.sign_in(client, cast.karen)

    assert names(shown(client, f"?efter={five[-1].pk}")) == ["Anna", "Bo"]


def test_no_address_of_a_list_holds_a_name(client, cast, five):
    people.sign_in(client, cast.karen)

    page = client.get(reverse("citizens:list"), {"orden": "navn", "efter": five[1].pk}).content.decode()

    assert f"efter={five[3].pk}" in page
    assert [name for name in ("Carl", "Dea", "Eva") if f"={name}" in page] == []


@pytest.mark.feature(92)
def test_the_count_stops_at_a_limit_and_says_so(client, cast, five, monkeypatch):
    people.sign_in(client, cast.karen)

    counted = client.get(reverse("citizens:list")).content.decode()
    monkeypatch.setattr("pages.lists.COUNTED", 3)
    many = client.get(reverse("citizens:list")).content.decode()

    assert "5 borgere" in counted
    assert "Mere end 3 borgere" in many


def test_the_limit_is_written_as_danes_write_it():
    listing = SimpleNamespace(count=COUNTED, is_more=True, words="")

    page = render_to_string("parts/_count.html", {"list": listing, "counted": f"{number_format(COUNTED)} borgere"})

    assert "Mere end 1.000 borgere" in page


@pytest.mark.feature(24)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Bo", "Ib", "Ole"]),
        ("?vis=venter", ["Ole"]),
        ("?vis=ven", ["Ib"]),
        ("?vis=hviler", ["Bo"]),
        ("?vis=<script>&orden=1%27", ["Bo", "Ib", "Ole"]),
        ("?projekt=nabo-friends", ["Bo", "Ib", "Ole"]),
    ],
)
def test_citizens_are_chosen_in_the_address(client, cast, query, expected):
    people.create_citizen(cast, "Ole")
    people.create_citizen(cast, "Bo", wants_friend=False)
    people.create_match(cast, citizen=people.create_citizen(cast, "Ib"))
    people.sign_in(client, cast.karen)

    assert names(shown(client, query)) == expected


@pytest.mark.feature(24)
def test_of_those_who_wait_the_longest_waiting_comes_first(client, committed_cast):
    for name in ("Ole", "Bo", "Ib"):
        people.create_citizen(committed_cast, name)
    people.sign_in(client, committed_cast.karen)

    assert names(shown(client, "?vis=venter")) == ["Ole", "Bo", "Ib"]
    assert names(shown(client, "?vis=venter&orden=navn")) == ["Bo", "Ib", "Ole"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", 2), ("?vis=forslag", 1), ("?vis=loeber", 1), ("?vis=afsluttede", 1), ("?vis=loeber&orden=navn", 1)],
)
def test_matches_are_chosen_in_the_address(client, cast, query, expected):
    for name, started in (("Vera Ven", True), ("Ulla Ven", False), ("Tina Ven", False)):
        citizen = people.create_citizen(cast, f"{name}s")
        match = people.create_match(
            cast, citizen=citizen, volunteer=people.ready_volunteer(cast, name), started=started
        )
    with acting(user=cast.karen):
        match.decline(by=cast.karen)
    people.sign_in(client, cast.karen)

    assert len(shown(client, query, "matching:list").rows) == expected


@pytest.mark.parametrize(("query", "expected"), [("", [2, 3]), ("?vis=tidligere", [1])])
def test_evenings_are_chosen_in_the_address(client, cast, query, expected):
    evenings = [tables.create_evening(cast.rg60, hours=hours, places=number) for number, hours in ((3, 72), (2, 24))]
    past = tables.create_evening(cast.rg60, hours=-0.01, places=1)
    with acting(user=cast.karen):
        past.hold(guests=[], duties=[], by=cast.karen)
    people.sign_in(client, cast.karen)
    club = f"{'&' if query else '?'}madklub={evenings[0].food_club_id}"

    assert [evening.places for evening in shown(client, query, "foodclubs:list").rows] == expected
    assert [evening.places for evening in shown(client, query + club, "foodclubs:list").rows] == expected


def test_volunteers_are_chosen_by_project_and_kind(client, cast):
    way.applied(cast, "Anna Ansøger")
    way.applied(cast, "Mads Mad", role=cast.rg60.food_role)
    way.applied(cast, "Nora Nabo", role=cast.nabo.food_role)
    people.sign_in(client, cast.sille)

    def chosen(query: str) -> list[str]:
        return [row.volunteer.name for row in client.get(reverse("volunteers:list") + query).context["rows"]]

    assert chosen("?projekt=rg60-food_club") == ["Mads Mad"]
    assert chosen("?slags=food_club") == ["Mads Mad", "Nora Nabo"]
    assert chosen("?slags=food_club&projekt=nabo-food_club&tilstand=alle") == ["Nora Nabo"]


@pytest.mark.parametrize("page", LISTS)
def test_an_empty_list_says_what_belongs_here(client, cast, page):
    people.sign_in(client, cast.karen)

    response = client.get(reverse(page))

    assert response.context["list"].count == 0
    assert response.content.decode().count('class="empty"') == 1


@pytest.mark.parametrize(
    ("page", "query"),
    [("volunteers:list", "?tilstand=left"), ("citizens:list", "?vis=hviler"), ("matching:list", "?vis=afsluttede"),
     ("foodclubs:list", "?vis=tidligere")],
)  # fmt: skip
def test_a_choice_that_fits_nobody_has_a_way_back(client, cast, page, query):
    people.sign_in(client, cast.karen)

    empty = client.get(reverse(page) + query).content.decode().split('class="empty"')[1]

    assert f'href="{reverse(page)}"' in empty


@pytest.mark.parametrize("page", LISTS)
def test_a_list_asks_as_often_for_three_as_for_one(client, cast, page):
    counts = []
    people.sign_in(client, cast.karen)
    for number in range(3):
        volunteer = people.ready_volunteer(cast, f"Ven{number} Vestergaard")
        people.create_match(cast, citizen=people.create_citizen(cast, f"Bo {number}"), volunteer=volunteer)
        way.applied(cast, f"Ansøger {number}")
        tables.create_evening(cast.rg60, hours=24 * (number + 1))
        with CaptureQueriesContext(connection) as captured:
            assert len(shown(client, page=page).rows) == number + 1
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2] <= 13


def test_a_stranger_pages_through_nobody(client, cast, five):
    people.sign_in(client, cast.nanna)

    assert names(shown(client, f"?efter={five[0].pk}")) == []
    with acting(user=cast.nanna):
        assert (Citizen.objects.count(), Match.objects.count()) == (0, 0)
