"""Closing an evening: who came, who paid, in one go; and its page in every state."""

import pytest
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.models import Evening, Signup
from foodclubs.tests.tables import create_evening, get, helper, post, sign_up, state_of
from weshelter.tests.people import sign_in


def answers(evening, *, seen_by, guest: str = "paid", duty: str = "came") -> dict:
    with acting(user=seen_by):
        guests = {f"guest_{signup.pk}": guest for signup in evening.signups.on_the_list()}
        return guests | {f"duty_{row.pk}": duty for row in evening.duties.on_the_list()}


@pytest.mark.feature(50)
@pytest.mark.feature(56)
@pytest.mark.feature(57)
def test_the_coordinator_closes_the_evening_in_one_go(client, cast):
    evening, hanne = create_evening(cast.rg60, hours=-0.01), helper(cast)
    bo, kim, later, missed = sign_up(evening, "Bo", "Kim", "Lea", "Ole", by=cast.karen)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    values = answers(evening, seen_by=cast.karen)
    values |= {f"guest_{kim.pk}": "free", f"guest_{later.pk}": "later", f"guest_{missed.pk}": "missed"}
    sign_in(client, cast.karen)

    post(client, "close", evening, **values)

    held = get(client, "evening", evening).context["evening"]
    assert (held.state, held.guests_came, held.new_faces, held.volunteers_came, held.income) == ("held", 3, 3, 1, 15)
    with acting(user=cast.karen):
        paid = {str(signup.guest): (signup.state, signup.paid) for signup in evening.signups.on_the_list()}
    assert bo.pk
    assert paid == {"Bo": ("came", 15), "Kim": ("came", 0), "Lea": ("came", None), "Ole": ("missed", None)}


def test_who_did_not_come_has_paid_nothing_whatever_was_typed(cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    [ole] = sign_up(evening, "Ole", by=cast.karen)

    with acting(user=cast.karen):
        ole.settle(came=False, paid=15, by=cast.karen)

        assert Signup.objects.values_list("state", "paid").get(pk=ole.pk) == ("missed", None)


@pytest.mark.parametrize("answer", ["", "gave a banknote"])
def test_a_guest_without_an_answer_keeps_the_evening_open(client, cast, answer):
    evening = create_evening(cast.rg60, hours=-0.01)
    [bo, kim] = sign_up(evening, "Bo", "Kim", by=cast.karen)
    sign_in(client, cast.karen)

    response = post(client, "close", evening, **{f"guest_{bo.pk}": "paid", f"guest_{kim.pk}": answer})

    assert response.context["form"].errors.keys() == {f"guest_{kim.pk}"}
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_an_evening_of_another_day_has_no_form_and_is_not_closed(client, cast):
    evening = create_evening(cast.rg60, hours=48)
    sign_in(client, cast.karen)

    page, tried = get(client, "close", evening), post(client, "close", evening)

    assert b"btn-check" not in page.content
    assert tried.context["form"].non_field_errors()
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_an_evening_is_not_closed_on_its_day_before_it_has_begun(client, cast):
    evening = create_evening(cast.rg60, hours=0.01)
    sign_in(client, cast.karen)

    page, tried = get(client, "evening", evening), post(client, "close", evening)

    assert reverse("foodclubs:close", args=[evening.pk]) not in page.content.decode()
    assert tried.context["form"].non_field_errors()
    assert state_of(evening, seen_by=cast.karen) == "open"


@pytest.mark.feature(50)
def test_one_button_says_that_all_have_paid_and_closes_nothing_yet(client, cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    bo, kim, lea = sign_up(evening, "Bo", "Kim", "Lea", by=cast.karen)
    sign_in(client, cast.karen)

    response = post(client, "close", evening, all_paid="1", **{f"guest_{kim.pk}": "free"})

    form = response.context["form"]
    chosen = {signup: form[f"guest_{signup.pk}"].value() for signup in (bo, kim, lea)}
    assert chosen == {bo: "paid", kim: "free", lea: "paid"}
    assert not form.errors
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_closing_twice_changes_nothing(client, cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    [bo] = sign_up(evening, "Bo", by=cast.karen)
    sign_in(client, cast.karen)
    values = answers(evening, seen_by=cast.karen)
    post(client, "close", evening, **values)

    post(client, "close", evening, **values | {f"guest_{bo.pk}": "missed"})

    with acting(user=cast.karen):
        assert (Signup.objects.get().state, Evening.objects.get().income) == ("came", 15)


@pytest.mark.parametrize("state", ["planned", "open", "held", "cancelled"])
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_page_of_an_evening_opens_in_every_state(client, cast, who, state):
    evening = create_evening(cast.rg60, hours=-0.01, opened=state != "planned")
    sign_in(client, cast.karen)
    if state in {"held", "cancelled"}:
        post(client, {"held": "close", "cancelled": "cancel"}[state], evening)
    sign_in(client, getattr(cast, who))

    page = get(client, "evening", evening)

    assert (page.status_code, page.context["evening"].state) == (200, state)
    assert page.context["may_run"] is (who == "karen")
