"""Planning an evening, opening it, calling it off."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from courses.places import take_place
from foodclubs.models import Evening
from foodclubs.tests.tables import create_club, create_evening, get, helper, mails, post, state_of
from weshelter.tests.people import sign_in


def planned(cast, club, **changes) -> dict:
    tomorrow = timezone.localtime() + timedelta(days=1)
    values = {"food_club": club.pk, "starts_at": f"{tomorrow:%Y-%m-%dT17:30}", "menu": "Suppe", "places": 8}
    return {**values, "task_cooking": 2, "task_talking": 1, **changes}


@pytest.mark.feature(49)
def test_a_coordinator_plans_an_evening_with_its_tasks(client, cast):
    club = create_club(cast.rg60)
    sign_in(client, cast.karen)

    response = client.post(reverse("foodclubs:plan"), planned(cast, club))

    with acting(user=cast.karen):
        evening = Evening.objects.get()
        assert {task.kind: task.needed for task in evening.tasks.all()} == {"cooking": 2, "talking": 1}
        assert (evening.state, evening.price, evening.places) == ("planned", 15, 8)
    assert timezone.localtime(evening.starts_at).strftime("%H:%M") == "17:30"
    assert response.url == reverse("foodclubs:evening", args=[evening.pk])


def test_the_form_begins_with_the_usual_number_of_volunteers(client, cast):
    create_club(cast.rg60)
    sign_in(client, cast.karen)

    form = client.get(reverse("foodclubs:plan")).context["form"]

    assert [field.initial for field in form.task_fields] == [1, 1, 2, 1, 1, 1, 2, 1, 1]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_at", "2020-01-01T17:30"),
        ("starts_at", "9999-12-31T22:30"),
        ("starts_at", ""),
        ("starts_at", "på tirsdag"),
        ("places", 0),
        ("places", -1),
        ("places", 99999),
        ("menu", "x" * 201),
        ("menu", "Suppe 010190-1234"),
        ("place", "010190-1234"),
        ("task_cooking", 21),
        ("task_cooking", -1),
        ("food_club", str(UUID(int=0))),
    ],
)
def test_a_plan_that_cannot_be_is_refused_next_to_its_field(client, cast, field, value):
    club = create_club(cast.rg60)
    sign_in(client, cast.karen)

    response = client.post(reverse("foodclubs:plan"), planned(cast, club, **{field: value}))

    assert response.context["form"].errors.keys() == {field}
    with acting(user=cast.karen):
        assert not Evening.objects.exists()


def test_nobody_plans_an_evening_for_another_houses_food_club(client, cast):
    create_club(cast.rg60)
    theirs = create_club(cast.nabo)
    sign_in(client, cast.karen)

    response = client.post(reverse("foodclubs:plan"), planned(cast, theirs))

    assert response.context["form"].errors.keys() == {"food_club"}


def test_the_plan_page_says_so_when_there_is_no_food_club(client, cast):
    sign_in(client, cast.karen)

    response = client.get(reverse("foodclubs:plan"))

    assert b'<form class="form"' not in response.content


def test_opening_is_one_button_and_works_once(client, cast):
    evening = create_evening(cast.rg60, opened=False)
    sign_in(client, cast.karen)

    first, second = post(client, "open", evening), post(client, "open", evening)

    assert (first.status_code, second.status_code) == (302, 409)
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_calling_off_says_first_what_happens_and_tells_the_volunteers(client, cast):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    helper(cast, "Mads Mad")
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, cast.karen)

    before = get(client, "cancel", evening)
    assert (before.status_code, state_of(evening, seen_by=cast.karen)) == (200, "open")
    post(client, "cancel", evening)

    assert state_of(evening, seen_by=cast.karen) == "cancelled"
    assert mails("food_club_called_off", seen_by=cast.karen) == {hanne.email}
