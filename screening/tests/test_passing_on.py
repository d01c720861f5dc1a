"""An applicant who ticked several houses is passed on from one to the other, without a no and a new application."""

import pytest
from django.db import connection, transaction
from django.urls import reverse

from access.context import acting
from history.moves import NotPossible
from letters.models import Message
from screening.models import Appointment
from volunteers.models import RoleProfile, Volunteer
from volunteers.tests import way
from weshelter.tests import people

AGREED = "Der er aftalt en samtale. Aflys den først"


@pytest.fixture
def anna(cast) -> Volunteer:
    """She applied at RG60, and ticked NABO."""
    return way.applied(cast, also_role_ids=[cast.nabo.friend_role.pk])


def pass_on(client, cast, volunteer, who: str = "karen"):
    people.sign_in(client, getattr(cast, who))
    page = reverse("screening:change_role", args=[volunteer.pk])
    return client.post(page, {"role": cast.nabo.friend_role.pk}, follow=True)


def seen_by(cast, volunteer) -> list[str]:
    found = []
    for who in ("sille", "karen", "lars", "nanna", "leif"):
        with acting(user=getattr(cast, who)):
            found += [who] if Volunteer.objects.filter(pk=volunteer.pk).exists() else []
    return found


def by_hand(cast, volunteer, who: str, role=None) -> bool:
    """As somebody with SQL would do it."""
    with acting(user=getattr(cast, who)), connection.cursor() as cursor:
        cursor.execute("SELECT app.pass_on(%s, %s)", [volunteer.pk, (role or cast.nabo.friend_role).pk])
        return cursor.fetchone()[0]


@pytest.mark.feature(2)
@pytest.mark.feature(94)
def test_the_other_house_has_the_application_and_the_former_sees_her_no_more(client, cast, anna):
    before = seen_by(cast, anna)

    page = pass_on(client, cast, anna)

    now = way.now(cast, anna)
    assert (before, seen_by(cast, anna)) == (["sille", "karen"], ["sille", "nanna"])
    assert (now.role, now.also_role_ids, now.state) == (cast.nabo.friend_role, [cast.rg60.friend_role.pk], "applied")
    assert page.redirect_chain == [(reverse("volunteers:list"), 302)]
    assert "NABO har nu ansøgningen, og Anna får en mail." in page.content.decode()


def test_she_can_be_passed_back(client, cast, anna):
    pass_on(client, cast, anna)
    people.sign_in(client, cast.nanna)

    client.post(reverse("screening:change_role", args=[anna.pk]), {"role": cast.rg60.friend_role.pk})

    assert seen_by(cast, anna) == ["sille", "karen"]
    assert way.now(cast, anna).also_role_ids == [cast.nabo.friend_role.pk]


@pytest.mark.feature(94)
def test_she_is_written_to_once_with_a_link_that_works_and_an_answer_goes_to_the_other_house(
    client, committed_cast, mailbox
):
    anna = way.applied(committed_cast, also_role_ids=[committed_cast.nabo.friend_role.pk])

    pass_on(client, committed_cast, anna)

    [letter] = mailbox()
    own_page = letter.text.partition("http://localhost:8000")[2].split()[0]
    assert (letter.message.address, letter.subject) == (anna.email, "Din ansøgning er nu hos NABO")
    assert letter.message.project_id == committed_cast.nabo.friends.pk
    assert (
        "RG60 har givet din ansøgning videre til et andet hus, du satte kryds ved: Netværksvenner, NABO." in letter.text
    )
    assert "gælder ikke længere" not in letter.text
    assert "Nanna Nabo" in client.get(own_page).content.decode()


def test_times_that_were_offered_are_taken_back_and_she_hears_it(client, committed_cast, mailbox):
    anna = way.applied(committed_cast, also_role_ids=[committed_cast.nabo.friend_role.pk])
    way.offered(committed_cast, anna)

    pass_on(client, committed_cast, anna)

    [letter] = mailbox()
    assert "De tider til en samtale, som RG60 foreslog dig, gælder ikke længere." in letter.text
    with acting(user=committed_cast.nanna):
        assert not Appointment.objects.open().exists()


def test_a_talk_that_is_agreed_is_called_off_first(client, cast, anna):
    way.chosen(cast, anna)

    page = pass_on(client, cast, anna)

    assert AGREED in str(page.context["form"].non_field_errors())
    assert seen_by(cast, anna) == ["sille", "karen"]


def test_after_the_conversation_it_is_as_possible(client, cast):
    ida = way.interviewed(cast)
    with acting(user=cast.karen):
        ida.tell(also_role_ids=[cast.nabo.friend_role.pk])

    pass_on(client, cast, ida)

    assert (seen_by(cast, ida), way.now(cast, ida).state) == (["sille", "nanna"], "interviewed")


def test_the_secretariat_gives_her_the_role_there_and_the_former_house_is_noted(client, cast, anna):
    pass_on(client, cast, anna, "sille")

    assert way.now(cast, anna).also_role_ids == [cast.rg60.friend_role.pk]


@pytest.mark.parametrize("who", ["nanna", "lars", "leif"])
def test_nobody_else_passes_her_on(client, cast, anna, who):
    assert pass_on(client, cast, anna, who).status_code == 404
    assert not by_hand(cast, anna, who)


def test_nobody_passes_herself_on(cast, anna):
    way.becomes_user(cast, anna, cast.karen)

    assert not by_hand(cast, anna, "karen")


def test_who_is_taken_in_belongs_to_the_house(client, cast, anna):
    with acting(user=cast.karen):
        anna.hold_conversation(held_on=anna.applied_at.date(), outcome="good", by=cast.karen)
        anna.take_into_training(by=cast.karen)

    assert "role" in pass_on(client, cast, anna).context["form"].errors
    assert not by_hand(cast, anna, "karen")


def test_a_house_that_she_did_not_tick_is_none_to_pass_on_to(client, cast):
    anna = way.applied(cast)

    assert "role" in pass_on(client, cast, anna).context["form"].errors
    assert not by_hand(cast, anna, "karen")


def test_a_house_that_takes_nobody_is_none_to_pass_on_to(client, cast, anna):
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=cast.nabo.friend_role.pk).update(is_open=False)

    assert "role" in pass_on(client, cast, anna).context["form"].errors
    with acting(user=cast.karen), pytest.raises(NotPossible), transaction.atomic():
        anna.pass_on(cast.nabo.friend_role)


def test_by_her_link_she_passes_herself_on_nowhere(cast, anna):
    with acting(new_id=anna.pk), connection.cursor() as cursor:
        cursor.execute("SELECT app.pass_on(%s, %s)", [anna.pk, cast.nabo.friend_role.pk])
        assert cursor.fetchone() == (False,)


def test_the_page_says_where_she_could_be(client, cast, anna):
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:change_role", args=[anna.pk]))

    assert "Anna kan også være på: NABO." in " ".join(page.content.decode().split())
    assert cast.nabo.friend_role in page.context["form"].fields["role"].queryset


def test_her_page_leads_there_if_she_ticked_more_than_one_house(client, cast, anna):
    people.sign_in(client, cast.karen)

    pages = [
        client.get(reverse("screening:detail", args=[one.pk])).content.decode()
        for one in (anna, way.applied(cast, "Bente Beck"), way.in_training(cast))
    ]

    assert ["Giv ansøgningen videre" in page for page in pages] == [True, False, False]


def test_pressed_twice_she_is_written_to_once(client, cast, anna):
    first, second = pass_on(client, cast, anna), pass_on(client, cast, anna)

    assert (first.status_code, second.status_code) == (200, 404)
    with acting(user=cast.sille):
        assert Message.objects.filter(kind="role_changed").count() == 1
