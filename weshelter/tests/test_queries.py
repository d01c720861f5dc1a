"""No page asks more of the database than is written down, and a list as many questions for 60 rows as for 3."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from foodclubs.tests import tables
from friendships.models import CheckIn
from friendships.tests.pairs import today
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import people
from weshelter.tests.queries import ANY_PAGE, LIST, LISTS, QUERIES, asked, counted_pages


def test_each_page_asks_as_many_questions_as_are_written_down(rows):
    found = {str(page): number for page in counted_pages() if (number := asked(rows, page))}

    lines = "\n".join(f'    "{name}": {number},' for name, number in sorted(found.items()))
    assert found == QUERIES, f"QUERIES = {{\n{lines}\n}}"


@pytest.mark.parametrize("name", QUERIES)
def test_a_list_asks_six_at_the_most_and_any_page_twelve(name):
    assert QUERIES[name] <= (LIST if name in LISTS else ANY_PAGE)


def citizens(cast, numbers):
    for _number in numbers:
        people.create_citizen(cast)


def volunteers(cast, numbers):
    for number in numbers:
        people.apply(f"Vera {number}", cast.rg60.friend_role)


def evenings(cast, numbers):
    for number in numbers:
        tables.create_evening(cast.rg60, hours=24 * number)


def matches(cast, numbers):
    """Of one volunteer who has room for them all: only the rows are counted."""
    friend = people.ready_volunteer(cast)
    found = [people.create_citizen(cast) for _number in numbers]
    with acting(user=cast.karen):
        Volunteer.objects.filter(pk=friend.pk).update(capacity=len(numbers))
        for citizen in found:
            Match.propose(friend, citizen, by=cast.karen)


def check_ins(cast, numbers):
    """The same friend and others: all asked how it goes."""
    friend = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        Volunteer.objects.filter(pk=friend.pk).update(capacity=len(numbers))
    for _number in numbers:
        match = people.create_match(cast, citizen=people.create_citizen(cast), volunteer=friend)
        with acting(user=cast.karen):
            CheckIn.ask(match, today())


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("citizens:list", citizens),
        ("volunteers:list", volunteers),
        ("foodclubs:list", evenings),
        ("matching:list", matches),
        ("friendships:check_ins", check_ins),
    ],
)
def test_a_list_asks_as_many_questions_for_sixty_rows_as_for_three(client, cast, name, make):
    people.sign_in(client, cast.karen)

    make(cast, range(1, 4))
    with_three = questions(client, name)
    make(cast, range(4, 61))

    assert questions(client, name) == with_three


def questions(client, name: str) -> list[str]:
    """What was asked, by the beginning of each statement, once the page has been left once."""
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as caught:
        client.get(reverse(name))
    return [one["sql"][:20] for one in caught.captured_queries if "SAVEPOINT" not in one["sql"]]
