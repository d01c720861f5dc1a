"""A role asks up to five questions of its own; they come with the role, and stay as they were answered."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from access.context import acting
from volunteers.models import Answer, RoleQuestion
from volunteers.tests import asking, way
from volunteers.tests.test_application import THANKS, applications, send
from weshelter.tests import people

ADD = "admin:volunteers_rolequestion_add"


def answered(cast) -> list[tuple[str, str]]:
    with acting(user=cast.karen):
        return list(Answer.objects.in_order().values_list("question", "text"))


def question_on_page(page, question) -> bool:
    return f"question_{question.pk}" in page.context["form"].fields


@pytest.mark.feature(1)
def test_the_address_of_a_role_brings_its_questions(client, cast):
    question = asking.question(cast, cast.rg60.friend_role)

    chosen = client.get(reverse("volunteers:apply"), {"rolle": cast.rg60.friend_role.pk})
    other = client.get(reverse("volunteers:apply"), {"rolle": cast.rg60.food_role.pk})

    assert (question_on_page(chosen, question), question_on_page(other, question)) == (True, False)


@pytest.mark.feature(1)
def test_what_was_answered_is_kept_with_the_question_as_it_was_read(client, cast):
    role = cast.rg60.friend_role
    question = asking.question(cast, role, "Kan du lide hunde?")
    send(client, role, asked=str(role.pk), **{f"question_{question.pk}": "Ja, meget"})

    with acting(user=cast.sille):
        RoleQuestion.objects.update(text_da="Er du bange for hunde?", is_asked=False)

    assert answered(cast) == [("Kan du lide hunde?", "Ja, meget")]


def test_a_question_in_english_is_kept_in_english(client, cast):
    role = cast.rg60.friend_role
    question = asking.question(cast, role, text_en="Do you like dogs?", kind="yes_no")
    client.post(reverse("set_language"), {"language": "en"})

    send(client, role, asked=str(role.pk), **{f"question_{question.pk}": "Yes"})

    assert answered(cast) == [("Do you like dogs?", "Yes")]


def test_a_role_chosen_on_the_page_shows_its_questions_before_it_is_sent(client, cast):
    role = cast.rg60.friend_role
    question = asking.question(cast, role, is_mandatory=True)

    page = send(client, role)

    assert list(page.context["form"].errors) == ["__all__"]
    assert question_on_page(page, question)
    assert "Jeg vil gerne lytte" in page.content.decode()
    assert applications(cast) == []


@pytest.mark.parametrize(
    "given", ["", "x" * 201, "010190-1234"], ids=["not answered", "answered at too great length", "a CPR number"]
)
def test_what_is_wrong_with_an_answer_is_said_beside_it(client, cast, given):
    role = cast.rg60.friend_role
    name = f"question_{asking.question(cast, role, is_mandatory=True).pk}"

    page = send(client, role, asked=str(role.pk), **{name: given})

    assert list(page.context["form"].errors) == [name]
    assert applications(cast) == []


def test_what_need_not_be_answered_may_be_left_out(client, cast):
    role = cast.rg60.friend_role
    asking.question(cast, role)

    response = send(client, role, asked=str(role.pk))

    assert (response.url, answered(cast), len(applications(cast))) == (THANKS, [], 1)


def test_a_role_asks_five_questions_and_no_sixth(cast):
    for place in range(1, 6):
        asking.question(cast, cast.rg60.friend_role, place=place)

    for place in (5, 6):
        with pytest.raises(IntegrityError), transaction.atomic():
            asking.question(cast, cast.rg60.friend_role, place=place)


def test_a_question_no_longer_asked_makes_room(client, cast):
    old = asking.question(cast, cast.rg60.friend_role)
    with acting(user=cast.sille):
        RoleQuestion.objects.filter(pk=old.pk).update(is_asked=False)
    new = asking.question(cast, cast.rg60.friend_role, "Kan du lide katte?")

    page = client.get(reverse("volunteers:apply"), {"rolle": cast.rg60.friend_role.pk})

    assert (question_on_page(page, old), question_on_page(page, new)) == (False, True)


def test_the_secretariat_makes_a_question_and_a_second_of_the_same_number_is_refused(client, cast):
    people.sign_in(client, cast.sille)
    typed = {"role": cast.rg60.friend_role.pk, "place": 1, "text_da": "Hvorfor?", "kind": "long", "is_asked": "on"}

    client.post(reverse(ADD), typed)
    again = client.post(reverse(ADD), typed)

    assert again.status_code == 200
    with acting(user=cast.sille):
        assert [one.kind for one in RoleQuestion.objects.all()] == ["long"]


@pytest.mark.parametrize("who", ["lars", "nanna"])
def test_answers_are_read_by_those_who_screen(cast, who):
    asking.answer(way.applied(cast))

    assert len(answered(cast)) == 1
    with acting(user=getattr(cast, who)):
        assert not Answer.objects.exists()


def test_nobody_answers_for_somebody_else_or_changes_an_answer(cast):
    anna = way.applied(cast)
    asking.answer(anna)

    with acting(new_id=cast.karen.pk), pytest.raises(ProgrammingError), transaction.atomic():
        Answer.objects.bulk_create([Answer(volunteer=anna, place=2, question="x", text="x")])
    with acting(user=cast.karen), pytest.raises(ProgrammingError), transaction.atomic():
        Answer.objects.update(text="Andet")


@pytest.mark.feature(21)
def test_what_one_cannot_is_asked_and_shown_to_who_screens(client, cast):
    send(client, cast.rg60.friend_role, limits=["pets", "stairs"])
    [anna] = applications(cast)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:detail", args=[anna.pk]))

    assert anna.limits == ["pets", "stairs"]
    assert dict(page.context["card"].told)["Kan ikke eller vil ikke"] == "hunde og andre dyr, trapper uden elevator"
