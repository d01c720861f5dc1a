"""A forgotten password: the same answer and the same work for every address, and a link that ends what held one up."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from accounts.forms import PASSWORD_LINKS
from accounts.guesses import FROM_EVERYWHERE
from accounts.models import NewAddress
from accounts.tests.test_attempts import gets_in, guess
from letters.models import Message, MessageBody

RESET = reverse("account_reset_password")
NEW = {"password1": "en ny lang adgangskode", "password2": "en ny lang adgangskode"}


def without_tokens(response) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", response.content)


def mailed_link(as_login):
    as_login("jobs")
    link = re.search(r"https?://[^/]+(\S+)", MessageBody.objects.get().text).group(1)
    as_login("app")
    return link


def written_by(address):
    """Into which tables of letters and tasks a request writes, in order; what is taken back again included."""
    client = Client()
    with CaptureQueriesContext(connection) as queries:
        client.post(RESET, {"email": address})
    return [
        found[1] for one in queries if (found := re.match(r'INSERT INTO "((?:letters|django_tasks)\w+)"', one["sql"]))
    ]


@pytest.mark.feature(88)
def test_a_wrong_password_looks_the_same_for_a_known_and_an_unknown_address(cast):
    known, unknown = (guess(address=address) for address in ("karen@example.org", "kamma@example.org"))

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


@pytest.mark.feature(88)
def test_an_unknown_and_a_former_address_cost_the_same_work_as_a_known_one(cast):
    with acting(user=cast.lars):
        NewAddress.ask(cast.lars, "lars.ny@example.org").take(by=cast.lars)

    known, unknown, former = map(written_by, ["karen@example.org", "kamma@example.org", "lars@example.org"])

    assert known == unknown == former
    assert {"letters_message", "letters_messagebody"} <= set(known)


def test_nothing_stays_of_the_work_for_nobody(committed_cast, as_login):
    Client().post(RESET, {"email": "kamma@example.org"})

    as_login("jobs")
    assert not Message.objects.exists()


def test_the_letter_of_a_forgotten_password_leads_to_a_new_one(committed_cast, as_login):
    client = Client()
    client.post(RESET, {"email": "karen@example.org"})

    form = client.get(mailed_link(as_login), follow=True)
    client.post(form.request["PATH_INFO"], NEW)

    committed_cast.karen.refresh_from_db()
    assert committed_cast.karen.check_password("en ny lang adgangskode")
    as_login("jobs")
    kinds = sorted(MessageBody.objects.values_list("message__kind", flat=True))
    assert kinds == ["access_changed", "password_reset_key"]


@pytest.mark.feature(88)
def test_who_is_held_up_by_strangers_gets_in_after_the_mailed_link(committed_cast, as_login):
    client = Client()
    client.post(RESET, {"email": "karen@example.org"})
    form = client.get(mailed_link(as_login), follow=True)
    client.post(form.request["PATH_INFO"], NEW)
    for number in range(FROM_EVERYWHERE.at_most):
        guess(network=f"10.0.{number}.1")

    answer = guess(client, network="10.0.99.1", password=NEW["password1"])

    assert answer.status_code == 302
    assert not gets_in(Client())


def test_nobody_fills_anothers_inbox_and_the_answer_stays_the_same(cast):
    answers = [Client().post(RESET, {"email": "karen@example.org"}) for _again in range(PASSWORD_LINKS.at_most + 2)]

    assert {(answer.status_code, answer.url) for answer in answers} == {(302, reverse("account_reset_password_done"))}
    with acting(user=cast.sille):
        assert Message.objects.count() == PASSWORD_LINKS.at_most


def test_too_many_requests_are_answered_with_a_page_of_ours(cast):
    client = Client()

    answers = [client.post(RESET, {"email": "karen@example.org"}) for _ in range(25)]

    assert answers[-1].status_code == 429
    assert b"WeShelter" in answers[-1].content
