"""Guessing: limits that hold when many try at once, and answers that do not tell whether an address is known."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from letters.models import MessageBody
from weshelter.tests import people

LOGIN = reverse("account_login")
RESET = reverse("account_reset_password")
LIMIT = 5  # of one address in five minutes; allauth's own
TOO_MANY = "Too many failed login attempts. Try again later."


def all_at_once(attempt, times=40):
    """So many attempts from threads with connections of their own; gives the answers."""

    def one(number):
        try:
            return attempt(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=times // 2) as pool:
        return list(pool.map(one, range(times)))


def refused(page: str) -> bool:
    with override("da"):
        return gettext(TOO_MANY) in page


@pytest.mark.feature(88)
def test_of_forty_guesses_at_once_exactly_five_are_looked_at(committed_cast):
    def guess(number):
        # Each from a network of its own, so that only the address's own limit counts.
        client = Client(REMOTE_ADDR=f"10.0.{number}.1")
        page = client.post(LOGIN, {"login": "karen@example.org", "password": f"forkert {number}"})
        return page.content.decode()

    pages = all_at_once(guess)

    assert [refused(page) for page in pages].count(False) == LIMIT
    late = Client().post(LOGIN, {"login": "KAREN@example.org", "password": "en lang adgangskode"})
    assert refused(late.content.decode())


@pytest.mark.feature(88)
def test_of_forty_guessed_codes_at_once_exactly_five_are_looked_at(committed_cast):
    people.log_in(Client(), committed_cast.karen)

    def guess(number):
        client = Client(REMOTE_ADDR=f"10.0.{number}.1")
        client.post(LOGIN, {"login": "karen@example.org", "password": "en lang adgangskode"})
        return client.post(reverse("mfa_authenticate"), {"code": "00000"}).content.decode()

    pages = all_at_once(guess)

    assert [refused(page) for page in pages].count(False) == LIMIT


def test_another_address_is_not_held_up(cast):
    for number in range(LIMIT + 1):
        Client(REMOTE_ADDR=f"10.0.{number}.1").post(LOGIN, {"login": "karen@example.org", "password": "forkert"})
    client = Client()

    people.log_in(client, cast.nanna)

    assert client.get(reverse("coordinators:desk")).status_code == 200


def without_tokens(response) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", response.content)


@pytest.mark.feature(88)
def test_a_wrong_password_looks_the_same_for_a_known_and_an_unknown_address(cast):
    known, unknown = (
        Client().post(LOGIN, {"login": address, "password": "forkert"})
        for address in ("karen@example.org", "kamma@example.org")
    )

    assert known.status_code == unknown.status_code == 200
    assert without_tokens(known).replace(b"karen@", b"kamma@") == without_tokens(unknown)


@pytest.mark.feature(88)
def test_a_forgotten_password_looks_the_same_and_only_a_known_address_gets_a_letter(committed_cast, as_login):
    answers = [
        Client().post(RESET, {"email": address}, follow=True) for address in ("karen@example.org", "kamma@example.org")
    ]

    assert [answer.redirect_chain for answer in answers] == [[(reverse("account_reset_password_done"), 302)]] * 2
    assert without_tokens(answers[0]) == without_tokens(answers[1])
    as_login("jobs")
    assert [body.message.address for body in MessageBody.objects.all()] == ["karen@example.org"]


def test_the_letter_of_a_forgotten_password_leads_to_a_new_one(committed_cast, as_login):
    client = Client()
    client.post(RESET, {"email": "karen@example.org"})
    as_login("jobs")
    link = re.search(r"https?://[^/]+(\S+)", MessageBody.objects.get().text).group(1)
    as_login("app")

    form = client.get(link, follow=True)
    new = {"password1": "en ny lang adgangskode", "password2": "en ny lang adgangskode"}
    client.post(form.request["PATH_INFO"], new)

    committed_cast.karen.refresh_from_db()
    assert committed_cast.karen.check_password("en ny lang adgangskode")
    as_login("jobs")
    kinds = sorted(MessageBody.objects.values_list("message__kind", flat=True))
    assert kinds == ["access_changed", "password_reset_key"]


def test_too_many_requests_are_answered_with_a_page_of_ours(cast):
    client = Client()

    answers = [client.post(RESET, {"email": "karen@example.org"}) for _ in range(25)]

    assert answers[-1].status_code == 429
    assert b"WeShelter" in answers[-1].content
