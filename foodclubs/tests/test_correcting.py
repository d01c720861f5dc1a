"""What was written when an evening was closed is corrected with its reason; one that was never opened is counted."""

import pytest
from django.db import DatabaseError, connection, transaction

from access.context import acting
from courses.places import take_place
from foodclubs.models import Evening
from foodclubs.places import give_back
from foodclubs.tests.tables import create_evening, get, helper, mails, post, sign_up, state_of
from foodclubs.tests.test_closing import answers
from history.moves import SENTENCES, NotPossible
from weshelter.tests.people import ready_volunteer, sign_in

NUMBERS = {"guests_came": 7, "new_faces": 1, "volunteers_came": 2, "income": 90}


def totals(evening, *, seen_by) -> tuple:
    with acting(user=seen_by):
        now = Evening.objects.get(pk=evening.pk)
    return tuple(getattr(now, name) for name in Evening.TOTALS)


@pytest.fixture
def held(client, cast) -> Evening:
    """Held: Bo paid, Kim pays next time, Hanne came; Karen is signed in."""
    evening, hanne = create_evening(cast.rg60, hours=-0.01), helper(cast)
    cast.bo, cast.kim = sign_up(evening, "Bo", "Kim", by=cast.karen)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, cast.karen)
    cast.said = answers(evening, seen_by=cast.karen) | {f"guest_{cast.kim.pk}": "later"}
    post(client, "close", evening, **cast.said)
    return evening


@pytest.mark.feature(94)
def test_the_page_shows_what_was_said_and_takes_a_late_payment(client, cast, held):
    form = get(client, "correct", held).context["form"]

    post(client, "correct", held, **cast.said | {f"guest_{cast.kim.pk}": "paid"}, why="paid_later")

    assert {name: form[name].initial for name in cast.said} == cast.said
    assert totals(held, seen_by=cast.karen) == (2, 2, 1, 30)


@pytest.mark.feature(94)
def test_who_came_is_corrected_and_the_page_says_why_and_who(client, cast, held):
    changes = {name: "missed" for name in cast.said if name != f"guest_{cast.bo.pk}"}

    post(client, "correct", held, **cast.said | changes, why="who_came")

    page = get(client, "evening", held)
    [(event, change)] = page.context["corrections"]
    assert totals(held, seen_by=cast.karen) == (1, 1, 0, 15)
    assert (event.corrected_why, change.who) == ("who_came", str(cast.karen))
    assert "Nogen kom alligevel" in page.content.decode()


@pytest.mark.feature(94)
def test_a_guest_who_came_and_stood_on_no_list_is_added(client, cast, held):
    one_more = {"nickname": "Grønne Ole", "one_more_paid": "paid"}

    post(client, "correct", held, **cast.said | one_more, why="who_came")

    page = get(client, "evening", held)
    assert [str(signup.guest) for signup in page.context["signups"]] == ["Bo", "Grønne Ole", "Kim"]
    assert totals(held, seen_by=cast.karen) == (3, 3, 1, 30)


@pytest.mark.feature(94)
def test_a_volunteer_who_helped_and_stood_on_no_list_is_added_though_every_task_was_taken(client, cast, held):
    grete = helper(cast, "Grete Gæst")
    with acting(user=cast.karen):
        task = held.tasks.get(kind="talking")

    post(client, "correct", held, **cast.said, helper=grete.pk, task=task.pk, why="who_came")

    with acting(user=cast.karen):
        duty = grete.duties.get()
        task.refresh_from_db()
    assert (str(duty.state), duty.task_id, task.taken, task.needed) == ("came", task.pk, 1, 1)
    assert totals(held, seen_by=cast.karen) == (2, 2, 2, 15)


@pytest.mark.feature(94)
def test_who_gave_the_task_back_and_came_all_the_same_is_on_the_list_again(client, cast):
    evening, hanne = create_evening(cast.rg60, hours=-0.01), helper(cast)
    sign_up(evening, "Bo", by=cast.karen)
    with acting(user=cast.karen):
        task = evening.tasks.get(kind="cooking")
        take_place("task", task, hanne)
        give_back(hanne.duties.get())
    sign_in(client, cast.karen)
    post(client, "close", evening, **answers(evening, seen_by=cast.karen))

    added = {"helper": hanne.pk, "task": task.pk}
    post(client, "correct", evening, **answers(evening, seen_by=cast.karen), **added, why="who_came")

    with acting(user=cast.karen):
        assert str(hanne.duties.get().state) == "came"


@pytest.mark.parametrize(("said", "field"), [("helper", "task"), ("task", "helper")])
def test_one_more_volunteer_needs_a_task_and_a_task_somebody(client, cast, held, said, field):
    grete = helper(cast, "Grete Gæst")
    with acting(user=cast.karen):
        task = held.tasks.get(kind="talking")
    chosen = {said: {"helper": grete.pk, "task": task.pk}[said]}

    page = post(client, "correct", held, **cast.said | chosen, why="who_came")

    assert list(page.context["form"].errors) == [field]
    assert totals(held, seen_by=cast.karen) == (2, 2, 1, 15)


def test_no_volunteer_of_another_project_is_added_not_even_in_sql(cast, held):
    stranger = ready_volunteer(cast, "Fie Fremmed")
    correcting = "UPDATE foodclubs_evening SET corrected_at = now(), corrected_why = 'who_came' WHERE id = %s"
    with acting(user=cast.karen), transaction.atomic(), connection.cursor() as cursor:
        task = held.tasks.get(kind="talking")
        cursor.execute(correcting, [held.pk])
        with pytest.raises(DatabaseError, match="another project"):
            cursor.execute("SELECT app.add_who_helped(%s, %s)", [task.pk, stranger.pk])
        transaction.set_rollback(True)


def test_a_name_that_is_on_the_list_is_not_added_again(client, cast, held):
    page = post(client, "correct", held, **cast.said, nickname="kim", one_more_paid="free", why="who_came")

    assert page.context["form"].non_field_errors() == [str(SENTENCES["one_place_per_guest"])]
    assert totals(held, seen_by=cast.karen) == (2, 2, 1, 15)


def test_nobody_is_added_but_in_a_correction_not_even_in_sql(cast, held):
    with acting(user=cast.karen), pytest.raises(DatabaseError, match="not being corrected"), transaction.atomic():
        connection.cursor().execute("SELECT app.add_who_came(%s, 'Dan')", [held.pk])
    grete = helper(cast, "Grete Gæst")
    with acting(user=cast.karen):
        task = held.tasks.get(kind="talking")
    with acting(user=cast.karen), pytest.raises(DatabaseError, match="not being corrected"), transaction.atomic():
        connection.cursor().execute("SELECT app.add_who_helped(%s, %s)", [task.pk, grete.pk])


@pytest.mark.parametrize("why", ["", "because"])
def test_a_correction_says_why(client, cast, held, why):
    page = post(client, "correct", held, **cast.said | {f"guest_{cast.kim.pk}": "paid"}, why=why)

    assert list(page.context["form"].errors) == ["why"]
    assert totals(held, seen_by=cast.karen) == (2, 2, 1, 15)


def test_guests_who_were_erased_stay_counted(committed_cast, as_login):
    cast = committed_cast
    evening = create_evening(cast.rg60, hours=-0.01)
    bo, kim = sign_up(evening, "Bo", "Kim", by=cast.karen)
    with acting(user=cast.karen):
        evening.hold(guests=[(bo, True, 15), (kim, True, None)], duties=[], by=cast.karen)
    as_login("jobs")
    bo.guest.delete()
    as_login("app")

    with acting(user=cast.karen):
        kim.refresh_from_db()
        evening.correct(why="paid_later", guests=[(kim, True, 15)], by=cast.karen)

    assert totals(evening, seen_by=cast.karen) == (2, 2, 0, 30)


CHANGES = [
    "UPDATE foodclubs_signup SET paid = 0",
    "UPDATE foodclubs_evening SET income = 0",
    "UPDATE foodclubs_evening SET menu = 'Andet', corrected_why = 'miscounted', corrected_at = now()",
    "UPDATE foodclubs_evening SET income = 0, corrected_why = '', corrected_at = now()",
]


@pytest.mark.parametrize("sql", CHANGES)
def test_not_even_in_sql_is_anything_else_changed_or_without_a_reason(cast, held, sql):
    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)

    assert totals(held, seen_by=cast.karen) == (2, 2, 1, 15)


@pytest.mark.parametrize("state", ["planned", "open", "cancelled"])
def test_only_a_held_evening_is_corrected(client, cast, state):
    evening = create_evening(cast.rg60, hours=-0.01, opened=state != "planned")
    sign_in(client, cast.karen)
    if state == "cancelled":
        post(client, "cancel", evening)

    assert get(client, "correct", evening).status_code == 409
    with acting(user=cast.karen), pytest.raises(NotPossible):
        evening.correct(why="miscounted", by=cast.karen)


@pytest.mark.feature(94)
def test_an_evening_that_passed_unopened_is_counted_and_then_corrected(client, cast):
    evening = create_evening(cast.rg60, hours=-30, opened=False)
    sign_in(client, cast.karen)
    leads_there = "taelling" in get(client, "evening", evening).content.decode()

    post(client, "count", evening, **NUMBERS)
    counted = totals(evening, seen_by=cast.karen)
    post(client, "correct", evening, **NUMBERS | {"income": 105}, why="miscounted")

    assert leads_there
    assert (counted, totals(evening, seen_by=cast.karen)) == ((7, 1, 2, 90), (7, 1, 2, 105))
    assert state_of(evening, seen_by=cast.karen) == "held"
    assert mails("food_club_changed", seen_by=cast.karen) == set()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"guests_came": ""}, "guests_came"), ({"new_faces": 8}, "new_faces"), ({"income": -1}, "income")],
    ids=str,
)
def test_numbers_that_cannot_be_are_refused_beside_their_field(client, cast, changes, field):
    evening = create_evening(cast.rg60, hours=-30, opened=False)
    sign_in(client, cast.karen)

    page = post(client, "count", evening, **NUMBERS | changes)

    assert list(page.context["form"].errors) == [field]
    assert state_of(evening, seen_by=cast.karen) == "planned"


def test_an_evening_is_not_counted_before_it_has_begun_not_even_in_sql(client, cast):
    evening = create_evening(cast.rg60, opened=False)
    sign_in(client, cast.karen)

    tried = get(client, "count", evening), post(client, "count", evening, **NUMBERS)

    assert [answer.status_code for answer in tried] == [409, 200]
    assert state_of(evening, seen_by=cast.karen) == "planned"
    with acting(user=cast.karen), pytest.raises(DatabaseError, match="too early"), transaction.atomic():
        connection.cursor().execute(
            "UPDATE foodclubs_evening SET state = 'held', guests_came = 1, new_faces = 0, volunteers_came = 0,"
            " income = 0"
        )
