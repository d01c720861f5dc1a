"""What was just done is undone from the sentence that tells of it: as a legal act, by whoever may, without a script."""

import pytest
from django.urls import reverse

from access.context import acting
from courses.models import Attendance
from foodclubs.models import Duty, Signup
from foodclubs.tests.tables import create_evening, helper, sign_up, task_of
from notes.models import Confidence
from notes.tests.telling import consenting_citizen
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.undoing import offered, press_undo


def act(client, name, *args, **typed):
    return client.post(reverse(name, args=[getattr(arg, "pk", arg) for arg in args]), typed, follow=True)


def state_of(cast, model, **which) -> str:
    with acting(user=cast.karen):
        return model.objects.get(**which).state


@pytest.fixture
def evening(cast):
    return create_evening(cast.rg60)


@pytest.mark.feature(92)
def test_a_guest_put_on_the_list_by_mistake_is_off_it_again(client, cast, evening):
    people.sign_in(client, cast.lars)

    page = act(client, "foodclubs:sign_up", evening, nickname="Kaptajnen")
    press_undo(client, page)

    assert state_of(cast, Signup) == "cancelled"


def test_a_guest_taken_off_by_mistake_is_on_the_list_again(client, cast, evening):
    [guest] = sign_up(evening, "Kaptajnen & søn")
    people.sign_in(client, cast.karen)

    page = act(client, "foodclubs:give_guest_back", guest)
    press_undo(client, page)

    assert state_of(cast, Signup, pk=guest.pk) == "coming"


def test_a_task_given_by_mistake_is_free_again_and_the_other_way_round(client, cast, evening):
    hanne = helper(cast)
    people.sign_in(client, cast.karen)
    cooking = task_of(evening, "cooking", seen_by=cast.karen)

    given = act(client, "foodclubs:give_task", evening, task=cooking.pk, volunteer=hanne.pk)
    freed = press_undo(client, given)
    after_one = state_of(cast, Duty)
    press_undo(client, freed)

    assert (after_one, state_of(cast, Duty)) == ("cancelled", "taken")


def test_a_tick_is_undone_by_the_tick_the_other_way(client, cast):
    attendance = way.booked(cast)
    people.sign_in(client, cast.karen)

    page = act(client, "courses:tick", attendance.gathering_id, attendance, kom="ja")
    press_undo(client, page)

    assert state_of(cast, Attendance, pk=attendance.pk) == "missed"


def test_what_was_told_by_mistake_is_taken_back_before_anybody_opens_it(client, cast):
    bo = consenting_citizen(cast)
    people.sign_in(client, cast.lars)

    page = act(client, "notes:write", bo, text="Han bliver væk, hvis nogen retter ham")
    press_undo(client, page)

    with acting(user=cast.lars):
        assert Confidence.objects.get().withdrawn_at is not None


def test_the_way_back_carries_no_word_of_what_was_told(client, cast):
    bo = consenting_citizen(cast)
    people.sign_in(client, cast.lars)

    page = act(client, "notes:write", bo, text="Han bliver væk, hvis nogen retter ham")

    assert offered(page)[1] == {}


@pytest.mark.feature(87)
def test_somebody_else_cannot_undo_it(client, cast, evening):
    people.sign_in(client, cast.karen)
    address, fields = offered(act(client, "foodclubs:sign_up", evening, nickname="Kaptajnen"))

    people.sign_in(client, cast.nanna)
    elsewhere = client.post(address, fields)
    client.logout()
    nobody = client.post(address, fields)

    assert (elsewhere.status_code, nobody.status_code) == (404, 302)
    assert state_of(cast, Signup) == "coming"


def test_undoing_what_somebody_else_has_undone_changes_nothing(client, cast, evening):
    people.sign_in(client, cast.karen)
    page = act(client, "foodclubs:sign_up", evening, nickname="Kaptajnen")

    press_undo(client, page)
    again = press_undo(client, page)

    assert (again.status_code, state_of(cast, Signup)) == (409, "cancelled")


def test_what_has_gone_out_as_a_letter_offers_no_undo(client, cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)
    people.sign_in(client, cast.karen)

    page = act(client, "screening:decline", anna, reason="no_time", letter="Hej Anna, tak for din tid.")

    assert "alert-success" in page.content.decode()
    assert offered(page) is None


def test_the_offer_is_gone_once_one_has_left_the_page(client, cast, evening):
    people.sign_in(client, cast.karen)
    shown = act(client, "foodclubs:sign_up", evening, nickname="Kaptajnen")

    later = client.get(reverse("foodclubs:evening", args=[evening.pk]))

    assert (offered(shown) is None, offered(later)) == (False, None)
