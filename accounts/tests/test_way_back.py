"""A way back for one who lost every factor: two people of the secretariat, neither of them the one it is about."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from accounts.models import FactorReset
from history.moves import SENTENCES, NotPossible
from letters.models import Message, MessageBody
from weshelter.tests import people

PAGE = reverse("accounts:way_back")


@pytest.fixture
def signe(cast):
    """The second person of the secretariat."""
    return people.create_user("Signe Sekretær", is_secretariat=True)


def ask(user, *, by):
    with acting(user=by):
        return FactorReset.ask(user, by=by)


def letters(cast):
    with acting(user=cast.sille):
        return sorted((message.kind, message.address) for message in Message.objects.all())


@pytest.mark.feature(88)
def test_two_people_open_a_way_back(client, cast, signe):
    karens = Client()
    people.sign_in(karens, cast.karen)
    people.sign_in(client, cast.sille)
    client.post(PAGE, {"user": cast.karen.pk})
    with acting(user=signe):
        reset = FactorReset.objects.get()

    people.sign_in(client, signe)
    response = client.post(reverse("accounts:confirm_way_back", args=[reset.pk]))

    assert response.url == PAGE
    assert not Authenticator.objects.filter(user=cast.karen).exists()
    assert karens.get(reverse("coordinators:desk")).url.startswith(reverse("account_login"))
    assert letters(cast) == [
        ("invitation", "karen@example.org"),
        ("way_back_asked", "karen@example.org"),
        ("way_back_to_confirm", "signe@example.org"),
    ]


@pytest.mark.feature(88)
def test_the_password_is_gone_too_and_the_letter_begins_anew(client, committed_cast, as_login):
    cast = committed_cast
    signe = people.create_user("Signe Sekretær", is_secretariat=True)
    people.sign_in(client, cast.karen)
    reset = ask(cast.karen, by=cast.sille)

    with acting(user=signe):
        reset.confirm(by=signe)

    cast.karen.refresh_from_db()
    assert not cast.karen.has_usable_password()
    as_login("jobs")
    link = re.search(r"https?://\S+", MessageBody.objects.get(message__kind="invitation").text).group()
    as_login("app")
    assert not client.get(link.split("8000", 1)[1], follow=True).context.get("token_fail")


@pytest.mark.parametrize("who", ["sille", "karen", "lars"])
def test_the_one_who_asked_and_the_one_it_is_about_cannot_confirm(cast, who):
    reset = ask(cast.karen, by=cast.sille)
    user = getattr(cast, who)

    with acting(user=user), pytest.raises(NotPossible):
        reset.confirm(by=user)

    with acting(user=cast.sille):
        assert FactorReset.objects.get().confirmed_at is None


def test_one_of_the_secretariat_cannot_confirm_her_own(cast, signe):
    reset = ask(signe, by=cast.sille)

    with acting(user=signe), pytest.raises(NotPossible):
        reset.confirm(by=signe)


def test_nobody_asks_for_herself(client, cast):
    people.sign_in(client, cast.sille)

    response = client.post(PAGE, {"user": cast.sille.pk})

    assert list(response.context["form"].errors) == ["user"]
    with acting(user=cast.sille), pytest.raises(DatabaseError), transaction.atomic():
        FactorReset(user=cast.sille, asked_by=cast.sille).save(force_insert=True)


def test_asking_twice_says_that_it_waits(client, cast):
    people.sign_in(client, cast.sille)
    client.post(PAGE, {"user": cast.karen.pk})

    response = client.post(PAGE, {"user": cast.karen.pk})

    assert response.context["form"].non_field_errors() == [SENTENCES["one_open_reset_per_user"]]
    with acting(user=cast.sille):
        assert FactorReset.objects.count() == 1


def test_it_cannot_be_confirmed_twice_or_after_a_week(committed_cast, as_login):
    cast = committed_cast
    signe = people.create_user("Signe Sekretær", is_secretariat=True)
    reset = ask(cast.karen, by=cast.sille)
    as_login("owner")
    FactorReset.objects.update(asked_at=timezone.now() - timedelta(days=8))
    as_login("app")

    with acting(user=signe), pytest.raises(NotPossible):
        reset.confirm(by=signe)
    again = ask(cast.karen, by=cast.sille)
    with acting(user=signe):
        again.confirm(by=signe)

    with acting(user=signe), pytest.raises(NotPossible):
        again.confirm(by=signe)


def test_no_means_that_nothing_changes(client, cast, signe):
    people.sign_in(Client(), cast.karen)
    reset = ask(cast.karen, by=cast.sille)
    people.sign_in(client, signe)

    client.post(reverse("accounts:refuse_way_back", args=[reset.pk]))

    assert Authenticator.objects.filter(user=cast.karen).exists()
    with acting(user=signe):
        assert not FactorReset.objects.exists()


def test_what_was_confirmed_stays_on_record(cast, signe):
    reset = ask(cast.karen, by=cast.sille)
    with acting(user=signe):
        reset.confirm(by=signe)

        with pytest.raises(NotPossible):
            reset.refuse(by=signe)

        assert FactorReset.objects.get().confirmed_by == signe


@pytest.mark.parametrize(
    "sql", ["UPDATE accounts_factorreset SET confirmed_by_id = NULL", "TRUNCATE accounts_factorreset"]
)
def test_the_site_itself_cannot_write_a_confirmation(cast, signe, sql):
    ask(cast.karen, by=cast.sille)

    with acting(user=signe), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(sql)


@pytest.mark.parametrize("who", ["karen", "lars", "nanna"])
def test_the_pages_are_the_secretariats(client, cast, who):
    reset = ask(cast.leif, by=cast.sille)
    people.sign_in(client, getattr(cast, who))

    assert client.get(PAGE).status_code == 404
    assert client.post(reverse("accounts:confirm_way_back", args=[reset.pk])).status_code == 404
    assert client.post(reverse("accounts:refuse_way_back", args=[reset.pk])).status_code == 404


def test_the_page_asks_as_often_for_three_as_for_one(client, cast, signe):
    people.sign_in(client, signe)
    ask(cast.karen, by=cast.sille)
    with CaptureQueriesContext(connection) as one:
        client.get(PAGE)
    ask(cast.lars, by=cast.sille)
    ask(cast.leif, by=cast.sille)

    with CaptureQueriesContext(connection) as three:
        client.get(PAGE)

    assert len(three) == len(one)
