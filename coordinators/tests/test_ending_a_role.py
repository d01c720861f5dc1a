"""One role ends alone: with a day and a reason, a mail, and nothing else touched; not while something is open there."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.tests import tables
from friendships.tests.pairs import in_state, proposed, today
from history.moves import SENTENCES, NotPossible
from letters.models import Message
from volunteers.models import Assignment, Volunteer
from weshelter.tests import people

SAID = {"gone_from": str(today()), "why": "time"}
OPEN = "Der er stadig noget i gang"


@pytest.fixture
def vera(cast):
    """A friend who cooks, too."""
    vera = people.ready_volunteer(cast, "Vera Ven")
    with acting(user=cast.karen):
        vera.assign(cast.rg60.food, role=cast.rg60.food_role, by=cast.karen)
    return vera


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def assignment_of(cast, volunteer: Volunteer, project) -> Assignment:
    with acting(user=cast.sille):
        return volunteer.assignments.get(project=project)


def end(client, assignment: Assignment, **said):
    named = [assignment.volunteer_id, assignment.pk]
    return client.post(reverse("coordinators:end_role", args=named), SAID | said)


def in_force(cast, volunteer: Volunteer) -> set[int]:
    with acting(user=cast.sille):
        return set(volunteer.assignments.in_force().values_list("project_id", flat=True))


def test_it_ends_with_its_reason_and_a_mail_and_the_other_goes_on(karen, cast, vera):
    food = assignment_of(cast, vera, cast.rg60.food)

    answer = end(karen, food)

    with acting(user=cast.sille):
        ended = Assignment.objects.get(pk=food.pk)
        mails = list(Message.objects.filter(volunteer_id=vera.pk).values_list("kind", flat=True))
        volunteer = Volunteer.objects.get(pk=vera.pk)
    assert answer.status_code == 302
    assert (ended.until_on, ended.why_ended) == (today(-1), "time")
    assert mails.count("assignment_ended") == 1
    assert in_force(cast, vera) == {cast.rg60.friends.pk}
    assert volunteer.state == "ready"
    assert cast.rg60.food.pk not in volunteer.project_ids


def test_then_nothing_new_begins_there(karen, cast, vera):
    end(karen, assignment_of(cast, vera, cast.rg60.food))
    cooking = tables.task_of(tables.create_evening(cast.rg60), "cooking", seen_by=cast.karen)

    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        take_place("task", cooking, vera)

    assert str(refused.value) == str(SENTENCES["volunteer_is_assigned"])


def a_proposal(cast, vera: Volunteer):
    match = people.create_match(cast, volunteer=vera, started=False)
    return "coordinators:pair", match.pk, cast.rg60.friends


def a_friendship(cast, vera: Volunteer):
    match = in_state(cast, "active", volunteer=vera)
    return "coordinators:pair", match.pk, cast.rg60.friends


def standing_in(cast, vera: Volunteer):
    match = in_state(cast, "paused", volunteer=people.ready_volunteer(cast, "Tove Ven"))
    proposed(cast, match, vera)
    return "coordinators:pair", match.pk, cast.rg60.friends


def a_task(cast, vera: Volunteer):
    evening = tables.create_evening(cast.rg60)
    cooking = tables.task_of(evening, "cooking", seen_by=cast.karen)
    with acting(user=cast.karen):
        take_place("task", cooking, vera)
    return "foodclubs:evening", evening.pk, cast.rg60.food


@pytest.mark.parametrize("thing", [a_proposal, a_friendship, standing_in, a_task], ids=lambda one: one.__name__)
def test_while_something_is_open_there_the_page_says_what_and_where_and_the_database_no(karen, cast, vera, thing):
    page, pk, project = thing(cast, vera)
    assignment = assignment_of(cast, vera, project)

    shown = karen.get(reverse("coordinators:end_role", args=[vera.pk, assignment.pk])).content.decode()
    answer = end(karen, assignment)

    assert reverse(page, args=[pk]) in shown
    assert OPEN in answer.content.decode()
    assert project.pk in in_force(cast, vera)
    with acting(user=cast.sille):
        assert not Message.objects.filter(kind="assignment_ended").exists()
    with acting(user=cast.karen), pytest.raises(DatabaseError, match="something is open"), transaction.atomic():
        Assignment.objects.filter(pk=assignment.pk).update(until_on=today(-1))


def test_what_is_open_elsewhere_does_not_stand_in_the_way(karen, cast, vera):
    a_friendship(cast, vera)

    answer = end(karen, assignment_of(cast, vera, cast.rg60.food))

    assert answer.status_code == 302
    assert in_force(cast, vera) == {cast.rg60.friends.pk}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"gone_from": str(today(1))}, "gone_from"),
        ({"gone_from": "2020-01-01"}, "gone_from"),
        ({"gone_from": ""}, "gone_from"),
        ({"why": ""}, "why"),
    ],
)
def test_a_day_that_cannot_be_or_no_reason_is_asked_again(karen, cast, vera, said, field):
    answer = end(karen, assignment_of(cast, vera, cast.rg60.food), **said)

    assert list(answer.context["form"].errors) == [field]
    assert cast.rg60.food.pk in in_force(cast, vera)


def test_the_second_is_told_who_ended_it(karen, cast, vera):
    friends = assignment_of(cast, vera, cast.rg60.friends)
    end(karen, friends)

    second = end(karen, friends)

    assert "Det er allerede slut" in second.content.decode()


@pytest.mark.parametrize("who", ["lars", "nanna", "leif"])
def test_nobody_else_ends_it(client, cast, vera, who):
    people.sign_in(client, getattr(cast, who))

    answer = end(client, assignment_of(cast, vera, cast.rg60.food))

    assert answer.status_code == 404
    assert cast.rg60.food.pk in in_force(cast, vera)
