"""One changes one's own address oneself: by a link to the new one, and nothing is changed before it is used."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from accounts.addresses import LINKS_A_DAY
from accounts.due import forget_new_addresses
from accounts.models import NewAddress, User
from accounts.tests.test_login import LOGIN
from history.moves import SENTENCES
from letters.models import Message, MessageBody
from weshelter.tests import people

PAGE = reverse("accounts:address")
NEW = "karen.ny@example.org"


@pytest.fixture
def karen(client, committed_cast):
    people.sign_in(client, committed_cast.karen)
    return committed_cast.karen


def ask(client, address=NEW):
    return client.post(PAGE, {"email": address})


def mailed_links(as_login, address=NEW):
    """The links that were mailed there, in order."""
    as_login("jobs")
    bodies = MessageBody.objects.filter(message__kind="new_address", message__address=address)
    texts = list(bodies.order_by("message__made_at").values_list("text", flat=True))
    as_login("app")
    return [re.search(r"https?://[^/]+(\S+)", text).group(1) for text in texts]


def change_on_server(as_login, address):
    """Somebody else changes Karen's address, and no link is used."""
    as_login("owner")
    call_command("change_login", "address", "karen@example.org", address, stdout=StringIO())
    as_login("app")


def letters(cast):
    with acting(user=cast.sille):
        return sorted((one.kind, one.address) for one in Message.objects.all())


def is_over(answer) -> bool:
    return answer.status_code == 409 and str(SENTENCES["link_to_a_new_address_is_over"]) in answer.context["sentence"]


@pytest.mark.feature(88)
def test_the_address_changes_when_the_mailed_link_is_confirmed(client, karen, as_login, committed_cast):
    ask(client)
    (link,) = mailed_links(as_login)
    client.get(link)
    before = User.objects.get(pk=karen.pk).email

    client.post(link)

    assert before == "karen@example.org"
    assert User.objects.get(pk=karen.pk).email == NEW
    assert list(EmailAddress.objects.filter(user=karen).values_list("email", "verified")) == [(NEW, True)]
    assert letters(committed_cast) == [("address_changed", "karen@example.org"), ("new_address", NEW)]


def test_who_has_changed_it_stays_logged_in_and_logs_in_with_the_new_one_alone(client, karen, as_login):
    ask(client)
    client.post(mailed_links(as_login)[0])

    assert client.get(reverse("coordinators:desk")).status_code == 200
    assert Client().post(reverse("account_login"), LOGIN).status_code == 200
    assert Client().post(reverse("account_login"), LOGIN | {"login": NEW}).status_code == 302


@pytest.mark.feature(88)
def test_asking_wants_a_fresh_login(client, cast):
    people.sign_in(client, cast.karen, minutes_ago=6)

    assert client.get(PAGE).url.startswith(reverse("account_reauthenticate"))
    assert ask(client).status_code == 403
    with acting(user=cast.karen):
        assert not NewAddress.objects.exists()


def test_the_link_works_once(client, karen, as_login):
    ask(client)
    (link,) = mailed_links(as_login)
    client.post(link)

    assert is_over(client.post(link))


@pytest.mark.parametrize("way", ["call off", "ask anew"])
def test_a_link_that_was_called_off_or_replaced_is_over(client, karen, as_login, way):
    ask(client)
    client.post(reverse("accounts:call_off_address")) if way == "call off" else ask(client, "karen.3@example.org")

    assert is_over(client.get(mailed_links(as_login)[0]))
    assert is_over(client.post(mailed_links(as_login)[0]))


def test_a_link_lapses_after_a_day_and_is_forgotten(client, karen, as_login):
    ask(client)
    (link,) = mailed_links(as_login)
    as_login("owner")
    NewAddress.objects.update(asked_at=timezone.now() - NewAddress.OPEN_FOR - timedelta(minutes=1))
    as_login("app")

    assert is_over(client.post(link))
    as_login("jobs")
    assert [forget_new_addresses(timezone.localdate()) for _twice in range(2)] == [1, 0]


@pytest.mark.feature(88)
def test_the_link_opens_for_nobody_but_who_asked_for_it(client, karen, committed_cast, as_login):
    ask(client)
    (link,) = mailed_links(as_login)
    nannas = Client()
    people.sign_in(nannas, committed_cast.nanna)

    assert is_over(nannas.post(link))
    assert Client().get(link).url.startswith(reverse("account_login"))
    assert User.objects.get(pk=karen.pk).email == "karen@example.org"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("NANNA@example.org", SENTENCES["one_user_per_email"]),
        ("Karen@example.org", "Du logger allerede ind med den adresse."),
    ],
)
def test_an_address_that_is_taken_or_ones_own_is_told_beside_the_field(client, cast, address, sentence):
    people.sign_in(client, cast.karen)

    answer = ask(client, address)

    assert answer.context["form"].errors == {"email": [str(sentence)]}
    assert answer.context["form"]["email"].value() == address


def test_an_address_that_somebody_took_meanwhile_is_a_sentence(client, karen, committed_cast, as_login):
    ask(client)
    (link,) = mailed_links(as_login)
    with acting(user=committed_cast.nanna):
        NewAddress.ask(committed_cast.nanna, NEW).take(by=committed_cast.nanna)

    answer = client.post(link)

    assert answer.status_code == 409
    assert answer.context["sentence"] == str(SENTENCES["one_user_per_email"])


def test_what_somebody_wanted_is_over_when_the_address_is_changed_otherwise(client, karen, committed_cast, as_login):
    ask(client)
    (link,) = mailed_links(as_login)
    change_on_server(as_login, "karen.rettet@example.org")

    assert is_over(client.post(link))


def test_an_address_that_somebody_else_changed_is_confirmed_by_a_link_too(client, karen, committed_cast, as_login):
    change_on_server(as_login, NEW)
    unproved = client.get(reverse("mfa_activate_totp"), follow=True).redirect_chain
    ask(client)

    client.post(mailed_links(as_login)[0])

    assert unproved[-1][0] == reverse("mfa_index")
    assert karen.has_proved_address


def test_the_page_shows_what_waits_and_until_when(client, cast):
    people.sign_in(client, cast.karen)
    ask(client)

    page = client.get(PAGE)

    assert page.context["waiting"].address == NEW
    assert NEW in page.content.decode()


def test_nobody_mails_links_without_end(client, cast):
    people.sign_in(client, cast.karen)
    for _again in range(LINKS_A_DAY.at_most):
        ask(client)

    answer = ask(client)

    assert answer.context["form"].errors == {"email": [str(SENTENCES["many_links_to_new_addresses"])]}


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO accounts_newaddress (user_id, address, token_hash, asked_at)"
        " SELECT id, 'fremmed@example.org', 'x', now() FROM accounts_user WHERE email = 'karen@example.org'",
        "UPDATE accounts_newaddress SET address = 'fremmed@example.org'",
    ],
)
def test_the_database_lets_nobody_ask_for_somebody_else(cast, statement):
    with acting(user=cast.sille), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)


def test_who_opens_anothers_link_hears_as_whom_and_finds_the_own_access(client, karen, committed_cast, as_login):
    ask(client)
    (link,) = mailed_links(as_login)
    people.sign_in(client, committed_cast.nanna)

    page = client.get(link).content.decode()

    assert "Linket er en andens, eller det virker ikke længere" in page
    assert f"{committed_cast.nanna.name}, nanna@example.org" in page
    assert f'class="btn btn-primary" href="{reverse("mfa_index")}"' in page


def test_the_own_access_shows_what_waits_for_its_link(client, cast):
    people.sign_in(client, cast.karen)
    before = client.get(reverse("mfa_index")).content.decode()
    ask(client)

    after = client.get(reverse("mfa_index")).content.decode()

    assert (f"{NEW} venter" in before, f"{NEW} venter" in after) == (False, True)
