"""A newcomer goes along with somebody experienced first, where the role asks it. Who has been a friend is not new."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.urls import reverse

from access.context import acting
from foodclubs.tests.tables import create_evening, helper, task_of
from history.moves import SENTENCES, NotPossible
from matching.models import Match
from volunteers.models import Shadowing
from volunteers.places import take_place
from volunteers.screening import pipeline_of
from volunteers.tests import way
from weshelter.tests import days, people
from weshelter.tests.days import today

MISSING = "Den frivillige er ikke klar. Der mangler: med en erfaren frivillig."


@pytest.fixture
def friends(cast):
    """Erna and Vera are ready; then the role begins to ask that one is along first."""
    erna, vera = people.ready_volunteer(cast, "Erna Erfaren"), people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, asks_shadowing=True)
    return erna, vera


def write(cast, volunteer, experienced, *, went_on=None, by=None) -> None:
    by = by or cast.karen
    with acting(user=by):
        Shadowing.write(volunteer, experienced=experienced, went_on=went_on or today(), by=by)


def propose(cast, volunteer) -> str:
    with acting(user=cast.karen):
        return Match.propose(volunteer, bo_of(cast), by=cast.karen).state


def bo_of(cast):
    if not hasattr(cast, "bo"):
        cast.bo = people.create_citizen(cast)
    return cast.bo


@pytest.mark.feature(19)
def test_who_is_new_gets_no_friend_before_she_was_along(cast, friends):
    erna, vera = friends
    bo_of(cast)
    with pytest.raises(NotPossible) as error:
        propose(cast, vera)
    assert str(error.value) == MISSING

    write(cast, vera, erna)

    assert propose(cast, vera) == "proposed"


@pytest.mark.feature(19)
def test_who_has_had_a_friend_is_not_new(cast):
    match = people.create_match(cast)
    way.asks(cast, cast.rg60.friend_role, asks_shadowing=True)

    with acting(user=cast.karen):
        steps = {step.code: step.done for step in pipeline_of([match.volunteer])[match.volunteer_id]}

    assert steps["shadowing"]


@pytest.mark.feature(19)
def test_who_has_helped_at_an_evening_is_not_new_and_who_only_took_a_task_is(cast):
    evening = create_evening(cast.rg60, hours=-0.01, tasks={"cooking": 1, "washing_up": 1})
    here, away = helper(cast, "Henny Her"), helper(cast, "Adam Aldrig")
    cooking, washing = (task_of(evening, kind, seen_by=cast.karen) for kind in ("cooking", "washing_up"))
    with acting(user=cast.karen):
        take_place("task", cooking, here)
        take_place("task", washing, away)
        duties = [(duty, duty.volunteer_id == here.pk) for duty in evening.duties.on_the_list()]
        evening.hold(guests=[], duties=duties, by=cast.karen)
    way.asks(cast, cast.rg60.food_role, asks_shadowing=True)
    tomorrow = create_evening(cast.rg60)
    cooking = task_of(tomorrow, "cooking", seen_by=cast.karen)

    with acting(user=cast.karen):
        assert take_place("task", cooking, here)
    with pytest.raises(NotPossible) as error, acting(user=cast.karen):
        take_place("task", cooking, away)
    assert str(error.value) == MISSING


@pytest.mark.feature(19)
def test_the_agreement_is_signed_before_anybody_is_along(cast, friends):
    tove = way.in_training(cast)

    with pytest.raises(NotPossible) as error:
        write(cast, tove, friends[0])

    assert str(error.value) == str(SENTENCES["along_once_the_agreement_is_signed"])


@pytest.mark.parametrize("whom", ["herself", "in training", "of another house", "nobody"])
def test_along_with_another_who_is_ready_at_the_same_project(cast, friends, whom):
    vera = friends[1]
    others = {
        "herself": lambda: vera,
        "in training": lambda: way.in_training(cast, signed=True),
        "of another house": lambda: people.ready_volunteer(cast, "Nora Nord", house=cast.nabo),
        "nobody": lambda: None,
    }
    other = others[whom]()

    with pytest.raises(NotPossible) as error:
        write(cast, vera, other)

    assert str(error.value) == str(SENTENCES["along_with_somebody_who_is_ready"])


def test_a_day_that_has_not_been_is_refused_in_sql_too(cast, friends):
    erna, vera = friends

    with pytest.raises(NotPossible) as error:
        write(cast, vera, erna, went_on=today() + timedelta(days=1))

    assert str(error.value) == str(SENTENCES["along_on_a_day_that_has_been"])


def test_nobody_writes_it_in_somebody_elses_name_or_from_another_house(cast, friends):
    erna, vera = friends

    with pytest.raises(DatabaseError, match="row-level security"), acting(user=cast.karen):
        Shadowing.write(vera, experienced=erna, went_on=today(), by=cast.sille)
    with pytest.raises(DatabaseError, match="row-level security"):
        write(cast, vera, erna, by=cast.nanna)


def test_written_twice_it_is_written_once(cast, friends):
    erna, vera = friends

    write(cast, vera, erna)
    write(cast, vera, erna)

    with acting(user=cast.karen):
        assert Shadowing.objects.count() == 1


@pytest.mark.feature(19)
def test_the_coordinator_writes_it_down_on_a_page_that_the_volunteers_page_leads_to(client, cast, friends):
    erna, vera = friends
    people.sign_in(client, cast.karen)
    page, address = reverse("volunteers:detail", args=[vera.pk]), reverse("volunteers:shadowing", args=[vera.pk])
    assert address in client.get(page).content.decode()

    shown = client.get(address).content.decode()
    after = client.post(address, {"experienced": erna.pk, "went_on": today().isoformat()}, follow=True)

    assert ("Erna Erfaren" in shown, "Vera Ven</label>" in shown) == (True, False)
    assert after.redirect_chain == [(page, 302)]
    content = after.content.decode()
    assert (address in content, "Erna Erfaren" in content) == (False, True)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"went_on": ""}, ["experienced", "went_on"]),
        ({"experienced": "x", "went_on": "i går"}, ["experienced", "went_on"]),
        ({"went_on": timedelta(days=1)}, ["experienced", "went_on"]),
        ({"went_on": "2020-01-01"}, ["experienced", "went_on"]),
    ],
)
def test_what_cannot_be_is_asked_again(client, cast, friends, typed, wrong):
    people.sign_in(client, cast.karen)

    page = client.post(reverse("volunteers:shadowing", args=[friends[1].pk]), days.typed(typed))

    assert list(page.context["form"].errors) == wrong


def test_the_gates_sentence_stands_in_the_form(client, cast, friends):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)

    typed = {"experienced": friends[0].pk, "went_on": today().isoformat()}
    page = client.post(reverse("volunteers:shadowing", args=[tove.pk]), typed)

    assert page.context["form"].non_field_errors() == [str(SENTENCES["along_once_the_agreement_is_signed"])]


def test_where_nobody_else_is_ready_the_page_says_who_can_help(client, cast):
    vera = people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("volunteers:shadowing", args=[vera.pk])).content.decode()

    assert "<form method" not in page.split("<main")[1].split("</main")[0]


def test_of_a_volunteer_who_is_not_taken_in_nothing_is_written(client, cast, friends):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    assert client.get(reverse("volunteers:shadowing", args=[anna.pk])).status_code == 409
