"""The admin's form of a user: it closes at once, and what would take two it only asks for."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from access.context import acting
from accounts.models import AccessChange, User
from accounts.tests.changing import NEW, ask, confirm, letters, newcomer, state_of
from history.moves import SENTENCES
from weshelter.tests import people
from weshelter.tests.days import today

ASK = {kind: reverse(f"accounts:ask_{kind}") for kind in ("address", "way_back")}
ADD = reverse("admin:accounts_user_add")
LIST = reverse("admin:accounts_user_changelist")


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


@pytest.mark.feature(88)
def test_a_new_user_of_the_secretariat_is_invited_at_once_and_is_the_secretariats_later(office):
    typed = {"name": "Eva Eng", "email": "eva@example.org", "of_secretariat": "on"}

    as_user(office.sille).post(ADD, typed)

    eva = User.objects.get(email="eva@example.org")
    assert (eva.is_secretariat, eva.made_by) == (False, office.sille)
    with acting(user=office.ruth):
        change = AccessChange.objects.get(user=eva)
    assert (change.kind, change.state) == ("secretariat", "asked")
    assert ("invitation", "eva@example.org") in letters()


@pytest.mark.parametrize(("days", "shown"), [(0, 2), (-1, 1)])
def test_a_role_stands_in_the_list_until_the_end_of_its_last_day(office, days, shown):
    with acting(user=office.sille):
        office.karen.memberships.filter(project=office.rg60.food).update(until_on=today() + timedelta(days=days))

        roles = admin.site.get_model_admin(User).roles(office.karen)

    assert len(roles.split(", ")) == shown


def test_the_form_of_a_user_changes_neither_address_nor_mark(office):
    page = reverse("admin:accounts_user_change", args=[office.karen.pk])
    typed = {"name": "Karen K", "email": NEW, "is_secretariat": "on", "is_active": "on"}

    as_user(office.sille).post(page, typed)

    office.karen.refresh_from_db()
    assert (office.karen.name, office.karen.email, office.karen.is_secretariat) == (
        "Karen K",
        "karen@example.org",
        False,
    )


@pytest.mark.parametrize(("action", "kind"), [("ask_address", "address"), ("ask_way_back", "way_back")])
def test_from_the_form_of_a_user_one_goes_on_to_ask(office, action, kind):
    client = as_user(office.sille)
    listed = reverse("admin:accounts_user_changelist")

    answer = client.post(listed, {"action": action, "_selected_action": [office.karen.pk]})

    assert answer.url == f"{ASK[kind]}?user={office.karen.pk}"
    assert str(office.karen.pk) in client.get(answer.url).content.decode()


def test_about_oneself_and_about_two_at_once_it_is_a_sentence(office):
    client = as_user(office.sille)
    listed = reverse("admin:accounts_user_changelist")

    for chosen in ([office.sille.pk], [office.karen.pk, office.lars.pk]):
        answer = client.post(listed, {"action": "ask_address", "_selected_action": chosen})
        assert [message.level_tag for message in get_messages(answer.wsgi_request)][-1:] == ["error"]


@pytest.mark.feature(88)
def test_the_form_closes_an_account_at_once(office):
    karens = as_user(office.karen)
    page = reverse("admin:accounts_user_change", args=[office.karen.pk])

    as_user(office.sille).post(page, {"name": "Karen Koordinator"})

    assert karens.get(reverse("coordinators:desk")).url.startswith(reverse("account_login"))
    assert ("access_changed", "karen@example.org") in letters()


def test_the_mark_is_taken_away_at_once_and_what_was_asked_for_stops(office):
    change = ask(about=office.karen, by=office.ruth)
    listed = reverse("admin:accounts_user_changelist")

    as_user(office.sille).post(listed, {"action": "leave_secretariat", "_selected_action": [office.ruth.pk]})

    office.ruth.refresh_from_db()
    assert (office.ruth.is_secretariat, office.ruth.is_active, state_of(change)) == (False, True, "stopped")


def test_a_login_that_is_opened_again_is_told_to_the_person(office):
    page = reverse("admin:accounts_user_change", args=[office.karen.pk])
    with acting(user=office.sille):
        office.karen.close(by=office.sille)

    as_user(office.sille).post(page, {"name": office.karen.name, "is_active": "on"})

    assert User.objects.get(pk=office.karen.pk).is_active
    assert letters().count(("access_changed", "karen@example.org")) == 2


def test_an_address_that_is_taken_is_told_beside_the_field(office):
    page = as_user(office.sille).post(ADD, {"name": "Karen To", "email": "KAREN@example.org"})

    assert page.context["adminform"].form.errors == {"email": [str(SENTENCES["one_user_per_email"])]}


def test_a_name_is_one_line(office):
    as_user(office.sille).post(ADD, {"name": "Karen\nTo", "email": "to@example.org"})

    with acting(user=office.sille):
        assert User.objects.get(email="to@example.org").name == "Karen To"


@pytest.mark.parametrize("confirmed", [False, True])
def test_what_waits_for_a_user_stands_there_and_is_not_asked_for_again(office, confirmed):
    change = ask("way_back", about=office.karen, by=office.sille)
    if confirmed:
        confirm(change, by=office.ruth)

    page = as_user(office.sille).get(reverse("admin:accounts_user_change", args=[office.karen.pk]))

    with acting(user=office.sille):
        change = AccessChange.objects.get(pk=change.pk)
    shown = [row for group in page.context["beside"] for row in group.rows if row[1] == reverse("accounts:changes")]
    assert [text for text, _address in shown] == [f"{change.get_kind_display()} · {change.get_state_display()}"]
    assert [verb for verb, _label in page.context["verbs"]] == ["ask_address", "ask_secretariat"]


def test_what_is_over_is_asked_for_again(office):
    change = ask("way_back", about=office.karen, by=office.sille)
    with acting(user=office.sille):
        change.stop(by=office.sille)

    page = as_user(office.sille).get(reverse("admin:accounts_user_change", args=[office.karen.pk]))

    assert "ask_way_back" in [verb for verb, _label in page.context["verbs"]]


def test_whoever_has_asked_for_two_changes_is_closed_and_both_are_over(office):
    changes = [ask("way_back", about=one, by=office.ruth) for one in (office.karen, office.lars)]
    page = reverse("admin:accounts_user_change", args=[office.ruth.pk])

    answer = as_user(office.sille).post(page, {"name": office.ruth.name})

    assert answer.status_code == 302
    assert [state_of(change) for change in changes] == ["stopped", "stopped"]
