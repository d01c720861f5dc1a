"""On a phone, in a browser: a citizen moves to another house, then to a home of his own, and his friend goes along."""

from datetime import timedelta

import pytest
from django.urls import reverse

from friendships.tests.pairs import in_state
from weshelter.tests import databases
from weshelter.tests.browsing import Person, words
from weshelter.tests.days import today
from weshelter.tests.test_path import PASSWORD

DAY = timedelta(days=1)


@pytest.fixture
def people_there(browser, site, committed_cast, settings):
    """Karen, and the leads of both houses; no second factor is asked for, as in the demo."""
    settings.DEMO, cast = True, committed_cast
    return [Person(browser, site).sign_in(who, PASSWORD) for who in (cast.karen, cast.lars, cast.leif)]


def opens(person: Person, address: str) -> int:
    return person.page.goto(person.site + address).status


def a_day_goes_by() -> None:
    """Everything that was said for a day is a day earlier, and nothing else has changed."""
    for table, column in (
        ("citizens_attachment", "from_on"),
        ("citizens_attachment", "until_on"),
        ("citizens_home", "from_on"),
        ("citizens_home", "until_on"),
        ("friendships_relocation", "from_on"),
    ):
        databases.as_owner(f"UPDATE {table} SET {column} = {column} - 1 WHERE {column} IS NOT NULL")


@pytest.mark.feature(40, 78)
def test_a_friendship_moves_with_him_and_only_those_whom_he_named_know(committed_cast, people_there):
    cast, (karen, lars, leif) = committed_cast, people_there
    match = in_state(cast, "active")
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", today() - 300 * DAY)
    databases.as_owner("UPDATE citizens_home SET from_on = %s", today() - 300 * DAY)
    citizen, pair = (
        reverse("coordinators:citizen", args=[match.citizen_id]),
        reverse("coordinators:pair", args=[match.pk]),
    )

    karen.go(citizen).follow(words("Note a relocation"))
    karen.page.select_option("[name=institution]", str(cast.nabo.institution.pk))
    karen.page.fill("[name=from_on]", f"{today() + DAY}")
    for name, value in (("knows", "yes"), ("journal", "yes"), ("goes_on", "yes"), ("travel", "arranged")):
        karen.page.check(f"[name={name}][value={value}]")
    karen.press("Write the relocation down")

    assert karen.sees(words("Moves"))
    assert [opens(one, citizen) for one in (karen, lars, leif)] == [200, 200, 404]

    a_day_goes_by()

    assert [opens(one, citizen) for one in (karen, lars, leif)] == [200, 404, 200]
    leif.go(reverse("friendships:journal", args=[match.pk])).press("It stands in the journal")
    assert leif.sees(words("Thank you. It is confirmed."))

    a_day_goes_by()
    karen.go(citizen).follow(words("Note a relocation"))
    karen.page.select_option("[name=municipality]", "0147")
    karen.page.check("[name=goes_on][value=yes]")
    karen.page.check("[name=travel][value=fine]")
    karen.press("Write the relocation down")

    assert [opens(one, citizen) for one in (karen, lars, leif)] == [200, 404, 404]
    assert [opens(one, pair) for one in (karen, lars, leif)] == [200, 404, 404]
    karen.go(pair)
    assert karen.sees(words("under way"))
