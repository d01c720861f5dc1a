"""How long it may take until a friend is found: from the house's own last year, and only where it is about several."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.usual_wait import how_long_it_takes
from friendships.tests.pairs import bring_to_an_end
from institutions.models import Project
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.databases import as_owner

UNKNOWN = "Hvor længe det tager, ved vi ikke endnu."


@pytest.fixture
def vera(cast):
    """She has room for many."""
    vera = people.ready_volunteer(cast)
    as_owner("UPDATE volunteers_volunteer SET capacity = 9 WHERE id = %s", str(vera.pk))
    return vera


def waited(cast, vera, *days: int) -> list[Match]:
    """Friends found today for some who have waited so many days."""
    found = []
    for number in days:
        match = people.create_match(cast, citizen=people.create_citizen(cast, f"Bo {number}"), volunteer=vera)
        since = f"UPDATE citizens_wishes SET waits_since = now() - interval '{number} days' WHERE citizen_id = %s"
        as_owner(since, str(match.citizen_id))
        found.append(match)
    return found


def said(user) -> list[str]:
    with acting(user=user):
        return how_long_it_takes(Project.objects.registrable_by(user))


def asked(user, project) -> int | None:
    """In SQL, past the page."""
    with acting(user=user), connection.cursor() as cursor:
        cursor.execute("SELECT app.usual_wait(%s)", [project.pk])
        return cursor.fetchone()[0]


@pytest.mark.feature(95)
@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((), UNKNOWN),
        ((10, 20, 30, 40), UNKNOWN),
        ((10, 20, 30, 40, 50), "ventede højst 5 uger."),
        ((1, 2, 3, 400, 400), "ventede højst 1 uge."),
        ((0, 0, 0, 0, 0), "ventede højst 1 uge."),
        ((7, 14, 15, 15, 15, 200), "ventede højst 3 uger."),
    ],
    ids=str,
)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_half_waited_at_most_so_long_if_five_are_known(cast, vera, days, sentence, who):
    waited(cast, vera, *days)

    [told] = said(getattr(cast, who))

    assert told.startswith("RG60: ")
    assert sentence in told


@pytest.mark.parametrize(
    "not_so",
    [
        "UPDATE matching_match SET started_on = started_on - 365 WHERE id = %s",  # longer ago than a year
        "UPDATE matching_match SET started_on = started_on - 21 WHERE id = %s",  # friends before he waited
    ],
)
def test_what_is_no_wait_of_the_last_year_is_not_counted(cast, vera, not_so):
    *_others, last = waited(cast, vera, 10, 10, 10, 10, 20)
    before = asked(cast.karen, cast.rg60.friends)

    as_owner(not_so, str(last.pk))

    assert (before, asked(cast.karen, cast.rg60.friends)) == (10, None)


@pytest.mark.feature(95)
def test_of_a_friendship_that_has_ended_nothing_is_said(cast, vera):
    *_others, last = waited(cast, vera, 10, 10, 10, 10, 20)

    bring_to_an_end(cast, last)

    assert asked(cast.karen, cast.rg60.friends) is None


@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_nobody_elsewhere_is_told_not_even_in_sql(cast, vera, who):
    waited(cast, vera, 10, 20, 30, 40, 50)

    assert asked(getattr(cast, who), cast.rg60.friends) is None
    assert not any("RG60" in sentence for sentence in said(getattr(cast, who)))


@pytest.mark.feature(95)
def test_the_page_of_the_talk_and_the_house_say_it(client, cast, vera):
    waited(cast, vera, 10, 20, 30, 40, 50)
    ib = people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.lars)

    pages = [
        client.get(url) for url in (reverse("citizens:still_wished", args=[ib.pk]), reverse("coordinators:my_house"))
    ]

    assert [len(page.context["how_long"]) for page in pages] == [1, 1]
    assert all("ventede højst 5 uger." in page.content.decode() for page in pages)


def test_of_another_houses_citizen_who_lives_here_nothing_is_said(client, cast):
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        bo.attach(cast.nabo.institution, kind="lives_here", from_on=timezone.localdate(), heard_by=cast.karen)
    people.sign_in(client, cast.leif)

    assert client.get(reverse("citizens:still_wished", args=[bo.pk])).context["how_long"] == []
