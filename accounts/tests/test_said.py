"""What was said to somebody is shown to nobody else in the same browser, however the login ended."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.urls import reverse

from accounts.middleware import IDLE
from foodclubs.tests.tables import create_evening
from weshelter.tests import people
from weshelter.tests.browsing import Person, words

DESK = reverse("coordinators:desk")
MY_HOUSE = reverse("coordinators:my_house")
PASSWORD = "en lang adgangskode"
LOGOUT = reverse("account_logout")


@pytest.fixture
def told(client, cast):
    """Karen has put a guest on the list, and has not seen the page that says so."""
    evening = create_evening(cast.rg60)
    people.sign_in(client, cast.karen)
    client.post(reverse("foodclubs:sign_up", args=[evening.pk]), {"nickname": "Bodil"})
    return client


def said(response) -> list[str]:
    """What the page of an answer has told."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def idle(client):
    session = client.session
    session["seen_at"] -= IDLE + 1
    session.save()
    client.get(DESK)


WAYS = {
    "logout": lambda client: client.post(LOGOUT),
    "half an hour without a page": idle,
    "ended from elsewhere": lambda client: Session.objects.all().delete(),
    "the cookie of the session is gone": lambda client: client.cookies.pop("session"),
}


def test_the_next_page_says_it_to_whoever_is_still_signed_in(told):
    response = told.get(DESK)

    assert said(response) == ["Bodil står på listen."]


@pytest.mark.parametrize("end", WAYS.values(), ids=WAYS.keys())
def test_it_is_said_to_nobody_once_the_login_has_ended(told, end):
    end(told)

    response = told.get(reverse("front"))

    assert "Bodil" not in response.content.decode()


@pytest.mark.parametrize("end", WAYS.values(), ids=WAYS.keys())
def test_it_is_not_said_to_the_next_who_logs_in(told, cast, end):
    end(told)
    people.sign_in(told, cast.lars)

    response = told.get(MY_HOUSE)

    assert "Bodil" not in response.content.decode()


def test_it_is_not_said_to_another_who_logs_in_without_a_logout(told, cast):
    people.sign_in(told, cast.lars)

    response = told.get(MY_HOUSE)

    assert "Bodil" not in response.content.decode()


def test_the_farewell_is_said(told):
    response = told.post(LOGOUT, follow=True)

    assert said(response) == [words("You are logged out. See you.")]


def test_a_login_that_ran_out_leaves_no_cookie_with_the_sentence(told):
    idle(told)

    assert told.cookies["messages"].value == ""


@pytest.mark.feature(88)
def test_in_a_browser_the_next_person_does_not_see_it(site, committed_cast, browser, settings):
    settings.DEMO = True  # the second factor is not what this is about
    evening = create_evening(committed_cast.rg60)
    person = Person(browser, site).sign_in(committed_cast.karen, PASSWORD)
    page = person.go(reverse("foodclubs:evening", args=[evening.pk])).page
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.request.post(
        site + reverse("foodclubs:sign_up", args=[evening.pk]),
        form={"nickname": "Bodil", "csrfmiddlewaretoken": token},
        max_redirects=0,
    )
    assert "messages" in [cookie["name"] for cookie in person.context.cookies()]
    person.context.clear_cookies(name="session")

    person.sign_in(committed_cast.lars, PASSWORD).look()

    assert page.url == site + MY_HOUSE
    assert not person.sees("Bodil står på listen")
