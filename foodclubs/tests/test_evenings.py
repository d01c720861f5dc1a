"""An evening's life: planned, open, held; or called off. What it came to is written once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Evening, FoodClub, Task
from foodclubs.places import give_back
from foodclubs.staffing import call_off
from foodclubs.tests.tables import create_club, create_evening, helper, sign_up
from history.moves import SENTENCES, NotPossible
from institutions.models import Project


def hold(evening, *, paid: dict, by, helpers=()) -> Evening:
    """Close it: what each nickname paid (False: did not come)."""
    with acting(user=by):
        guests = [
            (s, paid[str(s.guest)] is not False, paid[str(s.guest)] or None) for s in evening.signups.on_the_list()
        ]
        evening.hold(guests=guests, duties=helpers, by=by)
        return Evening.objects.get(pk=evening.pk)


def totals(evening) -> tuple:
    return (evening.guests_came, evening.new_faces, evening.volunteers_came, evening.income)


@pytest.mark.feature(57)
@pytest.mark.feature(50)
def test_a_closed_evening_has_its_guests_new_faces_volunteers_and_income(cast):
    evening, hanne = create_evening(cast.rg60, hours=-0.01), helper(cast)
    sign_up(evening, "Bo", "Kim", "Åse", by=cast.karen)
    with acting(user=cast.karen):
        duty = Duty.objects.get(pk=take_place("task", evening.tasks.get(kind="cooking"), hanne))

    held = hold(evening, paid={"Bo": 15, "Kim": None, "Åse": False}, helpers=[(duty, True)], by=cast.karen)

    assert held.state == "held"
    assert totals(held) == (2, 2, 1, 15)


@pytest.mark.feature(57)
def test_a_guest_is_a_new_face_only_the_first_time(cast):
    first, second = create_evening(cast.rg60, hours=-0.02), create_evening(cast.rg60, hours=-0.01)
    sign_up(first, "Bo", "Åse", by=cast.karen)
    sign_up(second, "Bo", "Åse", "Kim", by=cast.karen)
    hold(first, paid={"Bo": 15, "Åse": False}, by=cast.karen)

    held = hold(second, paid={"Bo": 15, "Åse": 15, "Kim": 15}, by=cast.karen)

    assert totals(held) == (3, 2, 0, 45)


@pytest.mark.feature(56)
def test_who_gave_the_place_back_is_not_counted_as_absent(cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    [bo] = sign_up(evening, "Bo", by=cast.karen)
    with acting(user=cast.karen):
        give_back(bo)

    held = hold(evening, paid={}, by=cast.karen)

    with acting(user=cast.karen):
        bo.refresh_from_db()
    assert (totals(held), bo.state) == ((0, 0, 0, 0), "cancelled")


def test_an_evening_is_not_closed_before_its_day(cast):
    evening = create_evening(cast.rg60, hours=48)

    with pytest.raises(NotPossible):
        hold(evening, paid={}, by=cast.karen)


def test_a_guest_who_came_onto_the_list_while_the_form_was_open_is_not_lost(cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    [bo] = sign_up(evening, "Bo", by=cast.karen)
    sign_up(evening, "Kim", by=cast.lars)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        evening.hold(guests=[(bo, True, 15)], duties=[], by=cast.karen)

    with acting(user=cast.karen):
        assert Evening.objects.get().state == "open"
        assert [str(signup.guest) for signup in evening.signups.unsettled()] == ["Bo", "Kim"]


def test_nobody_comes_onto_the_list_of_an_evening_that_was_held(cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    hold(evening, paid={}, by=cast.karen)

    with pytest.raises(NotPossible) as error:
        sign_up(evening, "Kim", by=cast.karen)

    assert str(error.value) == str(SENTENCES["evening_is_open_for_sign_up"])


CHANGES = [
    "UPDATE foodclubs_signup SET paid = 0",
    "UPDATE foodclubs_signup SET state = 'missed', paid = NULL",
    "UPDATE foodclubs_duty SET state = 'missed'",
    "UPDATE foodclubs_evening SET state = 'open'",
    "UPDATE foodclubs_evening SET income = 0",
    "INSERT INTO foodclubs_task (id, evening_id, project_id, kind, needed, taken)"
    " SELECT gen_random_uuid(), id, project_id, 'napkins', 1, 0 FROM foodclubs_evening WHERE state = 'held'",
]


@pytest.mark.parametrize("sql", CHANGES)
def test_an_evening_that_was_held_is_not_changed_in_sql_either(cast, sql):
    evening, hanne = create_evening(cast.rg60, hours=-0.01), helper(cast)
    sign_up(evening, "Bo", by=cast.karen)
    with acting(user=cast.karen):
        duty = Duty.objects.get(pk=take_place("task", evening.tasks.get(kind="cooking"), hanne))
    hold(evening, paid={"Bo": 15}, helpers=[(duty, True)], by=cast.karen)

    with acting(user=cast.karen), pytest.raises(DatabaseError) as error:  # noqa: SIM117 - one thing each
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)

    assert error.value.__cause__.diag.constraint_name == "a_closed_evening_is_not_changed"


@pytest.mark.parametrize("verb", ["open", "cancel"])
def test_a_held_evening_takes_no_other_way(cast, verb):
    evening = hold(create_evening(cast.rg60, hours=-0.01), paid={}, by=cast.karen)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        getattr(evening, verb)(by=cast.karen)


def test_nothing_is_given_back_after_the_evening_is_called_off(cast):
    evening = create_evening(cast.rg60)
    [bo] = sign_up(evening, "Bo")
    with acting(user=cast.karen):
        call_off(evening, by=cast.karen)

        with pytest.raises(NotPossible):
            give_back(bo)


def test_an_evening_opens_only_in_an_open_project(cast):
    evening = create_evening(cast.rg60, opened=False)
    with acting(user=cast.sille):
        Project.objects.get(pk=cast.rg60.food.pk).pause(by=cast.sille)

    with acting(user=cast.karen), pytest.raises(NotPossible) as error:
        evening.open(by=cast.karen)

    assert str(error.value) == str(SENTENCES["an_evening_opens_in_an_open_project"])


@pytest.mark.parametrize(("days", "may"), [(0, True), (-1, False)])
def test_until_the_end_of_its_day_it_is_offered_to_open_an_evening(days, may):
    at = timezone.localtime().replace(hour=0, minute=1) + timedelta(days=days)

    assert Evening(state="planned", starts_at=at).may_be_opened is may


def test_an_evening_of_yesterday_cannot_be_opened(cast):
    evening = create_evening(cast.rg60, hours=-30, opened=False)

    with acting(user=cast.karen), pytest.raises(NotPossible) as error:
        evening.open(by=cast.karen)

    assert str(error.value) == str(SENTENCES["an_evening_opens_before_it_is_over"])


@pytest.mark.parametrize(("who", "possible"), [("karen", True), ("lars", False), ("nanna", False), ("sille", False)])
def test_only_the_projects_coordinator_plans_its_evenings(cast, who, possible):
    club, user = create_club(cast.rg60), getattr(cast, who)
    made = False
    with acting(user=user):
        try:
            with transaction.atomic():
                Evening.plan(
                    club, tasks={"cooking": 1}, starts_at=timezone.localtime() + timedelta(1), places=5, by=user
                )
            made = True
        except DatabaseError:
            pass

    assert made is possible


def test_a_food_club_belongs_to_a_project_of_that_kind(cast):
    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        FoodClub.objects.create(project=cast.rg60.friends, name="Forkert", weekday=1)


def test_the_price_of_an_evening_stays_when_the_clubs_changes(cast):
    evening = create_evening(cast.rg60)
    with acting(user=cast.karen):
        FoodClub.objects.update(price=20)
        evening.refresh_from_db()

    assert evening.price == 15


@pytest.mark.feature(49)
def test_a_new_evening_has_only_the_tasks_that_somebody_is_needed_for(cast):
    evening = create_evening(cast.rg60, tasks={"shopping": 1, "napkins": 0, "talking": 2})

    with acting(user=cast.karen):
        assert {task.kind: task.needed for task in evening.tasks.in_order()} == {"shopping": 1, "talking": 2}
        assert [task.kind for task in evening.tasks.in_order()] == ["shopping", "talking"]


def test_a_menu_with_a_cpr_number_is_refused():
    with pytest.raises(ValidationError):
        Evening(menu="Ring til 010190-1234").clean_fields(exclude=["food_club", "project"])


def test_the_place_is_the_houses_address_unless_told(cast):
    evening = create_evening(cast.rg60)

    assert evening.where == "RG60, Gaden 1, 2200 København N"
    assert Evening(project=evening.project, place="Haven").where == "Haven"


def test_every_kind_of_task_has_a_usual_number():
    assert set(Task.USUAL) == set(Task.Kind)


@pytest.mark.feature(92)
@pytest.mark.parametrize(
    ("hours", "state", "taken", "helpers_missing", "step"),
    [
        (1, "planned", 0, 3, "open"),
        (1, "open", 0, 3, "helpers"),
        (1, "open", 5, 1, "helpers"),
        (1, "open", 0, 0, "guests"),
        (1, "open", 5, 0, "held"),
        (-1, "planned", 0, 3, "held"),
        (-1, "open", 0, 3, "held"),
        (-1, "held", 5, 2, None),
    ],
)
def test_an_evenings_step_bar_names_the_next_step(hours, state, taken, helpers_missing, step):
    starts_at = timezone.now() + timedelta(hours=hours)

    steps = Evening(starts_at=starts_at, state=state, taken=taken).steps(helpers_missing=helpers_missing)

    assert next((one.code for one in steps if one.current), None) == step
