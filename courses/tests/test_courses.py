"""Courses: who has a place, who came, and that the course is the last thing before ready."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from courses.models import Attendance
from letters.models import Message
from volunteers.tests import way
from weshelter.tests import people


def page(client, gathering):
    return client.get(reverse("courses:gathering", args=[gathering.pk]))


def tick(client, attendance, came: bool = True):
    address = reverse("courses:tick", args=[attendance.gathering_id, attendance.pk])
    return client.post(address, {"kom": "ja" if came else "nej"}, follow=True)


def book(client, gathering, volunteer):
    return client.post(reverse("courses:gathering", args=[gathering.pk]), {"volunteer": volunteer.pk})


def state_of(cast, attendance) -> str:
    with acting(user=cast.sille):
        return Attendance.objects.get(pk=attendance.pk).state


@pytest.mark.feature(11)
def test_the_list_shows_courses_ahead_and_held_with_their_places(client, cast):
    with acting(user=cast.sille):
        held = people.create_course(days=-10)
    people.sign_in(client, cast.karen)

    response = client.get(reverse("courses:gatherings"))

    assert [one.pk for one in response.context["upcoming"]] == [cast.course.pk]
    assert [one.pk for one in response.context["page"]] == [held.pk]


def test_courses_are_not_there_for_a_lead_nor_a_stranger(client, cast):
    stranger = client.get(reverse("courses:gatherings"))
    people.sign_in(client, cast.lars)

    assert stranger.url.startswith(reverse("account_login"))
    assert client.get(reverse("courses:gatherings")).status_code == 404
    assert page(client, cast.course).status_code == 404


def test_when_none_has_been_held_the_list_says_so(client, cast):
    people.sign_in(client, cast.karen)

    assert client.get(reverse("courses:gatherings")).content.decode().count('class="empty"') == 1


def test_three_participants_cost_as_many_queries_as_one(client, cast):
    people.sign_in(client, cast.karen)
    way.booked(cast, "Birgit Booket")
    page(client, cast.course)
    with CaptureQueriesContext(connection) as one:
        page(client, cast.course)
    way.booked(cast, "Carla Booket", role=cast.rg60.food_role)
    way.booked(cast, "Dorte Booket")

    with CaptureQueriesContext(connection) as three:
        assert len(page(client, cast.course).context["lists"].with_place) == 3

    assert len(three) == len(one)


def test_three_courses_cost_as_many_queries_as_one(client, cast):
    people.sign_in(client, cast.karen)
    client.get(reverse("courses:gatherings"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("courses:gatherings"))
    with acting(user=cast.sille):
        people.create_course(days=3)
        people.create_course(days=4)

    with CaptureQueriesContext(connection) as three:
        assert len(client.get(reverse("courses:gatherings")).context["upcoming"]) == 3

    assert len(three) == len(one)


def test_participants_from_elsewhere_are_a_number(client, cast):
    way.booked(cast, "Birgit Booket")
    people.sign_in(client, cast.nanna)

    response = page(client, cast.course)

    assert (response.context["lists"].with_place, response.context["lists"].others) == ([], 1)
    assert "Birgit" not in response.content.decode()


@pytest.mark.feature(12)
def test_the_tick_that_was_missing_makes_ready_and_says_so(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.karen)

    response = tick(client, attendance)

    assert way.now(cast, attendance.volunteer).state == "ready"
    assert "Birgit Booket" in str(next(iter(response.context["messages"])))


@pytest.mark.feature(12)
def test_the_course_alone_does_not_make_ready(client, cast):
    attendance = way.booked(cast, signed=False)
    people.sign_in(client, cast.karen)

    tick(client, attendance)

    assert (state_of(cast, attendance), way.now(cast, attendance.volunteer).state) == ("attended", "in_training")


def test_who_did_not_come_is_not_ready(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.sille)

    tick(client, attendance, came=False)

    assert (state_of(cast, attendance), way.now(cast, attendance.volunteer).state) == ("missed", "in_training")


def test_ticked_the_other_way_it_is_undone_and_the_course_is_missing_again(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.karen)
    tick(client, attendance)

    tick(client, attendance, came=False)

    detail = client.get(reverse("screening:detail", args=[attendance.volunteer_id]))
    assert state_of(cast, attendance) == "missed"
    assert [step.code for step in detail.context["card"].missing] == ["course"]


def test_ticked_twice_is_ticked_once(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.karen)
    tick(client, attendance)

    assert tick(client, attendance).status_code == 200
    assert state_of(cast, attendance) == "attended"


def test_a_course_ahead_cannot_be_ticked(client, cast):
    tove = way.in_training(cast, signed=True)
    with acting(user=cast.sille):
        attendance = people.create_course(days=7).book(tove)
    people.sign_in(client, cast.karen)

    assert tick(client, attendance).status_code == 409
    assert state_of(cast, attendance) == "booked"


def test_a_coordinator_elsewhere_cannot_tick_ours(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.nanna)

    assert tick(client, attendance).status_code == 404
    assert state_of(cast, attendance) == "booked"


def test_a_place_is_ticked_only_on_the_page_of_its_course(client, cast):
    attendance = way.booked(cast)
    with acting(user=cast.sille):
        other = people.create_course()
    people.sign_in(client, cast.karen)

    response = client.post(reverse("courses:tick", args=[other.pk, attendance.pk]), {"kom": "ja"})

    assert response.status_code == 404


def test_nobody_ticks_herself(client, cast):
    attendance = way.booked(cast, "Karen Koordinator")
    way.becomes_user(cast, attendance.volunteer, cast.karen)
    people.sign_in(client, cast.karen)

    assert tick(client, attendance).status_code == 403
    assert state_of(cast, attendance) == "booked"


def test_one_more_in_training_gets_a_place(client, cast):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)

    book(client, cast.course, tove)

    with acting(user=cast.karen):
        assert [one.volunteer for one in cast.course.attendances.all()] == [tove]
        assert [one.kind for one in Message.objects.all()] == ["course_booked"]


@pytest.mark.parametrize("who", ["applicant", "booked", "elsewhere", "none"])
def test_others_are_no_choice(client, cast, who):
    volunteer = {
        "applicant": lambda: way.applied(cast).pk,
        "booked": lambda: way.booked(cast).volunteer_id,
        "elsewhere": lambda: way.in_training(cast, role=cast.nabo.food_role).pk,
        "none": uuid4,
    }[who]()
    people.sign_in(client, cast.karen)

    response = client.post(reverse("courses:gathering", args=[cast.course.pk]), {"volunteer": volunteer})

    assert list(response.context["form"].errors) == ["volunteer"]


def test_who_came_without_a_place_is_put_on_the_list_and_gets_no_letter_about_what_has_begun(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        begun = people.create_course(days=-1)
    people.sign_in(client, cast.karen)

    client.post(reverse("courses:gathering", args=[begun.pk]), {"volunteer": tove.pk})

    with acting(user=cast.sille):
        assert begun.attendances.get().state == "booked"
        assert not Message.objects.exists()


def test_a_course_of_a_former_year_says_its_year(client, cast):
    with acting(user=cast.sille):
        former = people.create_course(days=-400)
    people.sign_in(client, cast.karen)

    assert f" {former.starts_at.year} " in page(client, former).content.decode()


def test_a_full_course_has_a_waiting_list(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        full = people.create_course(places=0)
    people.sign_in(client, cast.karen)

    book(client, full, tove)

    lists = page(client, full).context["lists"]
    assert [(one.volunteer, one.place_in_line) for one in lists.waiting] == [(tove, 1)]
    assert lists.with_place == []


@pytest.mark.feature(11)
def test_the_rest_is_ticked_in_one_go(client, cast):
    absent, *others = (way.booked(cast, name) for name in ("Anna A", "Bodil B", "Carla C"))
    people.sign_in(client, cast.karen)
    tick(client, absent, came=False)

    client.post(reverse("courses:tick_the_rest", args=[cast.course.pk]))

    assert [state_of(cast, one) for one in (absent, *others)] == ["missed", "attended", "attended"]


def test_the_rest_of_others_projects_is_not_ticked(client, cast):
    ours = way.booked(cast)
    people.sign_in(client, cast.nanna)

    client.post(reverse("courses:tick_the_rest", args=[cast.course.pk]))

    assert state_of(cast, ours) == "booked"


def test_who_cannot_come_is_taken_off_by_her_coordinator_alone(client, cast):
    ours = way.booked(cast)
    address = reverse("courses:cannot_come", args=[cast.course.pk, ours.pk])
    people.sign_in(client, cast.nanna)
    elsewhere = client.post(address).status_code

    people.sign_in(client, cast.karen)
    client.post(address)

    assert (elsewhere, state_of(cast, ours)) == (404, "declined")


def test_neither_came_nor_did_not_come_is_asked_again(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("courses:tick", args=[attendance.gathering_id, attendance.pk]), {}, follow=True)

    assert state_of(cast, attendance) == "booked"
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
