"""The volunteer's page behind the link in the letter: choose a task, give it back."""

import pytest
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Task
from foodclubs.staffing import call_off, offer_tasks
from foodclubs.tests.tables import create_evening, duty_link, helper, sign_up, task_of
from history.moves import SENTENCES
from volunteers.tests import way
from weshelter.tests.people import apply, ready_volunteer, sign_in


def page(token: str) -> str:
    return reverse("foodclubs:duty", args=[token])


@pytest.fixture
def evening(cast):
    return create_evening(cast.rg60)


@pytest.fixture
def hanne(cast):
    return helper(cast)


@pytest.fixture
def cooking(cast, evening):
    return task_of(evening, "cooking", seen_by=cast.karen)


@pytest.mark.feature(49)
@pytest.mark.feature(72)
def test_a_volunteer_chooses_a_task_and_is_thanked(client, cast, evening, hanne, cooking):
    token = duty_link(evening, hanne, by=cast.karen)

    response = client.post(page(token), {"task": cooking.pk})

    assert response.url == page(token)
    assert client.get(page(token)).context["taken"].task == cooking
    with acting(user=cast.karen):
        assert Duty.objects.get().volunteer == hanne


@pytest.mark.feature(72)
def test_a_volunteer_gives_the_task_back_and_may_choose_again(client, cast, evening, hanne, cooking):
    token = duty_link(evening, hanne, by=cast.karen)
    client.post(page(token), {"task": cooking.pk})

    client.post(reverse("foodclubs:give_duty_back", args=[token]))

    with acting(user=cast.karen):
        assert (Duty.objects.get().state, Task.objects.get(pk=cooking.pk).taken) == ("cancelled", 0)
    talking = task_of(evening, "talking", seen_by=cast.karen)
    client.post(page(token), {"task": talking.pk})
    assert client.get(page(token)).context["taken"].task == talking


def test_looking_changes_nothing(client, cast, evening, hanne):
    token = duty_link(evening, hanne, by=cast.karen)

    client.get(page(token))

    assert client.get(reverse("foodclubs:give_duty_back", args=[token])).status_code == 405
    with acting(user=cast.karen):
        assert not Duty.objects.exists()


@pytest.mark.feature(12)
def test_who_is_not_ready_is_told_so_and_gets_no_duty(client, cast, evening, cooking):
    applicant = apply("Ann Ansøger", cast.rg60.food_role)
    token = duty_link(evening, applicant, by=cast.karen)

    response = client.post(page(token), {"task": cooking.pk})

    assert response.context["form"].non_field_errors() == [SENTENCES["volunteer_is_ready"]("")]
    with acting(user=cast.karen):
        assert not Duty.objects.exists()


@pytest.mark.feature(12)
def test_who_rests_after_the_letter_is_told_so(client, cast, evening, hanne, cooking):
    token = duty_link(evening, hanne, by=cast.karen)
    way.rests(cast, hanne)

    response = client.post(page(token), {"task": cooking.pk})

    assert response.context["form"].non_field_errors() == [SENTENCES["volunteer_is_ready"]("")]


@pytest.mark.feature(12)
def test_a_friend_of_the_house_who_is_not_assigned_to_the_food_club_gets_no_duty(client, cast, evening, cooking):
    token = duty_link(evening, ready_volunteer(cast), by=cast.karen)

    response = client.post(page(token), {"task": cooking.pk})

    assert response.context["form"].non_field_errors() == [str(SENTENCES["volunteer_is_assigned"])]


@pytest.mark.parametrize("task", ["", "not an id", "missing", "other evening"])
def test_a_task_that_is_not_of_this_evening_is_refused(client, cast, evening, hanne, task):
    other = task_of(create_evening(cast.rg60, hours=200), "cooking", seen_by=cast.karen)
    token = duty_link(evening, hanne, by=cast.karen)
    sent = {"missing": cast.agreement.pk, "other evening": other.pk}.get(task, task)

    response = client.post(page(token), {"task": sent})

    assert response.context["form"].errors.keys() == {"task"}


def test_a_task_that_somebody_was_faster_with_is_told(client, cast, hanne):
    evening = create_evening(cast.rg60, tasks={"talking": 1, "cooking": 1})
    talking, faster = task_of(evening, "talking", seen_by=cast.karen), helper(cast, "Mads Mad")
    token = duty_link(evening, hanne, by=cast.karen)
    with acting(user=cast.karen):
        take_place("task", talking, faster)

    response = client.post(page(token), {"task": talking.pk})

    assert response.context["form"].errors["task"] == [str(SENTENCES["task_has_room"])]


def test_the_page_names_no_guest_and_no_other_volunteer(client, cast, evening, hanne, cooking):
    sign_up(evening, "Hemmelige Bo")
    other = helper(cast, "Hemmelige Mads")
    with acting(user=cast.karen):
        take_place("task", cooking, other)

    content = client.get(page(duty_link(evening, hanne, by=cast.karen))).content.decode()

    assert "Hemmelige" not in content


def test_a_link_opens_one_evening_only_and_a_new_one_ends_the_former(client, cast, evening, hanne):
    old = duty_link(evening, hanne, by=cast.karen)
    new = duty_link(evening, hanne, by=cast.karen)

    assert client.get(page(old)).status_code == 404
    assert client.get(page(new)).context["evening"] == evening


def test_an_unknown_link_and_somebody_signed_in_get_the_page_of_dead_links(client, cast, evening):
    nobody = client.get(page("findes-ikke"))
    sign_in(client, cast.karen)

    signed_in = client.get(page("findes-ikke"))

    assert (nobody.status_code, signed_in.content) == (404, nobody.content)


@pytest.mark.parametrize("state", ["cancelled", "begun", "all taken"])
def test_the_page_says_so_when_there_is_nothing_to_choose(client, cast, hanne, state):
    evening = create_evening(cast.rg60, hours=-0.01 if state == "begun" else 48, tasks={"cooking": 1})
    token, other = duty_link(evening, hanne, by=cast.karen), helper(cast, "Mads Mad")
    with acting(user=cast.karen):
        if state == "cancelled":
            call_off(evening, by=cast.karen)
        elif state == "all taken":
            take_place("task", evening.tasks.get(kind="cooking"), other)

    response = client.get(page(token))

    assert response.status_code == 200
    assert b'<form class="form"' not in response.content


def test_who_has_a_task_is_not_asked_again_and_keeps_the_link(client, cast, evening, hanne, cooking):
    token = duty_link(evening, hanne, by=cast.karen)
    client.post(page(token), {"task": cooking.pk})

    with acting(user=cast.karen):
        asked = offer_tasks(evening, by=cast.karen)

    assert asked == 0
    assert client.get(page(token)).context["taken"].task == cooking
