"""An assignment that runs out takes the volunteer out of the coordinator's sight, with the daily job at the latest."""

from datetime import timedelta

import pytest
from django.db import connection

from access.context import acting
from volunteers.due import refresh_projects
from volunteers.models import Assignment, Volunteer
from weshelter.tests import people
from weshelter.tests.days import today


@pytest.fixture
def helper(committed_cast):
    """A volunteer of RG60's who also helps at NABO since a month ago."""
    volunteer = people.ready_volunteer(committed_cast)
    with acting(user=committed_cast.sille):
        volunteer.assign(committed_cast.nabo.friends, by=committed_cast.sille)
    return volunteer


def move_dates(as_login, cast, **dates):
    """As time would: the trigger sees nothing of it."""
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE volunteers_assignment DISABLE TRIGGER projects")
        Assignment.objects.filter(project=cast.nabo.friends).update(**dates)
        cursor.execute("ALTER TABLE volunteers_assignment ENABLE TRIGGER projects")


def projects_of(volunteer):
    return set(Volunteer.objects.get(pk=volunteer.pk).project_ids)


def test_what_ended_yesterday_is_no_longer_a_project_of_the_volunteer(committed_cast, as_login, helper):
    move_dates(as_login, committed_cast, from_on=today() - timedelta(days=30), until_on=today() - timedelta(days=1))
    as_login("jobs")

    changed = refresh_projects(today())

    assert changed == 1
    assert projects_of(helper) == {committed_cast.rg60.friends.pk}


def test_the_last_day_still_counts(committed_cast, as_login, helper):
    move_dates(as_login, committed_cast, until_on=today())
    as_login("jobs")

    assert refresh_projects(today()) == 0
    assert projects_of(helper) == {committed_cast.rg60.friends.pk, committed_cast.nabo.friends.pk}


def test_what_begins_today_becomes_a_project_of_the_volunteer(committed_cast, as_login, helper):
    as_login("owner")
    Assignment.objects.filter(project=committed_cast.nabo.friends).update(from_on=today() + timedelta(days=1))
    assert projects_of(helper) == {committed_cast.rg60.friends.pk}
    move_dates(as_login, committed_cast, from_on=today())
    as_login("jobs")

    assert refresh_projects(today()) == 1
    assert projects_of(helper) == {committed_cast.rg60.friends.pk, committed_cast.nabo.friends.pk}


def test_the_second_run_changes_nothing(committed_cast, as_login, helper):
    move_dates(as_login, committed_cast, from_on=today() - timedelta(days=30), until_on=today() - timedelta(days=1))
    as_login("jobs")
    refresh_projects(today())

    assert refresh_projects(today()) == 0


def test_the_coordinator_no_longer_sees_the_volunteer(committed_cast, as_login, helper):
    move_dates(as_login, committed_cast, from_on=today() - timedelta(days=30), until_on=today() - timedelta(days=1))
    as_login("jobs")

    refresh_projects(today())

    as_login("app")
    with acting(user=committed_cast.nanna):
        assert not Volunteer.objects.filter(pk=helper.pk).exists()
