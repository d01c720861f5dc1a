"""Who has lost the link to the own page asks for a new one; the letter goes to the address that we have, or nowhere."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from access.context import acting
from letters.models import Message
from volunteers.tests import way
from weshelter.tests import people

THANKS = "/nyt-link/tak/"


def ask(client, email: str = "anna@example.net", **more):
    return client.post(reverse("volunteers:new_link"), {"email": email} | more)


@pytest.fixture
def letters(committed_cast, as_login):
    """The addresses to which new links have gone, once the worker has worked."""

    def work() -> list[str]:
        as_login("jobs")
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
        sent = Message.objects.filter(kind="new_link").order_by("made_at").values_list("address", flat=True)
        found = list(sent)
        as_login("app")
        return found

    return work


@pytest.mark.feature(72)
def test_the_letter_goes_to_the_address_on_the_row(client, committed_cast, letters):
    way.applied(committed_cast)

    response = ask(client, "ANNA@EXAMPLE.NET")

    assert (response.url, letters()) == (THANKS, ["anna@example.net"])


def test_two_with_the_same_address_each_get_theirs(client, committed_cast, letters):
    for name in ("Anna Ansøger", "Anna Andersen"):
        way.applied(committed_cast, name)

    ask(client)

    assert letters() == ["anna@example.net", "anna@example.net"]


@pytest.mark.parametrize("email", ["ukendt@example.net", "anna@example.ne", "%@example.net"])
def test_an_address_that_is_none_of_ours_gets_the_same_answer_and_no_letter(client, committed_cast, letters, email):
    way.applied(committed_cast)

    response = ask(client, email)

    assert (response.status_code, response.url, letters()) == (302, THANKS, [])


def test_who_was_declined_or_went_gets_no_letter(client, committed_cast, letters):
    anna = way.applied(committed_cast)
    with acting(user=committed_cast.karen):
        anna.decline(reason="other", by=committed_cast.karen)

    ask(client)

    assert letters() == []


def test_a_second_click_and_a_robot_get_no_second_letter(client, committed_cast, letters):
    way.applied(committed_cast)

    for more in ({}, {}, {"website": "https://spam.example"}):
        assert ask(client, **more).url == THANKS

    assert letters() == ["anna@example.net"]


def test_a_robot_alone_gets_none(client, committed_cast, letters):
    way.applied(committed_cast)

    assert (ask(client, website="x").url, letters()) == (THANKS, [])


@pytest.mark.parametrize("email", ["", "anna", "0101901234@example.net", "a" * 250 + "@example.net"])
def test_what_is_no_address_is_said_beside_the_field(client, db, email):
    page = ask(client, email)

    assert list(page.context["form"].errors) == ["email"]


def test_from_one_network_twenty_may_ask_within_the_hour(client, cast):
    def enqueued() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM django_tasks_database_dbtaskresult")
            return cursor.fetchone()[0]

    for number in range(25):
        ask(client, f"a{number}@example.net")

    assert enqueued() == 20


@pytest.mark.parametrize("who", ["sille", "karen"])
def test_whoever_acts_as_somebody_learns_no_address(cast, who):
    way.applied(cast)

    with acting(user=getattr(cast, who)), connection.cursor() as cursor:
        cursor.execute("SELECT app.volunteers_at('anna@example.net')")
        assert cursor.fetchall() == []


def test_the_dead_link_and_the_front_page_lead_here(client, cast):
    people.apply("Anna Ansøger", cast.rg60.friend_role)

    for page in (client.get("/min-side/intet-link/"), client.get(reverse("front"))):
        assert f'href="{reverse("volunteers:new_link")}"' in page.content.decode()
