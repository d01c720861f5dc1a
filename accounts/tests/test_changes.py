"""A change of access: what each kind does, when it does it, and who hears of it."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from access.context import acting
from accounts.models import AccessChange, NewAddress, User
from accounts.tests.changing import NEW, ask, confirm, let_pass, letters, state_of, take_effect
from history.moves import SENTENCES, NotPossible
from letters.models import MessageBody
from weshelter.tests import people

KINDS = ["address", "secretariat", "way_back"]


@pytest.fixture
def office(cast):
    """Two of the secretariat, and one more who has nothing to do with it."""
    cast.ruth = people.create_user("Ruth Rask", is_secretariat=True)
    cast.tove = people.create_user("Tove Toft", is_secretariat=True)
    return cast


@pytest.mark.feature(88)
def test_another_address_is_the_login_a_day_after_two_have_agreed(office):
    change = ask("address", about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)

    take_effect(change, by=office.sille)

    office.karen.refresh_from_db()
    assert (office.karen.email, state_of(change)) == (NEW, "done")


@pytest.mark.feature(88)
def test_one_more_of_the_secretariat_is_that_a_day_after_two_have_agreed(office):
    change = ask("secretariat", about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)
    assert not User.objects.get(pk=office.karen.pk).is_secretariat

    take_effect(change, by=office.sille)

    office.karen.refresh_from_db()
    assert (office.karen.is_secretariat, office.karen.secretariat_by) == (True, office.sille)


@pytest.mark.feature(88)
def test_a_login_is_reset_a_day_after_two_have_agreed(office):
    karens = Client()
    people.sign_in(karens, office.karen)
    change = ask(about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)
    assert karens.get(reverse("coordinators:desk")).status_code == 200

    take_effect(change, by=office.sille)

    office.karen.refresh_from_db()
    assert not office.karen.has_usable_password()
    assert not Authenticator.objects.filter(user=office.karen).exists()
    assert karens.get(reverse("coordinators:desk")).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_concerned_hears_of_each_step_once(office, kind):
    with acting(user=office.sille):
        office.tove.close(by=office.sille)
    before = letters()

    change = ask(kind, about=office.karen, by=office.sille)
    asked = letters()
    confirm(change, by=office.ruth)
    confirmed = letters()
    take_effect(change, by=office.sille)

    assert new(asked, before) == [("change_asked", "karen@example.org"), ("change_asked", "ruth@example.org")]
    assert new(confirmed, asked) == [
        ("change_confirmed", "karen@example.org"),
        ("change_confirmed", "sille@example.org"),
    ]
    beyond = {"address": [("change_done", NEW)], "way_back": [("invitation", "karen@example.org")]}
    assert new(letters(), confirmed) == sorted(
        [
            ("change_done", "karen@example.org"),
            ("change_done", "ruth@example.org"),
            ("change_done", "sille@example.org"),
            *beyond.get(kind, []),
        ]
    )


def new(now: list, before: list) -> list:
    rest = list(now)
    for one in before:
        rest.remove(one)
    return rest


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_happens_before_the_day_is_over(office, kind):
    change = ask(kind, about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)
    let_pass(change, hours=23, minutes=59)

    with acting(user=office.sille), pytest.raises(NotPossible, match=str(SENTENCES["a_change_waits_a_day"])):
        change.bring_about(by="changes of access")

    assert state_of(change) == "confirmed"


@pytest.mark.feature(88)
def test_the_nightly_job_does_what_the_worker_has_left(committed_cast, as_login):
    cast = committed_cast
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    change = ask("address", about=cast.karen, by=cast.sille)
    confirm(change, by=ruth)
    unconfirmed = ask("way_back", about=cast.lars, by=cast.sille)
    let_pass(change, hours=24)
    let_pass(unconfirmed, days=7)

    as_login("jobs")
    call_command("run_due_jobs")

    as_login("app")
    cast.karen.refresh_from_db()
    assert (cast.karen.email, state_of(change), state_of(unconfirmed)) == (NEW, "done", "lapsed")


def test_the_worker_does_it_once_its_day_is_over(committed_cast, as_login):
    from accounts.tasks import bring_about

    cast = committed_cast
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    change = ask("way_back", about=cast.karen, by=cast.sille)
    confirm(change, by=ruth)

    as_login("jobs")
    bring_about.call(str(change.pk))
    as_login("app")
    assert state_of(change) == "confirmed"

    let_pass(change, hours=24)
    as_login("jobs")
    bring_about.call(str(change.pk))
    as_login("app")
    assert state_of(change) == "done"


def test_the_letter_after_a_reset_begins_anew(client, committed_cast, as_login):
    cast = committed_cast
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    change = ask(about=cast.karen, by=cast.sille)
    confirm(change, by=ruth)
    take_effect(change, by=cast.sille)

    as_login("jobs")
    link = re.search(r"https?://\S+", MessageBody.objects.get(message__kind="invitation").text).group()
    as_login("app")

    assert not client.get(link.split("8000", 1)[1], follow=True).context.get("token_fail")


def test_after_a_week_it_can_no_longer_be_confirmed_and_can_be_asked_for_anew(office):
    change = ask(about=office.karen, by=office.sille)
    let_pass(change, days=7)

    with acting(user=office.ruth), pytest.raises(NotPossible):
        change.confirm(by=office.ruth)
    again = ask(about=office.karen, by=office.ruth)

    assert (state_of(change), state_of(again)) == ("lapsed", "asked")


def test_asking_twice_says_that_it_waits(office):
    ask(about=office.karen, by=office.sille)

    with pytest.raises(NotPossible, match=str(SENTENCES["one_open_change_of_a_kind"])):
        ask(about=office.karen, by=office.ruth)


def test_an_address_that_somebody_has_is_not_asked_for(office):
    with acting(user=office.sille), pytest.raises(NotPossible):
        AccessChange.ask("address", office.karen, address="LARS@example.org", by=office.sille)


def test_who_was_invited_to_a_wrong_address_is_invited_to_the_right_one(office):
    with acting(user=office.sille):
        mona = User.objects.invite(email="mnoa@example.org", name="Mona Munk")
    change = ask("address", about=mona, by=office.sille)
    confirm(change, by=office.ruth)

    take_effect(change, by=office.sille)

    assert ("invitation", NEW) in letters()


def test_an_address_that_was_taken_meanwhile_stops_the_change(office):
    change = ask("address", about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)
    with acting(user=office.sille):
        User.objects.invite(email=NEW, name="Karina Krag")

    take_effect(change, by=office.sille)

    assert state_of(change) == "stopped"


@pytest.mark.parametrize("who", ["sille", "ruth", "karen"])
def test_if_one_of_them_is_closed_meanwhile_it_is_stopped_and_everybody_told(office, who):
    change = ask("way_back", about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)

    with acting(user=office.tove):
        getattr(office, who).close(by=office.tove)

    assert state_of(change) == "stopped"
    assert ("change_ended", "karen@example.org") in letters()


@pytest.mark.feature(88)
def test_closing_is_never_delayed_and_ends_the_sessions(office):
    karens = Client()
    people.sign_in(karens, office.karen)
    karens.get(reverse("coordinators:desk"))

    with acting(user=office.sille):
        office.karen.close(by=office.sille)

    assert karens.get(reverse("coordinators:desk")).url.startswith(reverse("account_login"))
    assert ("access_changed", "karen@example.org") in letters()


def test_who_is_closed_is_no_longer_of_the_secretariat_when_the_login_opens_again(office):
    with acting(user=office.sille):
        office.ruth.close(by=office.sille)
        User.objects.filter(pk=office.ruth.pk).update(is_active=True)

    office.ruth.refresh_from_db()
    assert (office.ruth.is_active, office.ruth.is_secretariat) == (True, False)


def test_whoever_says_the_own_address_ends_what_others_have_asked_for_about_it(office):
    change = ask("address", about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)

    with acting(user=office.karen):
        NewAddress.ask(office.karen, "karen.selv@example.org").take(by=office.karen)

    assert state_of(change) == "stopped"
    assert ("change_ended", "karen.selv@example.org") in letters()
