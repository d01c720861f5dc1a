"""An evening that is ahead is changed on a page; those who were told are told what it was and what it is, once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Evening
from foodclubs.places import give_back
from foodclubs.tests.tables import create_evening, duty_link, get, helper, mails, post, sign_up
from history.moves import NotPossible
from letters.models import Message
from weshelter.tests.people import sign_in


def said(evening, **changes) -> dict:
    """What the page shows of the evening, but for some changes."""
    starts_at = timezone.localtime(evening.starts_at)
    values = {"starts_at": f"{starts_at:%Y-%m-%dT%H:%M}", "menu": evening.menu, "place": evening.place}
    return {**values, "places": evening.places, **changes}


def later(evening, **by) -> str:
    return f"{timezone.localtime(evening.starts_at) + timedelta(**by):%Y-%m-%dT%H:%M}"


def now(evening, *, seen_by) -> Evening:
    with acting(user=seen_by):
        return Evening.objects.get(pk=evening.pk)


def given_back(evening, volunteer, *, by) -> None:
    with acting(user=by):
        give_back(Duty.objects.get(pk=take_place("task", evening.tasks.get(kind="talking"), volunteer)))


@pytest.fixture
def helped(cast) -> Evening:
    """An open evening of RG60 at which Hanne cooks, and Karen who is signed in."""
    evening = create_evening(cast.rg60)
    cast.hanne = helper(cast)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), cast.hanne)
    return evening


@pytest.mark.feature(94)
def test_while_it_is_planned_all_of_it_can_be_changed_its_tasks_too(client, cast):
    evening = create_evening(cast.rg60, opened=False, tasks={"cooking": 2, "talking": 1})
    sign_in(client, cast.karen)
    changes = {"menu": "Boller i karry", "place": "Haven", "places": 20, "starts_at": later(evening, days=7)}

    response = post(client, "change", evening, **said(evening, **changes), task_cooking=3, task_napkins=1)

    changed = now(evening, seen_by=cast.karen)
    assert response.url == reverse("foodclubs:evening", args=[evening.pk])
    assert (changed.menu, changed.place, changed.places) == ("Boller i karry", "Haven", 20)
    assert later(changed, days=0) == changes["starts_at"]
    with acting(user=cast.karen):
        assert dict(evening.tasks.values_list("kind", "needed")) == {"cooking": 3, "napkins": 1}


@pytest.mark.feature(94)
def test_the_menu_may_stay_empty_until_one_knows(client, cast, helped):
    with acting(user=cast.karen):
        helped.change(tasks={}, by=cast.karen, menu="")
    sign_in(client, cast.karen)

    post(client, "change", helped, **said(helped, menu="Frikadeller"))

    assert now(helped, seen_by=cast.karen).menu == "Frikadeller"
    assert mails("food_club_changed", seen_by=cast.karen) == set()


def test_the_tasks_of_an_open_evening_stay(client, cast, helped):
    sign_in(client, cast.karen)

    page = get(client, "change", helped)
    post(client, "change", helped, **said(helped), task_cooking=1)

    assert page.context["form"].task_fields == []
    with acting(user=cast.karen):
        assert dict(helped.tasks.values_list("kind", "needed")) == {"cooking": 2, "talking": 1}
        with pytest.raises(NotPossible):
            helped.change(tasks={"cooking": 5}, by=cast.karen)


@pytest.mark.feature(94)
@pytest.mark.parametrize("changes", [{"place": "Haven"}, {"menu": "Frikadeller"}, {"starts_at": timedelta(days=7)}])
def test_who_has_a_task_and_who_was_asked_for_one_is_told_once(client, cast, helped, changes):
    """Mads has not answered; Gitte gave hers back, and Noa was never asked."""
    mads, gitte = helper(cast, "Mads Mad"), helper(cast, "Gitte Given")
    helper(cast, "Noa Nok")
    for asked in (mads, gitte):
        duty_link(helped, asked, by=cast.karen)
    given_back(helped, gitte, by=cast.karen)
    changes = {name: later(helped, days=7) if name == "starts_at" else value for name, value in changes.items()}
    sign_in(client, cast.karen)

    for _time in range(2):
        post(client, "change", helped, **said(helped, **changes))

    with acting(user=cast.karen):
        told = Message.objects.filter(kind="food_club_changed").values_list("address", flat=True)
        assert sorted(told) == sorted([cast.hanne.email, mads.email])


def test_more_places_are_told_to_nobody(client, cast, helped):
    sign_in(client, cast.karen)

    post(client, "change", helped, **said(helped, places=30))

    assert (now(helped, seen_by=cast.karen).places, mails("food_club_changed", seen_by=cast.karen)) == (30, set())


@pytest.mark.feature(94)
def test_the_list_shows_the_house_who_signed_up_for_another_time(client, cast, helped):
    [bo] = sign_up(helped, "Bo")
    sign_in(client, cast.karen)
    before = get(client, "evening", helped).context["knows_otherwise"]

    post(client, "change", helped, **said(helped, starts_at=later(helped, days=1)))

    page = get(client, "evening", helped)
    assert (before, page.context["knows_otherwise"]) == (set(), {bo.pk})
    assert "skal have besked" in page.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_at", "2020-01-01T17:30"),
        ("starts_at", "på tirsdag"),
        ("starts_at", ""),
        ("places", 1),
        ("places", 201),
        ("menu", "Suppe 010190-1234"),
        ("place", "x" * 121),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, helped, field, value):
    sign_up(helped, "Bo", "Kim")
    sign_in(client, cast.karen)

    page = post(client, "change", helped, **said(helped, **{field: value}))

    assert list(page.context["form"].errors) == [field]
    assert now(helped, seen_by=cast.karen).changed_at is None


def test_an_open_evening_that_has_begun_keeps_its_time_and_gets_its_menu(client, cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    sign_in(client, cast.karen)

    post(client, "change", evening, **said(evening, menu="Fisk"))

    changed = now(evening, seen_by=cast.karen)
    assert (changed.menu, changed.starts_at) == ("Fisk", evening.starts_at)


def test_nobody_helps_at_two_evenings_at_once_because_one_was_moved(client, cast, helped):
    elsewhere = create_evening(cast.rg60, hours=100)
    with acting(user=cast.karen):
        take_place("task", elsewhere.tasks.get(kind="cooking"), cast.hanne)
    sign_in(client, cast.karen)

    page = post(client, "change", helped, **said(helped, starts_at=later(elsewhere, hours=1)))

    assert page.context["form"].non_field_errors()[0].startswith("En, der har en opgave denne aften")
    assert now(helped, seen_by=cast.karen).starts_at == helped.starts_at


@pytest.mark.parametrize("state", ["held", "cancelled"])
def test_an_evening_that_is_over_is_not_changed(client, cast, state):
    evening = create_evening(cast.rg60, hours=-0.01)
    sign_in(client, cast.karen)
    post(client, {"held": "close", "cancelled": "cancel"}[state], evening)

    assert {get(client, "change", evening).status_code, post(client, "change", evening).status_code} == {409}


@pytest.mark.parametrize(("who", "status"), [("lars", 403), ("nanna", 404), ("leif", 404)])
def test_nobody_else_changes_it(client, cast, helped, who, status):
    sign_in(client, getattr(cast, who))

    assert {get(client, page, helped).status_code for page in ("change", "correct", "count")} == {status}


def test_a_link_asked_for_before_lives_until_the_new_time(client, cast, helped):
    token = duty_link(helped, helper(cast, "Mads Mad"), by=cast.karen)
    with acting(user=cast.karen):
        helped.change(tasks={}, by=cast.karen, starts_at=helped.starts_at + timedelta(days=40))

    page = client.get(reverse("foodclubs:duty", args=[token]))

    assert page.context["evening"].starts_at == helped.starts_at
