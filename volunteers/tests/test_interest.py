"""A closed role takes the names of those who would like to hear when it opens: told once, and then erased."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from volunteers.due import forget_interested
from volunteers.forms.applications import stamp
from volunteers.models import Interested, RoleProfile
from volunteers.tests import asking
from weshelter.tests import people

THANKS = "/bliv-frivillig/skriv-mig-op/tak/"


def show(client, to, **changes):
    typed = {
        "opened": stamp(timezone.now() - timedelta(minutes=1)),
        "role": str(to.pk),
        "name": "Ib Iversen",
        "email": "ib@example.net",
        "language": "da",
    }
    return client.post(reverse("volunteers:show_interest"), typed | changes)


def waiting(cast, who: str = "karen") -> list[str]:
    with acting(user=getattr(cast, who)):
        return [one.name for one in Interested.objects.all()]


def open_role(cast, role) -> None:
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=role.pk).update(is_open=True)


@pytest.mark.feature(8)
def test_a_closed_role_stands_on_the_page_and_takes_interest(client, cast):
    role = asking.closed_role(cast)

    page = client.get(reverse("volunteers:apply"))
    response = show(client, role)

    assert page.context["closed"] == [[role]]
    assert (response.status_code, response.url) == (302, THANKS)
    assert waiting(cast) == ["Ib Iversen"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "Ib 010190-1234"},
        {"name": "køb på www.spam.example"},
        {"email": "ib"},
        {"email": "0101901234@example.net"},
        {"language": "xx"},
        {"role": "x"},
        {"opened": "1:x"},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, cast, wrong):
    page = show(client, asking.closed_role(cast), **wrong)

    assert page.status_code == 200
    assert len(page.context["form"].errors) == 1
    assert waiting(cast) == []


def test_who_waits_already_waits_once_and_is_not_told(client, cast):
    role = asking.closed_role(cast)
    asking.interested("Ib Iversen", house=cast.rg60)

    response = show(client, role, email="IB@example.net")

    assert response.url == THANKS
    assert waiting(cast) == ["Ib Iversen"]


def test_a_double_click_and_a_robot_leave_no_more(client, cast):
    role = asking.closed_role(cast)

    for more in ({}, {}, {"website": "https://spam.example", "email": "robot@example.net"}):
        assert show(client, role, **more).url == THANKS

    assert waiting(cast) == ["Ib Iversen"]


@pytest.mark.feature(94)
def test_whoever_is_thanked_is_kept_and_marked_where_others_wait_at_the_address(client, cast):
    role = asking.closed_role(cast)

    answers = [show(client, role, name=f"Ib {number}", email="IB@example.net").url for number in "1234"]
    answers.append(show(client, role, name="Jane Jensen", email="jane@example.net").url)

    people.sign_in(client, cast.karen)
    page = client.get(reverse("volunteers:awaited_roles"))
    [role] = page.context["roles"]
    assert answers == [THANKS] * 5
    assert page.content.decode().count("Måske den samme") == 4
    assert {one.name: one.may_be_double for one in role.interested.all()} == {
        "Ib 1": True,
        "Ib 2": True,
        "Ib 3": True,
        "Ib 4": True,
        "Jane Jensen": False,
    }


@pytest.mark.feature(94)
def test_of_one_address_the_sixth_within_an_hour_is_told_so_and_loses_nothing(client, cast):
    role = asking.closed_role(cast)

    answers = [show(client, role, name=f"Ib {number}") for number in "123456"]

    assert [answer.status_code for answer in answers] == [302] * 5 + [200]
    assert "inden for en time" in str(answers[5].context["form"].non_field_errors())
    assert answers[5].context["form"]["name"].value() == "Ib 6"
    assert waiting(cast) == ["Ib 1", "Ib 2", "Ib 3", "Ib 4", "Ib 5"]


def test_nobody_fills_anothers_inbox_on_the_day_on_which_it_opens(client, committed_cast, as_login, mailoutbox):
    role = asking.closed_role(committed_cast)
    for number in "12345":
        show(client, role, name=f"Ib {number}")
    open_role(committed_cast, role)
    people.sign_in(client, committed_cast.karen)
    client.post(reverse("volunteers:tell_interested", args=[role.pk]))

    as_login("jobs")
    call_command("work", once=True)

    assert [(mail.to, mail.subject) for mail in mailoutbox] == [(["ib@example.net"], "5 beskeder fra WeShelter")]


def test_an_open_role_takes_applications_and_no_interest(client, cast):
    page = show(client, cast.rg60.friend_role)

    assert list(page.context["form"].errors) == ["role"]
    assert waiting(cast) == []


def test_only_those_who_hold_the_project_see_who_waits(cast):
    asking.closed_role(cast)
    asking.interested("Ib Iversen", house=cast.rg60)

    assert {who: waiting(cast, who) for who in ("sille", "karen", "lars", "nanna")} == {
        "sille": ["Ib Iversen"],
        "karen": ["Ib Iversen"],
        "lars": [],
        "nanna": [],
    }


@pytest.mark.feature(8)
def test_when_it_opens_all_are_written_to_once_in_their_language_and_erased(client, committed_cast, mailbox):
    cast = committed_cast
    role = asking.closed_role(cast)
    asking.interested("Ib Iversen", house=cast.rg60)
    asking.interested("Jane Jensen", house=cast.rg60, language="en")
    open_role(cast, role)
    people.sign_in(client, cast.karen)

    for _click in range(2):
        client.post(reverse("volunteers:tell_interested", args=[role.pk]))

    letters = {letter.message.address: letter for letter in mailbox()}
    assert (letters["ib@example.net"].subject, letters["jane@example.net"].subject) == (
        "Nu kan du søge",
        "Now you can apply",
    )
    assert f"/bliv-frivillig/?rolle={role.pk}" in letters["ib@example.net"].text
    assert (len(mailbox()), waiting(cast)) == (2, [])


def test_while_the_role_is_closed_nobody_is_written_to(client, cast):
    role = asking.closed_role(cast)
    asking.interested("Ib Iversen", house=cast.rg60)
    people.sign_in(client, cast.karen)

    client.post(reverse("volunteers:tell_interested", args=[role.pk]))

    assert waiting(cast) == ["Ib Iversen"]


def test_one_who_does_not_want_to_any_more_is_erased(client, cast):
    asking.closed_role(cast)
    ib = asking.interested("Ib Iversen", house=cast.rg60)
    people.sign_in(client, cast.karen)

    client.post(reverse("volunteers:forget_interested", args=[ib.pk]))

    assert waiting(cast) == []


def test_the_page_asks_no_more_for_three_than_for_one(client, cast):
    asking.closed_role(cast)
    people.sign_in(client, cast.karen)
    asking.interested("Ib Iversen", house=cast.rg60)
    one = queries(client)
    for name in ("Jane Jensen", "Kaj Kjær"):
        asking.interested(name, house=cast.rg60)

    assert queries(client) == one


def queries(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("volunteers:awaited_roles"))
    return len(asked)


def test_after_a_year_the_name_is_erased(committed_cast, as_login):
    asking.closed_role(committed_cast)
    asking.interested("Ib Iversen", house=committed_cast.rg60, since=timezone.localtime() - timedelta(days=366))
    asking.interested("Jane Jensen", house=committed_cast.rg60)
    as_login("jobs")

    assert forget_interested(timezone.localdate()) == 1

    as_login("app")
    assert waiting(committed_cast) == ["Jane Jensen"]
