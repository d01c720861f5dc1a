"""The pages of a change of access: who asks, who confirms, who stops it, and what each is shown."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from accounts.models import AccessChange, User
from accounts.tests.changing import NEW, ask, confirm, letters, newcomer, state_of, take_effect
from history.moves import SENTENCES
from weshelter.tests import databases, people
from weshelter.waiting import waiting_for

PAGE = reverse("accounts:changes")
ASK = {kind: reverse(f"accounts:ask_{kind}") for kind in ("address", "secretariat", "way_back")}
ADD = reverse("admin:accounts_user_add")


@pytest.fixture
def office(cast):
    """Two of the secretariat, and a newcomer whom Sille has asked for."""
    cast.ruth = people.create_user("Ruth Rask", is_secretariat=True)
    cast.maja = newcomer("Maja Munk", asked_by=cast.sille, confirmed_by=cast.ruth)
    return cast


def as_user(user: User, *, minutes_ago: int = 0) -> Client:
    client = Client()
    people.sign_in(client, user, minutes_ago=minutes_ago)
    return client


def waiting(user: User) -> list[AccessChange]:
    return list(as_user(user).get(PAGE).context["waiting"])


def do(what: str, change: AccessChange, user: User, **how):
    return as_user(user, **how).post(reverse(f"accounts:{what}", args=[change.pk]))


@pytest.mark.feature(88)
@pytest.mark.parametrize("kind", ASK)
def test_each_kind_is_asked_for_confirmed_and_shown_with_its_hour(office, kind):
    typed = {"user": office.karen.pk, "address": NEW}
    assert as_user(office.sille).post(ASK[kind], typed).url == PAGE
    (change,) = waiting(office.ruth)
    assert change.may_confirm

    assert do("confirm_change", change, office.ruth).url == PAGE

    (shown,) = waiting(office.sille)
    assert (shown.kind, shown.state, shown.confirmed_by) == (kind, "confirmed", office.ruth)
    assert shown.takes_effect_at - shown.confirmed_at == AccessChange.WAITS


@pytest.mark.parametrize("who", ["sille", "maja", "karen"])
def test_whoever_may_not_confirm_has_no_button_and_is_refused(office, who):
    user = getattr(office, who)
    change = ask(about=office.lars, by=office.sille)

    refused = do("confirm_change", change, user)

    assert refused.status_code == (404 if who == "karen" else 409)
    assert state_of(change) == "asked"
    if who != "karen":
        assert not waiting(user)[0].may_confirm


def test_nobody_confirms_on_the_page_what_is_about_himself(office):
    people.create_user("Tove Toft", is_secretariat=True)
    change = ask(about=office.ruth, by=office.sille)

    assert do("confirm_change", change, office.ruth).status_code == 409
    assert state_of(change) == "asked"


@pytest.mark.parametrize("what", ["confirm_change", "refuse_change"])
def test_to_decide_asks_for_a_fresh_login(office, what):
    change = ask(about=office.karen, by=office.sille)

    assert do(what, change, office.ruth, minutes_ago=6).status_code == 403
    assert state_of(change) == "asked"


@pytest.mark.parametrize("kind", ASK)
def test_to_ask_needs_a_fresh_login(office, kind):
    assert as_user(office.sille, minutes_ago=6).get(ASK[kind]).url.startswith(reverse("account_reauthenticate"))


def test_a_colleague_says_no_and_another_stops_what_was_confirmed(office):
    first, second = ask(about=office.karen, by=office.sille), ask(about=office.lars, by=office.sille)
    confirm(second, by=office.ruth)

    do("refuse_change", first, office.maja)
    do("stop_by_colleague", second, office.maja)

    assert (state_of(first), state_of(second)) == ("refused", "stopped")
    assert waiting(office.sille) == []


@pytest.mark.feature(88)
@pytest.mark.parametrize("confirmed", [False, True])
def test_the_person_stops_it_by_the_link_without_a_login(client, office, confirmed):
    change = ask("address", about=office.karen, by=office.sille)
    if confirmed:
        confirm(change, by=office.ruth)
    link = reverse("accounts:stop_change", args=[change.token])

    shown = client.get(link)
    assert NEW in shown.content.decode()
    assert state_of(change) == ("confirmed" if confirmed else "asked")
    client.post(link)

    assert state_of(change) == "stopped"
    assert [one for one in letters() if one[0] == "change_ended"] == [
        ("change_ended", address)
        for address in ("karen@example.org", "maja@example.org", "ruth@example.org", "sille@example.org")
    ]
    assert "btn-danger" not in client.get(link).content.decode()


def test_the_link_stops_nothing_that_is_over_and_nothing_of_somebody_else(client, office):
    change, other = ask(about=office.karen, by=office.sille), ask(about=office.lars, by=office.sille)
    confirm(change, by=office.ruth)
    take_effect(change, by=office.ruth)

    answer = client.post(reverse("accounts:stop_change", args=[change.token]))

    assert answer.status_code == 200
    assert (state_of(change), state_of(other)) == ("done", "asked")


def test_an_invented_link_is_a_dead_link(client, office):
    ask(about=office.karen, by=office.sille)

    assert client.get(reverse("accounts:stop_change", args=["0" * 32])).status_code == 404


@pytest.mark.parametrize("who", ["karen", "lars", "nanna"])
def test_the_pages_are_the_secretariats(office, who):
    change = ask(about=office.leif, by=office.sille)
    client = as_user(getattr(office, who))

    answers = {client.get(page).status_code for page in (PAGE, *ASK.values())}
    answers |= {
        client.post(reverse(f"accounts:{what}", args=[change.pk])).status_code
        for what in ("confirm_change", "refuse_change", "stop_by_colleague")
    }

    assert answers == {404}


def test_what_was_typed_stays_with_the_reason_beside_it(office):
    ask(about=office.karen, by=office.sille)
    client = as_user(office.ruth)

    twice = client.post(ASK["way_back"], {"user": office.karen.pk})
    wrong = client.post(ASK["address"], {"user": office.karen.pk, "address": "karen snabel-a"})
    taken = client.post(ASK["address"], {"user": office.karen.pk, "address": "LARS@example.org"})

    assert twice.context["form"].non_field_errors() == [SENTENCES["one_open_change_of_a_kind"]]
    assert list(wrong.context["form"].errors) == ["address"]
    assert taken.context["form"].non_field_errors() == [SENTENCES["one_user_per_email"]]
    assert "LARS@example.org" in taken.content.decode()


def test_where_there_is_no_second_person_the_page_says_who_does_it(client, cast):
    people.sign_in(client, cast.sille)

    assert "manage.py change_login" in client.get(PAGE).content.decode()
    refused = client.post(ASK["way_back"], {"user": cast.karen.pk})
    assert refused.context["form"].non_field_errors() == [SENTENCES["a_change_needs_somebody_to_confirm"]]


def test_what_two_have_agreed_on_stands_on_everybodys_front_page_until_it_happens(office):
    change = ask(about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)

    for user in (office.sille, office.ruth, office.maja):
        with acting(user=user):
            assert [line.url for line in waiting_for(user)] == [PAGE]


def test_the_page_asks_as_often_for_three_as_for_one(office):
    client = as_user(office.ruth)
    ask(about=office.karen, by=office.sille)
    with CaptureQueriesContext(connection) as one:
        client.get(PAGE)
    ask(about=office.lars, by=office.sille)
    ask("address", about=office.leif, by=office.sille)

    with CaptureQueriesContext(connection) as three:
        client.get(PAGE)

    assert len(three) == len(one)


def test_it_waits_for_whoever_can_confirm_it_and_for_a_second_person_to_the_others(office):
    ask(about=office.karen, by=office.sille)

    ruths, silles = (as_user(user).get(PAGE).content.decode() for user in (office.ruth, office.sille))

    assert ("venter på dig" in ruths, "Tal med personen først" in ruths) == (True, True)
    assert ("venter på dig" in silles, "Tal med personen først" in silles) == (False, False)


def test_what_was_stopped_says_by_whom(client, office):
    by_link, by_colleague = ask(about=office.karen, by=office.sille), ask(about=office.lars, by=office.sille)
    client.post(reverse("accounts:stop_change", args=[by_link.token]))
    do("stop_by_colleague", by_colleague, office.sille)

    rows = re.findall(r"<li>.*?</li>", as_user(office.ruth).get(PAGE).content.decode(), re.S)

    told = {name: "med linket i mailen" in row for row in rows for name in ("Karen", "Lars") if name in row}
    assert told == {"Karen": True, "Lars": False}


def test_what_the_site_stopped_at_the_end_of_its_day_was_not_stopped_by_the_link(office):
    change = ask(about=office.karen, by=office.sille)
    confirm(change, by=office.ruth)
    databases.as_owner("UPDATE accounts_user SET is_active = false WHERE id = %s", office.karen.pk)

    take_effect(change, by=office.ruth)

    with acting(user=office.sille):
        stopped = AccessChange.objects.with_who_stopped().get(pk=change.pk)
    assert (stopped.state, stopped.was_stopped_by_link) == ("stopped", False)


@pytest.mark.parametrize(
    ("kind", "meaning"),
    [
        ("address", "Den nuværende adresse åbner ikke noget længere"),
        ("secretariat", "bliver du en del af Frivilligindsatsen"),
        ("way_back", "virker din adgangskode"),
    ],
)
def test_the_link_says_what_it_means_and_afterwards_who_stopped_it(client, office, kind, meaning):
    change = ask(kind, about=office.karen, by=office.sille)
    link = reverse("accounts:stop_change", args=[change.token])

    before = client.get(link).content.decode()
    after = client.post(link, follow=True).content.decode()

    assert (meaning in before, meaning in after) == (True, False)
    assert ("Du har stoppet det" in before, "Du har stoppet det" in after) == (False, True)


def test_what_a_colleague_stopped_is_not_said_to_be_ones_own_doing(client, office):
    change = ask(about=office.karen, by=office.sille)
    do("stop_by_colleague", change, office.sille)

    page = client.get(reverse("accounts:stop_change", args=[change.token])).content.decode()

    assert ("Du har stoppet det" in page, "Det sker ikke" in page) == (False, True)


def test_a_dead_link_to_stop_says_nothing_to_volunteers(client, office):
    page = client.get(reverse("accounts:stop_change", args=["0" * 32])).content.decode()

    assert ("Ring til Frivilligindsatsen" in page, reverse("volunteers:new_link") in page) == (True, False)
