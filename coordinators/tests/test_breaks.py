"""A volunteer rests until a day: what has begun goes on by name, nothing new comes, and somebody asks on the day."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose
from courses.places import take_place
from foodclubs.staffing import ready_volunteers
from foodclubs.tests import tables
from history.moves import SENTENCES, NotPossible
from letters.models import Message
from matching.models import Match
from matching.suggesting.candidates import candidates_of
from volunteers.due import ask_who_is_back
from volunteers.models import Volunteer
from volunteers.tests import way
from volunteers.tests.test_withdrawing import token
from weshelter.tests import people
from weshelter.tests.at_once import at_once
from weshelter.tests.days import today


def later() -> date:
    return today() + timedelta(days=40)


def page(volunteer) -> str:
    return reverse("coordinators:rest", args=[volunteer.pk])


def test_what_has_begun_is_named_before_the_break_is_written_down(client, cast):
    match = people.create_match(cast)
    vera = match.volunteer
    with acting(user=cast.sille):
        vera.assign(cast.rg60.food, role=cast.rg60.food_role, by=cast.sille)
    evening = tables.create_evening(cast.rg60)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), vera)
    people.sign_in(client, cast.karen)

    things = client.get(page(vera)).context["things"]

    assert [(thing.kind, thing.name) for thing in things] == [
        ("running", "Venskab: Bo"),
        ("duty", "Tirsdagsklubben: madlavning"),
    ]


def test_the_secretariat_reads_no_name_of_a_citizen(client, cast):
    match = people.create_match(cast, citizen=people.create_citizen(cast, "Bodil Borger"))
    people.sign_in(client, cast.sille)

    response = client.get(page(match.volunteer))

    assert [(thing.kind, thing.page) for thing in response.context["things"]] == [("running", "")]
    assert "Bodil" not in response.content.decode()


@pytest.mark.parametrize("who", ["karen", "sille"])
def test_the_coordinator_and_the_secretariat_write_a_break_down_and_what_runs_goes_on(client, cast, who):
    match = people.create_match(cast)
    people.sign_in(client, getattr(cast, who))

    client.post(page(match.volunteer), {"back_on": later().isoformat()})

    vera = way.now(cast, match.volunteer)
    with acting(user=cast.karen):
        assert (vera.state, vera.back_on, Match.objects.get().state) == ("resting", later(), "trial")


@pytest.mark.parametrize("days", [-1, 0, 366])
def test_the_day_is_ahead_within_a_year(client, cast, days):
    vera, day = people.ready_volunteer(cast), today() + timedelta(days=days)
    people.sign_in(client, cast.karen)

    form = client.post(page(vera), {"back_on": day.isoformat()}).context["form"]
    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        vera.rest(back_on=day, by=cast.karen)

    assert (list(form.errors), str(refused.value)) == (["back_on"], str(SENTENCES["a_break_ends_on_a_day_ahead"]))
    assert way.now(cast, vera).state == "ready"


def test_another_day_can_be_chosen_and_is_asked_about_anew(client, cast):
    vera = way.rests(cast, people.ready_volunteer(cast))
    people.sign_in(client, cast.karen)

    client.post(page(vera), {"back_on": later().isoformat()})

    vera = way.now(cast, vera)
    assert (vera.state, vera.back_on, vera.back_asked_at) == ("resting", later(), None)


def test_who_rests_is_in_no_suggestion_and_no_list_of_helpers(cast):
    vera, hanne, evening = people.ready_volunteer(cast), tables.helper(cast), tables.create_evening(cast.rg60)

    for one in (vera, hanne):
        way.rests(cast, one)

    with acting(user=cast.karen):
        assert [one.ready for one in candidates_of(cast.karen, [cast.rg60.friends.pk])] == [False]
        assert ready_volunteers(evening, seen_by=cast.karen) == []


def test_who_rests_is_proposed_to_nobody_by_the_database_either(cast):
    bo, vera = people.create_citizen(cast), way.rests(cast, people.ready_volunteer(cast))

    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        Match.propose(vera, bo, by=cast.karen)

    assert str(refused.value) == SENTENCES["volunteer_is_ready"]("")


def test_she_is_back_by_the_word_of_her_coordinator(client, cast):
    vera = way.rests(cast, people.ready_volunteer(cast))
    people.sign_in(client, cast.karen)

    client.post(reverse("coordinators:come_back", args=[vera.pk]))

    vera = way.now(cast, vera)
    assert (vera.state, vera.back_on) == ("ready", None)


def test_an_applicant_takes_no_break(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    assert client.get(page(anna)).status_code == 409


@pytest.mark.feature(72)
def test_by_the_own_page_she_rests_and_comes_back(client, cast):
    vera = people.ready_volunteer(cast)
    link = token(cast, vera)

    client.post(reverse("coordinators:own_rest", args=[link]), {"back_on": later().isoformat()})
    resting = way.now(cast, vera)
    client.post(reverse("coordinators:own_come_back", args=[link]))

    assert (resting.state, resting.back_on, way.now(cast, vera).state) == ("resting", later(), "ready")


@pytest.mark.parametrize("change", ["back_on = app.today() + 9", "state = 'resting', back_on = app.today() + 9"])
def test_the_link_of_the_agreement_takes_no_break(cast, change):
    vera = people.ready_volunteer(cast)
    link = token(cast, vera, Purpose.AGREEMENT)

    with acting(link=link), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE volunteers_volunteer SET {change}")


@pytest.fixture
def due(committed_cast, as_login):
    """Vera thought to be back today."""
    vera = way.rests(committed_cast, people.ready_volunteer(committed_cast))
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE volunteers_volunteer DISABLE TRIGGER guard")
        Volunteer.objects.filter(pk=vera.pk).update(back_on=today())
        cursor.execute("ALTER TABLE volunteers_volunteer ENABLE TRIGGER guard")
    as_login("jobs")
    return vera


def test_on_the_day_she_is_asked_once_and_nothing_happens_by_itself(committed_cast, due):
    asked = [ask_who_is_back(day) for day in (today() - timedelta(days=1), today(), today() + timedelta(days=1))]

    letters = list(Message.objects.filter(kind="whether_back").values_list("address", flat=True))
    assert (asked, letters) == ([0, 1, 0], [due.email])
    assert Volunteer.objects.get(pk=due.pk).state == "resting"


@pytest.mark.parametrize(("days", "is_due"), [(0, True), (1, False)])
def test_she_is_due_back_on_the_day_itself(days, is_due):
    assert Volunteer(back_on=today() + timedelta(days=days)).is_due_back is is_due


def test_who_is_back_keeps_nothing_of_her_break(committed_cast, due):
    ask_who_is_back(today())

    due.come_back(by="a test")

    back = Volunteer.objects.get(pk=due.pk)
    assert (back.state, back.back_on, back.back_asked_at) == ("ready", None, None)


def test_whoever_comes_back_at_that_moment_is_not_asked(due, as_login):
    def ask():
        as_login("jobs")
        ask_who_is_back(today())

    with transaction.atomic():
        thread, _met = at_once(lambda: due.come_back(by="a test"), ask)
    thread.join(timeout=20)

    assert not Message.objects.filter(kind="whether_back").exists()


@pytest.mark.feature(93)
def test_on_the_day_she_stands_on_the_desk_of_her_coordinator(client, committed_cast, due, as_login):
    as_login("app")
    people.sign_in(client, committed_cast.karen)

    desk = client.get(reverse("coordinators:desk")).context["desk"]

    assert [(line.what, line.who, line.page) for line in desk.mine] == [
        ("Tilbage fra pausen?", "Vera Ven", "screening:detail")
    ]
