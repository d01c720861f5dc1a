"""Anybody applies in three minutes, without a login."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from institutions.models import Project
from letters.models import Message
from volunteers.forms.applications import stamp
from volunteers.models import RoleProfile, Volunteer
from weshelter.tests import people

THANKS = "/bliv-frivillig/tak/"


def answers(to, **changes) -> dict:
    """What somebody types, who opened the page a minute ago."""
    typed = {
        "opened": stamp(timezone.now() - timedelta(minutes=1)),
        "role": str(to.pk),
        "name": "Anna Ansøger",
        "email": "anna@example.net",
        "phone": "20 30 40 50",
        "postcode": "2200",
        "languages": ["da", "en"],
        "interests": ["walks", "chess"],
        "slots": ["weekday_evening"],
        "motivation": "Jeg vil gerne lytte",
        "heard_from": "poster",
        "has_read": "on",
    }
    return {name: value for name, value in (typed | changes).items() if value is not None}


def send(client, to, **changes):
    return client.post(reverse("volunteers:apply"), answers(to, **changes))


def applications(cast) -> list[Volunteer]:
    with acting(user=cast.sille):
        return list(Volunteer.objects.order_by("applied_at"))


@pytest.mark.feature(1)
def test_a_visitor_applies_without_a_login(client, cast):
    response = send(client, cast.rg60.friend_role)

    [anna] = applications(cast)
    assert (response.status_code, response.url) == (302, THANKS)
    assert (anna.name, anna.state, anna.role) == ("Anna Ansøger", "applied", cast.rg60.friend_role)
    assert (str(anna.phone), anna.postcode) == ("+45 20 30 40 50", "2200")
    assert (anna.languages, anna.interests, anna.slots) == (["da", "en"], ["walks", "chess"], ["weekday_evening"])
    assert (anna.motivation, anna.heard_from) == ("Jeg vil gerne lytte", "poster")
    assert anna.project_ids == [cast.rg60.friends.pk]


@pytest.mark.feature(33)
def test_somebody_from_malmoe_applies(client, cast):
    send(client, cast.rg60.friend_role, postcode="211 20", phone="+46 70 123 45 67")

    [anna] = applications(cast)
    assert (anna.postcode, str(anna.phone)) == ("211 20", "+46 70 123 45 67")


@pytest.mark.parametrize("phone", ["0701234567", "070-123 45 67"])
def test_who_writes_a_number_from_abroad_without_its_country_reads_how(client, cast, phone):
    page = send(client, cast.rg60.friend_role, phone=phone)

    assert "+46 70 123 45 67" in page.context["form"].errors["phone"][0]


@pytest.mark.feature(72)
def test_the_receipt_carries_the_link_to_the_own_page(client, committed_cast, mailbox):
    send(client, committed_cast.rg60.friend_role)

    [letter] = mailbox()
    assert (letter.message.kind, letter.message.address) == ("application_received", "anna@example.net")
    assert "Netværksvenner, RG60" in letter.text
    assert "/min-side/" in letter.text


@pytest.mark.feature(8)
def test_the_form_says_what_a_role_is_why_volunteers_do_it_and_what_it_is_not(client, cast):
    page = client.get(reverse("volunteers:apply")).content.decode()

    for words in ("Netværksvenner", "RG60", "Mødes", "Lyst", "Ikke behandling"):
        assert words in page


def test_a_role_can_be_chosen_by_the_address(client, cast):
    role = cast.nabo.food_role

    response = client.get(reverse("volunteers:apply"), {"rolle": str(role.pk)})

    assert response.context["form"]["role"].value() == [str(role.pk)]


def test_a_role_that_is_none_in_the_address_is_not_chosen(client, cast):
    response = client.get(reverse("volunteers:apply"), {"rolle": "<script>"})

    assert response.status_code == 200
    assert "checked" not in str(response.context["form"]["role"])


def test_danish_is_ticked_and_nothing_else(client, cast):
    page = client.get(reverse("volunteers:apply")).content.decode()

    assert page.count("checked") == 1
    assert page.split("checked")[0].rsplit("<input", 1)[1].count('value="da"') == 1


WRONG = {
    "no name": {"name": ""},
    "a name too long": {"name": "x" * 101},
    "a CPR number as name": {"name": "Anna 010190-1234"},
    "an advertisement as name": {"name": "https://spam.example er godt"},
    "no address": {"email": ""},
    "no real address": {"email": "anna"},
    "a CPR number in the address": {"email": "0101901234@example.net"},
    "a phone number too short": {"phone": "1234"},
    "a CPR number as phone": {"phone": "010190-1234"},
    "no postcode": {"postcode": ""},
    "a postcode of letters": {"postcode": "NV"},
    "a postcode too short": {"postcode": "220"},
    "a postcode too long": {"postcode": "2" * 13},
    "a postcode in other digits": {"postcode": "٢٢٠٠"},
    "no language": {"languages": None},
    "a language that is none": {"languages": ["xx"]},
    "an interest that is none": {"interests": ["skydiving"]},
    "a time that is none": {"slots": ["never"]},
    "too much to say": {"motivation": "x" * 1001},
    "a CPR number in between": {"motivation": "Jeg er 010190-1234"},
    "a source that is none": {"heard_from": "tv"},
    "not read how it is kept": {"has_read": None},
    "no role": {"role": None},
    "a role that is none": {"role": "x"},
    "no stamp": {"opened": None},
    "a stamp of one's own": {"opened": "1:x"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, cast, wrong):
    typed = {"motivation": "Det her har jeg skrevet"} | wrong

    response = send(client, cast.rg60.friend_role, **typed)

    assert response.status_code == 200
    assert "error-summary" in response.content.decode()
    assert (typed["motivation"] or "") in response.content.decode()
    assert applications(cast) == []


@pytest.mark.parametrize("name", ["Søren 🌻 Ærø", "<script>alert(1)</script>", "O'Neill; DROP TABLE"])
def test_a_strange_name_is_a_name(client, cast, name):
    send(client, cast.rg60.friend_role, name=name)

    assert [anna.name for anna in applications(cast)] == [name]


def test_a_name_is_one_line(client, cast):
    send(client, cast.rg60.friend_role, name="Anna\nKøb  billigt")

    assert [anna.name for anna in applications(cast)] == ["Anna Køb billigt"]


@pytest.mark.parametrize("empty", ["phone", "interests", "slots", "motivation", "heard_from"])
def test_what_need_not_be_said_may_be_left_out(client, cast, empty):
    send(client, cast.rg60.friend_role, **{empty: None})

    assert len(applications(cast)) == 1


def test_a_robot_in_the_trap_is_thanked_and_nothing_is_kept(client, cast):
    response = send(client, cast.rg60.friend_role, website="https://spam.example")

    assert (response.status_code, response.url) == (302, THANKS)
    assert applications(cast) == []


def test_who_is_faster_than_a_person_is_asked_to_look_again(client, cast):
    response = send(client, cast.rg60.friend_role, opened=stamp())

    assert response.status_code == 200
    assert "Jeg vil gerne lytte" in response.content.decode()
    assert applications(cast) == []


def test_a_page_left_open_too_long_comes_back_with_all_that_was_typed(client, cast):
    old = stamp(timezone.now() - timedelta(hours=3))

    response = send(client, cast.rg60.friend_role, opened=old)

    assert response.status_code == 200
    assert response.context["form"].opened != old
    assert "Jeg vil gerne lytte" in response.content.decode()
    assert applications(cast) == []


def test_a_closed_role_cannot_be_applied_for(client, cast):
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=cast.rg60.friend_role.pk).update(is_open=False)

    response = send(client, cast.rg60.friend_role)

    assert list(response.context["form"].errors) == ["role"]
    assert applications(cast) == []


def test_a_role_of_a_paused_project_cannot_be_applied_for(client, cast):
    with acting(user=cast.sille):
        Project.objects.get(pk=cast.rg60.friends.pk).pause(by=cast.sille)

    response = send(client, cast.rg60.friend_role)

    assert list(response.context["form"].errors) == ["role"]
    assert applications(cast) == []


def test_without_an_open_role_the_page_says_so(client, db):
    page = client.get(reverse("volunteers:apply"))

    assert page.context["form"].offers == []
    assert b'name="email"' not in page.content


def test_the_answer_does_not_tell_that_an_address_is_known(client, cast):
    first = send(client, cast.rg60.friend_role)
    second = send(client, cast.rg60.food_role)

    assert (first.status_code, first.url, first.content) == (second.status_code, second.url, second.content)
    assert len(applications(cast)) == 2


def test_the_form_shows_nobody_signed_in(client, cast):
    people.sign_in(client, cast.sille)

    page = client.get(reverse("volunteers:apply")).content.decode()

    assert cast.sille.name not in page
    assert "<nav" not in page


def test_the_receipt_is_known_to_the_project_it_concerns(client, cast):
    send(client, cast.rg60.friend_role)

    with acting(user=cast.karen):
        assert [message.kind for message in Message.objects.all()] == ["application_received"]
    with acting(user=cast.nanna):
        assert not Message.objects.exists()


def test_thanks_says_what_happens_now(client, db):
    response = client.get(reverse("volunteers:applied"))

    assert response.status_code == 200
    assert b"<ol" in response.content
