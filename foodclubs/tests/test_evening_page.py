"""Guests at the house and tasks for volunteers, on the page of one evening."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Evening, Signup
from foodclubs.tests.tables import create_evening, get, helper, mails, post, sign_up
from history.moves import SENTENCES
from letters.models import Message
from weshelter.tests.people import apply, ready_volunteer, sign_in


@pytest.mark.feature(47)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_coordinator_and_lead_sign_up_a_guest_at_the_house(client, cast, who):
    evening = create_evening(cast.rg60)
    sign_in(client, getattr(cast, who))

    post(client, "sign_up", evening, nickname="Bo")

    page = get(client, "evening", evening)
    assert [str(signup.guest) for signup in page.context["signups"]] == ["Bo"]


@pytest.mark.parametrize("nickname", ["", "x" * 41, "010190-1234"])
def test_a_bad_nickname_comes_back_with_its_error(client, cast, nickname):
    evening = create_evening(cast.rg60)
    sign_in(client, cast.lars)

    response = post(client, "sign_up", evening, nickname=nickname)

    assert response.context["guest_form"].errors.keys() == {"nickname"}


def test_an_error_about_a_guest_says_nothing_about_the_tasks(client, cast):
    evening = create_evening(cast.rg60)
    sign_in(client, cast.karen)

    response = post(client, "sign_up", evening, nickname="")

    assert response.context["guest_form"].errors.keys() == {"nickname"}
    assert not response.context["task_form"].errors


def test_a_full_evening_is_told_on_the_page(client, cast):
    evening = create_evening(cast.rg60, places=1)
    sign_up(evening, "Bo")
    sign_in(client, cast.lars)

    response = post(client, "sign_up", evening, nickname="Kim")

    assert response.context["guest_form"].non_field_errors() == [str(SENTENCES["evening_has_room"])]


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_a_guest_who_does_not_come_frees_the_place(client, cast, who):
    evening = create_evening(cast.rg60, places=1)
    [bo] = sign_up(evening, "Bo")
    sign_in(client, getattr(cast, who))

    client.post(reverse("foodclubs:give_guest_back", args=[bo.pk]))
    again = client.post(reverse("foodclubs:give_guest_back", args=[bo.pk]))

    with acting(user=cast.karen):
        assert (Evening.objects.get().taken, Signup.objects.get().state) == (0, "cancelled")
    assert again.status_code == 409  # whoever comes second is told who was first


def test_a_guest_is_not_taken_off_by_a_get(client, cast):
    [bo] = sign_up(create_evening(cast.rg60), "Bo")
    sign_in(client, cast.karen)

    assert client.get(reverse("foodclubs:give_guest_back", args=[bo.pk])).status_code == 405


@pytest.mark.feature(12)
def test_only_ready_volunteers_of_the_food_club_without_a_task_can_be_chosen(client, cast):
    evening = create_evening(cast.rg60)
    hanne, busy = helper(cast), helper(cast, "Bente Busy")
    apply("Ann Ansøger", cast.rg60.food_role)
    ready_volunteer(cast, "Vera Ven")
    helper(cast, "Nils Nabo", house=cast.nabo)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), busy)
    sign_in(client, cast.karen)

    form = get(client, "evening", evening).context["task_form"]

    assert [value for value, _label in form.fields["volunteer"].choices] == ["", str(hanne.pk)]
    assert [value for value, _label in form.fields["task"].widget.choices][1:] == [
        task.pk for task in form.fields["task"].queryset
    ]


@pytest.mark.feature(12)
@pytest.mark.parametrize("whom", ["applicant", "friend", "missing", ""])
def test_nobody_else_is_given_a_task_by_a_forged_form(client, cast, whom):
    evening = create_evening(cast.rg60)
    people = {"applicant": apply("Ann Ansøger", cast.rg60.food_role).pk, "friend": ready_volunteer(cast).pk}
    sign_in(client, cast.karen)
    with acting(user=cast.karen):
        cooking = evening.tasks.get(kind="cooking").pk

    response = post(client, "give_task", evening, task=cooking, volunteer=people.get(whom, uuid4() if whom else ""))

    assert response.context["task_form"].errors.keys() == {"volunteer"}
    with acting(user=cast.karen):
        assert not Duty.objects.exists()


def test_a_task_of_another_evening_cannot_be_given_here(client, cast):
    evening, other, hanne = create_evening(cast.rg60), create_evening(cast.rg60, hours=200), helper(cast)
    sign_in(client, cast.karen)
    with acting(user=cast.karen):
        elsewhere = other.tasks.get(kind="cooking").pk

    response = post(client, "give_task", evening, task=elsewhere, volunteer=hanne.pk)

    assert response.context["task_form"].errors.keys() == {"task"}


@pytest.mark.feature(49)
def test_a_coordinator_gives_a_task_and_takes_it_back(client, cast):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    sign_in(client, cast.karen)
    with acting(user=cast.karen):
        cooking = evening.tasks.get(kind="cooking")

    post(client, "give_task", evening, task=cooking.pk, volunteer=hanne.pk)
    with acting(user=cast.karen):
        duty = Duty.objects.get()
        cooking.refresh_from_db()
        assert (duty.volunteer, duty.state, cooking.taken) == (hanne, "taken", 1)
    client.post(reverse("foodclubs:give_task_back", args=[duty.pk]))

    with acting(user=cast.karen):
        cooking.refresh_from_db()
        assert (Duty.objects.get().state, cooking.taken) == ("cancelled", 0)


def test_before_the_letters_go_out_a_page_says_who_gets_one(client, cast):
    evening = create_evening(cast.rg60)
    hanne = helper(cast)
    sign_in(client, cast.karen)

    page = get(client, "offer", evening)

    assert page.context["volunteers"] == [hanne]
    assert mails("food_club_tasks", seen_by=cast.karen) == set()


@pytest.mark.feature(72)
def test_the_tasks_are_offered_to_ready_volunteers_without_one(client, cast):
    evening = create_evening(cast.rg60)
    hanne, busy = helper(cast), helper(cast, "Bente Busy")
    apply("Ann Ansøger", cast.rg60.food_role)
    helper(cast, "Nils Nabo", house=cast.nabo)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), busy)
    sign_in(client, cast.karen)

    post(client, "offer", evening)

    assert mails("food_club_tasks", seen_by=cast.karen) == {hanne.email}


def test_a_second_offer_reaches_only_those_who_have_not_been_asked(client, cast):
    evening = create_evening(cast.rg60)
    helper(cast)
    sign_in(client, cast.karen)

    post(client, "offer", evening)
    helper(cast, "Mads Mad")
    post(client, "offer", evening)
    post(client, "offer", create_evening(cast.rg60, hours=200))

    with acting(user=cast.karen):
        sent = Message.objects.filter(kind="food_club_tasks").order_by("made_at").values_list("address", flat=True)
        assert sorted(sent) == ["hanne@example.net"] * 2 + ["mads@example.net"] * 2


def test_nothing_is_offered_when_every_task_is_taken(client, cast):
    evening = create_evening(cast.rg60, tasks={})
    helper(cast)
    sign_in(client, cast.karen)

    assert post(client, "offer", evening).status_code == 409


@pytest.mark.feature(94)
@pytest.mark.parametrize(
    ("hours", "opened", "main"),
    [(48, False, "Åbn for tilmelding"), (-0.01, False, "Gør aftenen op"), (-0.01, True, "Gør aftenen op")],
)
def test_an_evening_has_one_main_button(client, cast, hours, opened, main):
    evening = create_evening(cast.rg60, hours=hours, opened=opened)
    sign_in(client, cast.karen)

    page = get(client, "evening", evening).content.decode()

    assert re.findall(r'class="btn btn-primary"[^>]*>([^<]+)<', page) == [main]


@pytest.mark.parametrize("opened", [True, False])
def test_once_it_has_begun_it_is_to_be_closed_and_nobody_is_sought(client, cast, opened):
    evening = create_evening(cast.rg60, hours=-0.01, opened=opened)
    sign_in(client, cast.karen)

    pages = [get(client, "evening", evening).content.decode(), client.get(reverse("foodclubs:list")).content.decode()]

    assert [("skal gøres op" in page, "mangler 3 frivillige" in page) for page in pages] == [(True, False)] * 2
