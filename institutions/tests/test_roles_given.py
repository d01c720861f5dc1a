"""A role given or taken: after a fresh login, and the person and those who work at the house are told once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from access.context import acting
from institutions.emails import send_role_ends
from institutions.models import Membership
from letters.models import Message
from weshelter.tests import people
from weshelter.tests.days import today

LIST = reverse("admin:institutions_membership_changelist")
ADD = reverse("admin:institutions_membership_add")
USERS = reverse("admin:accounts_user_changelist")


@pytest.fixture
def sille(client, cast):
    """The browser of the secretariat."""
    people.sign_in(client, cast.sille)
    return client


@pytest.fixture
def mona(cast):
    """Somebody who logs in and has no role yet."""
    return people.create_user("Mona Ny")


def letters(cast) -> list[tuple[str, str]]:
    with acting(user=cast.sille):
        return sorted((one.kind, one.address) for one in Message.objects.all())


def given(cast, mona) -> Membership:
    with acting(user=cast.sille):
        return Membership.objects.create(user=mona, role="coordinator", project=cast.rg60.food)


@pytest.mark.feature(88)
def test_a_role_given_is_told_to_the_person_and_to_those_at_the_house(sille, cast, mona):
    sille.post(ADD, {"user": mona.pk, "role": "coordinator", "project": cast.rg60.food.pk, "from_on": today()})

    assert letters(cast) == [
        ("role_given", "karen@example.org"),
        ("role_given", "lars@example.org"),
        ("role_given", "mona@example.org"),
    ]


@pytest.mark.feature(88)
@pytest.mark.parametrize("listed", [LIST, USERS])
def test_a_role_taken_is_told_once_however_often_it_is_ended(sille, cast, mona, listed):
    role = given(cast, mona)
    action, row = ("end_now", role) if listed == LIST else ("end_roles", mona)

    for _twice in range(2):
        sille.post(listed, {"action": action, "_selected_action": [row.pk]})

    assert letters(cast) == [
        ("role_ends", "karen@example.org"),
        ("role_ends", "lars@example.org"),
        ("role_ends", "mona@example.org"),
    ]


@pytest.mark.parametrize(("name", "warned"), [("nanna", True), ("leif", False)])
def test_whoever_ends_a_projects_last_role_is_told_that_nobody_has_it_now(sille, cast, name, warned):
    with acting(user=cast.sille):
        chosen = list(getattr(cast, name).memberships.values_list("pk", flat=True))

    page = sille.post(LIST, {"action": "end_now", "_selected_action": chosen}, follow=True)

    said = " ".join(str(message) for message in page.context["messages"])
    assert ("har ingen koordinator nu" in said) is warned, said


def test_a_new_lead_is_told_to_the_coordinators_of_the_house(sille, cast, mona):
    sille.post(ADD, {"user": mona.pk, "role": "lead", "institution": cast.nabo.institution.pk, "from_on": today()})

    assert [address for _kind, address in letters(cast)] == [
        "leif@example.org",
        "mona@example.org",
        "nanna@example.org",
    ]


def test_another_last_day_is_told_and_the_same_one_is_not(sille, cast, mona):
    role = given(cast, mona)
    page = reverse("admin:institutions_membership_change", args=[role.pk])
    said = {"from_on": today(), "until_on": today() + timedelta(days=30)}

    sille.post(page, said)
    sille.post(page, said)

    with acting(user=cast.sille):
        assert mona.memberships.get().until_on == said["until_on"]
    assert [kind for kind, _address in letters(cast)] == ["role_ends"] * 3


@pytest.mark.parametrize(
    ("days", "goes_on", "ends_soon"), [(-1, False, False), (0, True, True), (30, True, True), (31, True, False)]
)
def test_a_role_goes_on_until_the_end_of_its_last_day(cast, mona, days, goes_on, ends_soon):
    role = given(cast, mona)
    with acting(user=cast.sille):
        Membership.objects.filter(pk=role.pk).update(until_on=today() + timedelta(days=days))

        roles = Membership.objects.filter(pk=role.pk)
        assert roles.in_force_or_to_come(today()).exists() is goes_on
        assert roles.ending_soon().exists() is ends_soon


@pytest.mark.parametrize(("days", "told"), [(-1, "er afsluttet"), (0, "sidste dag er")])
def test_a_letter_says_whether_a_role_has_ended(committed_cast, mailbox, days, told):
    with acting(user=committed_cast.sille):
        role = committed_cast.karen.memberships.filter(project=committed_cast.rg60.food).get()
        role.until_on = today() + timedelta(days=days)
        send_role_ends(role, [])

    assert [told in letter.text for letter in mailbox()] == [True]


def test_whose_role_it_is_stays(sille, cast, mona):
    role = given(cast, mona)
    page = reverse("admin:institutions_membership_change", args=[role.pk])

    sille.post(page, {"user": cast.leif.pk, "role": "lead", "project": cast.nabo.food.pk, "from_on": today()})

    with acting(user=cast.sille):
        kept = Membership.objects.get(pk=role.pk)
    assert (kept.user, kept.role, kept.project) == (mona, "coordinator", cast.rg60.food)


@pytest.mark.feature(88)
def test_without_a_fresh_login_no_role_is_given_or_taken(cast, mona):
    role, client = given(cast, mona), Client()
    people.sign_in(client, cast.sille, minutes_ago=6)

    answers = [
        client.post(ADD, {"user": mona.pk, "role": "lead", "institution": cast.rg60.institution.pk}),
        client.post(LIST, {"action": "end_now", "_selected_action": [role.pk]}),
        client.post(USERS, {"action": "end_roles", "_selected_action": [mona.pk]}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert client.get(LIST).status_code == 200
    assert letters(cast) == []
    with acting(user=cast.sille):
        assert list(mona.memberships.in_force()) == [role]
        assert mona.memberships.get().until_on is None


def test_a_letter_about_a_role_names_no_citizen_and_nobody_outside_the_house_gets_it(sille, cast, mona):
    people.create_match(cast)

    sille.post(ADD, {"user": mona.pk, "role": "coordinator", "project": cast.nabo.friends.pk, "from_on": today()})

    assert {address for kind, address in letters(cast) if kind == "role_given"} == {
        "leif@example.org",
        "mona@example.org",
        "nanna@example.org",
    }
