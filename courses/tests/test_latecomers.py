"""Whoever came without a place is put on the list, full or not; some weeks afterwards nobody is any more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.context import acting
from courses.models import Gathering
from courses.tests.test_courses import book, page, state_of, tick
from volunteers.tests import way
from weshelter.tests import people


@pytest.mark.feature(11)
@pytest.mark.parametrize("stood", ["nowhere", "waiting", "offered"])
def test_who_came_to_a_full_course_is_put_on_the_list_and_ticked(client, cast, stood):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        full = people.create_course(places=0)
        if stood != "nowhere":
            full.book(tove)
        if stood == "offered":
            Gathering.objects.filter(pk=full.pk).update(places=1)
        Gathering.objects.filter(pk=full.pk).update(starts_at=timezone.now() - timedelta(hours=1))
    people.sign_in(client, cast.karen)

    book(client, full, tove)
    with acting(user=cast.sille):
        attendance = full.attendances.get()
    tick(client, attendance)

    with acting(user=cast.sille):
        full.refresh_from_db()
    assert (state_of(cast, attendance), full.taken, full.places) == ("attended", 1, 1)


@pytest.mark.parametrize(("days", "asks"), [(7, True), (-29, True), (-31, False)])
def test_some_weeks_after_a_course_nobody_is_put_on_its_list_any_more(client, cast, days, asks):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        course = people.create_course(days=days)
    people.sign_in(client, cast.karen)

    assert ('id="book-heading"' in page(client, course).content.decode()) is asks
    book(client, course, tove)

    with acting(user=cast.sille):
        assert course.attendances.exists() is asks


def test_a_page_left_open_too_long_says_why_nobody_is_put_on_the_list(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        course = people.create_course(days=-31)
    people.sign_in(client, cast.karen)

    answer = book(client, course, tove).content.decode()

    assert answer.count("Det er overstået, så man kan ikke længere melde sig til.") == 1
