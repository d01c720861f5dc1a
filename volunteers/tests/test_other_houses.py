"""Who can imagine several houses applies once: one house has the application, and the others are noted."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from volunteers.models import Answer, RoleProfile, Volunteer
from volunteers.tests import asking, way
from volunteers.tests.test_application import THANKS, applications, send
from weshelter.tests import people

OTHER_TASK = "Sæt kun kryds ved huse under én opgave"
CLOSED = "tager ikke imod flere lige nu"


def tick(client, *roles, **changes):
    return send(client, roles[0], role=[str(role.pk) for role in roles], **changes)


def stands(cast) -> list[tuple]:
    return [(one.role, one.also_role_ids) for one in applications(cast)]


def close(cast, role) -> None:
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=role.pk).update(is_open=False)


def errors(page) -> dict:
    return {name: " ".join(said) for name, said in page.context["form"].errors.items()}


@pytest.fixture
def friends(cast) -> tuple[RoleProfile, RoleProfile]:
    """The same role at both houses; RG60 has a volunteer, NABO none."""
    people.ready_volunteer(cast)
    return cast.rg60.friend_role, cast.nabo.friend_role


@pytest.mark.feature(1)
@pytest.mark.feature(8)
def test_the_house_with_fewest_volunteers_gets_the_application_and_the_other_is_noted(client, cast, friends):
    rg60, nabo = friends

    assert tick(client, rg60, nabo).url == THANKS

    assert stands(cast)[1:] == [(nabo, [rg60.pk])]


def test_who_applies_next_goes_to_the_other_house(client, cast, friends):
    rg60, nabo = friends
    for name in ("Anna Ansøger", "Bente Beck"):
        way.applied(cast, name, role=nabo)

    tick(client, rg60, nabo)

    assert stands(cast)[-1] == (rg60, [nabo.pk])


def test_those_who_have_gone_are_not_counted(client, cast, friends):
    rg60, nabo = friends
    for name in ("Anna Ansøger", "Bente Beck"):
        one = way.applied(cast, name, role=nabo)
        with acting(user=cast.nanna):
            one.decline(reason="other", by=cast.nanna)

    tick(client, rg60, nabo)

    assert stands(cast)[-1] == (nabo, [rg60.pk])


def test_of_as_many_the_first_in_the_list_gets_it(client, cast):
    tick(client, cast.rg60.food_role, cast.nabo.food_role)

    assert stands(cast) == [(cast.nabo.food_role, [cast.rg60.food_role.pk])]


def test_one_house_alone_is_that_house(client, cast, friends):
    tick(client, friends[0])

    assert stands(cast)[1:] == [(friends[0], [])]


@pytest.mark.feature(8)
def test_two_tasks_are_told_apart_and_nothing_is_lost(client, cast):
    ticked = [cast.rg60.friend_role, cast.rg60.food_role]

    page = tick(client, *ticked)

    form = page.context["form"]
    assert OTHER_TASK in errors(page)["role"]
    assert form["role"].value() == [str(role.pk) for role in ticked]
    assert form["motivation"].value() == "Jeg vil gerne lytte"
    assert applications(cast) == []


def test_a_house_that_closed_meanwhile_is_said_and_the_other_stays_ticked(client, cast):
    rg60, nabo = cast.rg60.friend_role, cast.nabo.friend_role
    close(cast, nabo)

    page = tick(client, rg60, nabo)

    ticked = [role for offer in page.context["form"].offers for role, box in offer if box.data["selected"]]
    assert CLOSED in errors(page)["role"]
    assert (ticked, applications(cast)) == ([rg60], [])


@pytest.mark.parametrize("value", ["<script>", "🌻", "010190-1234", "00000000-0000-0000-0000-000000000000"])
def test_what_is_no_house_is_said_and_nothing_is_kept(client, cast, value):
    page = send(client, cast.rg60.friend_role, role=[str(cast.rg60.friend_role.pk), value])

    assert list(errors(page)) == ["role"]
    assert "<script>" not in page.content.decode()
    assert applications(cast) == []


def test_sent_twice_it_is_one(client, cast, friends):
    for _click in range(2):
        assert tick(client, *friends).url == THANKS

    assert len(applications(cast)) == 2  # she, and the volunteer of RG60


@pytest.mark.feature(1)
def test_only_the_house_that_has_it_sees_it(client, cast, friends):
    tick(client, *friends)

    seen = {}
    for who in ("sille", "nanna", "karen", "lars", "leif"):
        with acting(user=getattr(cast, who)):
            seen[who] = Volunteer.objects.filter(name="Anna Ansøger").count()
    assert seen == {"sille": 1, "nanna": 1, "karen": 0, "lars": 0, "leif": 0}


def test_the_house_that_has_it_asks_its_own_questions(client, cast, friends):
    rg60, nabo = friends
    asking.question(cast, rg60, "Kan du lide hunde?")
    question = asking.question(cast, nabo, "Kan du lide katte?")

    page = tick(client, rg60, nabo)
    tick(client, rg60, nabo, asked=str(nabo.pk), **{f"question_{question.pk}": "Meget"})

    assert [one.text_da for one in page.context["form"].questions] == ["Kan du lide katte?"]
    with acting(user=cast.nanna):
        assert list(Answer.objects.values_list("question", "text")) == [("Kan du lide katte?", "Meget")]


def test_whose_questions_were_answered_gets_it_though_somebody_applied_meanwhile(client, cast, friends):
    rg60, nabo = friends
    asking.question(cast, nabo)
    tick(client, rg60, nabo)
    for name in ("Bente Beck", "Carl Carlsen"):
        way.applied(cast, name, role=nabo)

    tick(client, rg60, nabo, asked=str(nabo.pk))

    assert stands(cast)[-1] == (nabo, [rg60.pk])


def test_a_house_that_is_ticked_no_more_asks_nothing(client, cast, friends):
    rg60, nabo = friends
    asking.question(cast, nabo, is_mandatory=True)

    tick(client, rg60, asked=str(nabo.pk))

    assert stands(cast)[-1] == (rg60, [])


def test_the_address_ticks_several(client, cast, friends):
    page = client.get(reverse("volunteers:apply"), {"rolle": [role.pk for role in friends]})

    assert [box.data["selected"] for offer in page.context["form"].offers for _role, box in offer].count(True) == 2


@pytest.mark.feature(72)
def test_the_receipt_and_the_own_page_say_what_was_ticked(client, committed_cast, mailbox):
    tick(client, committed_cast.rg60.friend_role, committed_cast.nabo.friend_role)

    [letter] = mailbox()
    page = client.get(letter.text.partition("http://localhost:8000")[2].split()[0]).content.decode()
    for text in (letter.text, " ".join(page.split())):
        assert "Du har også sat kryds ved: RG60. NABO har din ansøgning og kan give den videre dertil." in text


def test_the_receipt_of_one_house_says_nothing_of_others(client, committed_cast, mailbox):
    send(client, committed_cast.rg60.friend_role)

    assert "kryds" not in mailbox()[0].text


@pytest.mark.feature(21)
def test_whoever_screens_her_reads_it_on_her_page_and_so_does_the_administration(client, cast):
    anna = way.applied(cast, also_role_ids=[cast.nabo.friend_role.pk])

    for who, page in (("karen", "screening:detail"), ("sille", "admin:volunteers_volunteer_change")):
        people.sign_in(client, getattr(cast, who))
        assert "NABO" in client.get(reverse(page, args=[anna.pk])).content.decode()


def choices(page) -> list:
    form = page.context["form"]
    return [label for _pk, label in form.fields["also_role_ids"].choices] if "also_role_ids" in form.fields else []


def test_whoever_screens_her_is_offered_the_same_role_where_it_is_open(client, cast):
    anna, tove = way.applied(cast), way.in_training(cast)
    people.sign_in(client, cast.karen)

    offered = choices(client.get(reverse("screening:tell", args=[anna.pk])))
    once_taken_in = choices(client.get(reverse("screening:tell", args=[tove.pk])))
    close(cast, cast.nabo.friend_role)

    assert (offered, once_taken_in) == (["Netværksvenner, NABO"], [])
    assert choices(client.get(reverse("screening:tell", args=[anna.pk]))) == []


def test_what_was_ticked_can_be_taken_back(client, cast):
    anna = way.applied(cast, also_role_ids=[cast.nabo.friend_role.pk])
    people.sign_in(client, cast.karen)

    client.post(reverse("screening:tell", args=[anna.pk]), {"languages": ["da"]})

    assert way.now(cast, anna).also_role_ids == []


def test_by_the_form_only_what_is_open_can_be_ticked(cast):
    close(cast, cast.nabo.friend_role)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        way.applied(cast, also_role_ids=[cast.nabo.friend_role.pk])


def test_by_her_link_she_ticks_nothing(cast):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        token = way.token_of(issue_link(Purpose.OWN_PAGE, anna, "coordinators:own_page"))

    with acting(link=token), pytest.raises(DatabaseError, match="a link changes nothing else"), transaction.atomic():
        Volunteer.objects.filter(pk=anna.pk).update(also_role_ids=[cast.nabo.friend_role.pk])
