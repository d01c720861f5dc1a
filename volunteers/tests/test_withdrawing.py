"""An applicant takes the application back by the link of the own page, and by nothing else of hers."""

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from volunteers.tests import way
from weshelter.tests import people


def token(cast, volunteer, purpose=Purpose.OWN_PAGE) -> str:
    with acting(user=cast.karen):
        return issue_link(purpose, volunteer, "coordinators:own_page").rstrip("/").split("/")[-1]


def address(cast, volunteer) -> str:
    return reverse("volunteers:withdraw", args=[token(cast, volunteer)])


@pytest.mark.feature(2)
@pytest.mark.feature(72)
def test_it_is_asked_first_and_then_it_happens(client, cast):
    anna = way.applied(cast)
    url = address(cast, anna)

    client.get(url)
    before = way.now(cast, anna).state
    response = client.post(url)

    anna = way.now(cast, anna)
    assert (before, anna.state, response.url) == ("applied", "withdrawn", reverse("volunteers:withdrawn"))
    assert anna.forget_on is not None
    assert client.get(url).status_code == 404


def test_in_training_the_place_on_the_course_comes_free_and_the_assignment_ends(client, cast):
    tove = way.booked(cast).volunteer

    client.post(address(cast, tove))

    with acting(user=cast.sille):
        cast.course.refresh_from_db()
        assert (cast.course.taken, tove.assignments.in_force().count()) == (0, 0)


def test_who_is_ready_does_not_withdraw(client, cast):
    vera = people.ready_volunteer(cast)

    assert client.post(address(cast, vera)).status_code == 409
    assert way.now(cast, vera).state == "ready"


@pytest.mark.parametrize(
    "change",
    [
        "state = 'ready'",
        "state = 'interviewed'",
        "name = 'Andet'",
        "forget_on = '2030-01-01'",
        "email = 'en.anden@example.org'",
        "motivation = 'noget andet'",
    ],
)
def test_the_link_of_the_own_page_changes_nothing_else(cast, change):
    tove = way.in_training(cast)
    link = token(cast, tove)

    with acting(link=link), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE volunteers_volunteer SET {change}")


def test_the_link_of_the_agreement_takes_nothing_back(cast):
    tove = way.in_training(cast)
    link = token(cast, tove, Purpose.AGREEMENT)

    with acting(link=link), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE volunteers_volunteer SET state = 'withdrawn', forget_on = now()")
