"""Who is declined or takes the application back leaves no assignment, no booked place and no live link behind."""

import pytest
from django.db import ProgrammingError, connection, transaction

from access.context import acting
from access.links import Purpose, issue_link, open_link, revoke_link
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests.days import today


@pytest.mark.parametrize(("leave", "why"), [("decline", {"reason": "other"}), ("withdraw", {})])
def test_who_leaves_comes_nowhere_any_more_and_frees_the_place(cast, leave, why):
    tove = way.booked(cast).volunteer
    links = []
    with acting(user=cast.karen):
        for purpose in (Purpose.OWN_PAGE, Purpose.AGREEMENT):
            links.append(issue_link(purpose, tove, "coordinators:own_page").rstrip("/").split("/")[-1])
        getattr(tove, leave)(**why, by=cast.karen)

    with acting(user=cast.sille):
        cast.course.refresh_from_db()
        assert (cast.course.taken, tove.attendances.count(), tove.assignments.in_force().count()) == (0, 0, 0)
    with acting(user=cast.lars):
        assert not Volunteer.objects.filter(pk=tove.pk).exists()
    for link in links:
        with acting(link=link):
            assert open_link(Purpose) is None


def test_who_leaves_on_the_last_day_of_an_assignment_does_not_come_that_day(cast):
    tove = way.in_training(cast)
    with acting(user=cast.karen):
        tove.assignments.update(until_on=today())
        tove.decline(reason="other", by=cast.karen)

    with acting(user=cast.sille):
        assert tove.assignments.in_force().count() == 0


def test_who_stays_keeps_what_she_has(cast):
    tove = way.booked(cast).volunteer

    with acting(user=cast.karen), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT app.volunteer_leaves(%s)", [tove.pk])


def test_a_coordinator_elsewhere_ends_nothing(cast):
    tove = way.booked(cast).volunteer
    with acting(user=cast.karen):
        tove.decline(reason="other", by=cast.karen)

    with acting(user=cast.nanna), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT app.volunteer_leaves(%s)", [tove.pk])


def test_a_coordinator_elsewhere_ends_no_link(cast):
    tove = way.in_training(cast)
    with acting(user=cast.karen):
        token = issue_link(Purpose.OWN_PAGE, tove, "coordinators:own_page").rstrip("/").split("/")[-1]

    with acting(user=cast.nanna), pytest.raises(ProgrammingError), transaction.atomic():
        revoke_link(Purpose.OWN_PAGE, tove)

    with acting(link=token):
        assert open_link(Purpose) is not None
