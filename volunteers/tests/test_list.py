"""The coordinator's list: who waits for what, and everybody in scope by state."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from volunteers.models import Volunteer
from volunteers.readiness import waiting
from volunteers.tests import way
from weshelter.tests import people


def names(client, **query) -> list[str]:
    response = client.get(reverse("volunteers:list"), query)
    return [row.volunteer.name for row in response.context["rows"]]


@pytest.mark.feature(2)
def test_the_longest_waiting_comes_first_with_what_comes_next(client, cast):
    way.in_training(cast, "Tove Træning", signed=True)
    way.applied(cast, "Anna Ansøger", applied_at=timezone.localtime() - timedelta(days=9))
    way.interviewed(cast, "Ida Interviewet")
    people.sign_in(client, cast.karen)

    rows = client.get(reverse("volunteers:list")).context["rows"]

    assert [(row.volunteer.name, row.next_step.code, row.days) for row in rows] == [
        ("Anna Ansøger", "booked", 9),
        ("Tove Træning", "course", 0),
        ("Ida Interviewet", "agreement", 0),
    ]


@pytest.mark.feature(2)
def test_after_the_conversation_it_lies_with_the_coordinator_who_takes_her_into_training(client, cast):
    way.interviewed(cast)
    people.sign_in(client, cast.karen)

    [row] = client.get(reverse("volunteers:list")).context["rows"]

    assert (row.next_step.code, str(row.next_step.owner.label)) == ("agreement", "koordinatoren")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("", ["Anna Ansøger", "Tove Træning"]),
        ("applied", ["Anna Ansøger"]),
        ("in_training", ["Tove Træning"]),
        ("ready", ["Vera Ven"]),
        ("declined", []),
        ("<script>", ["Anna Ansøger", "Tove Træning"]),
    ],
)
def test_the_state_is_chosen_in_the_address(client, cast, state, expected):
    way.applied(cast)
    way.in_training(cast)
    people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    assert names(client, tilstand=state) == expected


def test_a_coordinator_elsewhere_does_not_see_our_applicants(client, cast):
    way.applied(cast)
    people.sign_in(client, cast.nanna)

    response = client.get(reverse("volunteers:list"))

    assert response.context["rows"] == []
    assert "Anna" not in response.content.decode()


def test_the_secretariat_sees_the_applicants_of_all_houses(client, cast):
    way.applied(cast, "Anna Ansøger")
    way.applied(cast, "Nora Nabo", role=cast.nabo.food_role)
    people.sign_in(client, cast.sille)

    assert names(client) == ["Anna Ansøger", "Nora Nabo"]


def test_nobody_sees_an_application_about_herself(client, cast):
    way.becomes_user(cast, way.applied(cast, "Karen Koordinator"), cast.karen)
    people.sign_in(client, cast.karen)

    assert names(client) == []


def test_the_list_is_not_there_for_a_lead(client, cast):
    way.in_training(cast)
    people.sign_in(client, cast.lars)

    assert client.get(reverse("volunteers:list")).status_code == 404


def test_a_stranger_is_asked_to_log_in(client, cast):
    assert client.get(reverse("volunteers:list")).url.startswith(reverse("account_login"))


def test_an_empty_list_says_so(client, cast):
    people.sign_in(client, cast.karen)

    assert 'class="empty"' in client.get(reverse("volunteers:list")).content.decode()
    assert 'class="empty"' in client.get(reverse("volunteers:list"), {"tilstand": "ready"}).content.decode()


def test_three_rows_cost_as_many_queries_as_one(client, cast):
    people.sign_in(client, cast.karen)
    way.applied(cast, "Anna Ansøger")
    client.get(reverse("volunteers:list"))
    with CaptureQueriesContext(
        connection,
    ) as one:
        names(client)
    way.applied(cast, "Bodil Ansøger", role=cast.rg60.food_role)
    way.in_training(cast, "Tove Træning")

    with CaptureQueriesContext(connection) as three:
        assert len(names(client)) == 3

    assert len(three) == len(one)


def test_who_applied_just_before_midnight_has_waited_a_day_the_next_morning(cast):
    late = timezone.localtime().replace(hour=23, minute=55) - timedelta(days=1)
    way.applied(cast, applied_at=late)

    with acting(user=cast.karen):
        assert [row.days for row in waiting(Volunteer.objects.all())] == [1]
