"""A volunteer leaves us: each open thing by name, what has to be settled first, and the rest in one act."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, open_link
from courses.places import take_place
from foodclubs.models import Duty, Task
from foodclubs.tests import tables
from history.moves import SENTENCES, NotPossible
from letters.models import Message
from matching.models import Match
from volunteers.models import Volunteer
from volunteers.tests import way
from volunteers.tests.test_withdrawing import token
from weshelter.tests import people


def page(volunteer) -> str:
    return reverse("coordinators:leave", args=[volunteer.pk])


@pytest.fixture
def vera(cast):
    """A friend who also cooks: a proposal, a task and a place are open."""
    vera = people.ready_volunteer(cast)
    people.create_match(cast, volunteer=vera, started=False)
    evening = tables.create_evening(cast.rg60)
    with acting(user=cast.sille):
        vera.assign(cast.rg60.food, role=cast.rg60.food_role, by=cast.sille)
        people.create_course(days=9, kind="network").book(vera)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), vera)
    token(cast, vera)
    return vera


NAMES = {
    "proposed": "Forslag: Bo",
    "duty": "Tirsdagsklubben: madlavning",
    "place": "Introduktionskursus: har en plads",
    "link": "Link: egen side",
}


@pytest.mark.feature(91)
def test_each_open_thing_is_named_before_it_happens(client, cast, vera):
    people.sign_in(client, cast.karen)

    leaving = client.get(page(vera)).context["leaving"]

    named = {thing.kind: thing.name for thing in leaving.settled if thing.kind != "assignment"}
    assert (leaving.is_possible, leaving.first, named) == (True, [], NAMES)
    assert way.now(cast, vera).state == "ready"


@pytest.mark.feature(91)
@pytest.mark.parametrize("who", ["karen", "sille"])
def test_the_act_settles_all_that_it_named(client, cast, vera, who):
    own_page = token(cast, vera)
    people.sign_in(client, getattr(cast, who))

    client.post(page(vera))

    with acting(user=cast.karen):
        vera = Volunteer.objects.get(pk=vera.pk)
        assert (vera.state, Match.objects.get().state, Duty.objects.get().state) == ("left", "declined", "cancelled")
        assert (Task.objects.get(kind="cooking").taken, vera.assignments.in_force().count()) == (0, 0)
        assert [one.state for one in vera.attendances.all()] == ["attended"]
        assert Message.objects.filter(kind="goodbye", address=vera.email).count() == 1
    with acting(link=own_page):
        assert open_link(Purpose) is None


def test_the_secretariat_reads_the_task_and_no_name_of_a_citizen(client, cast, vera):
    people.sign_in(client, cast.sille)

    settled = client.get(page(vera)).context["leaving"].settled

    named = {thing.kind: (thing.name, thing.page) for thing in settled}
    assert named["proposed"] == (f"Forslag: {cast.rg60.friends}", "")
    assert named["duty"] == ("Tirsdagsklubben: madlavning", "")


@pytest.mark.feature(91)
def test_a_friendship_is_brought_to_an_end_first(client, cast):
    vera = people.create_match(cast).volunteer
    people.sign_in(client, cast.karen)

    leaving = client.get(page(vera)).context["leaving"]
    response = client.post(page(vera))

    assert ([thing.name for thing in leaving.first], response.status_code) == (["Venskab: Bo"], 409)
    assert way.now(cast, vera).state == "ready"


def test_the_database_lets_no_friend_disappear_either(cast):
    vera = people.create_match(cast).volunteer

    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        vera.leave(by=cast.karen)

    assert str(refused.value) == SENTENCES["who_leaves_has_said_goodbye"]


def test_who_belongs_to_projects_of_others_leaves_by_the_secretariat(client, cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        vera.assign(cast.nabo.friends, role=cast.nabo.friend_role, by=cast.sille)
    people.sign_in(client, cast.karen)

    leaving = client.get(page(vera)).context["leaving"]
    refused = client.post(page(vera)).status_code
    people.sign_in(client, cast.sille)
    client.post(page(vera))

    assert ([one.pk for one in leaving.elsewhere], refused) == ([cast.nabo.friends.pk], 409)
    assert way.now(cast, vera).state == "left"


def test_in_the_database_too_nobody_ends_what_others_hold(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        vera.assign(cast.nabo.friends, role=cast.nabo.friend_role, by=cast.sille)

    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        Volunteer.objects.filter(pk=vera.pk).update(state="left")


def test_a_task_of_an_evening_that_is_over_stays_in_its_history(cast, vera):
    with acting(user=cast.karen):
        Duty.objects.get().settle(came=True, by=cast.karen)
        vera.leave(by=cast.karen)

        assert Duty.objects.get().state == "came"


def test_who_rests_can_leave_too(client, cast):
    vera = way.rests(cast, people.ready_volunteer(cast))
    people.sign_in(client, cast.karen)

    client.post(page(vera))

    vera = way.now(cast, vera)
    assert (vera.state, vera.back_on, vera.forget_on is not None) == ("left", None, True)


@pytest.mark.parametrize("function", ["live_links", "tasks_ahead"])
def test_a_coordinator_elsewhere_reads_nothing_of_her(cast, vera, function):
    with acting(user=cast.nanna), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM app.{function}(%s)", [vera.pk])

        assert cursor.fetchall() == []
