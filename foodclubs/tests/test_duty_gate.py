"""No duty for who is not ready or not assigned: not through the door, not in SQL as any login."""

import pytest
from django.db import DatabaseError, connection, transaction

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Task
from foodclubs.tests.tables import create_evening, duty_link, helper, task_of
from history.moves import SENTENCES, NotPossible
from volunteers.tests import way
from weshelter.tests import people

TAKE = "SELECT app.take_place('task', %s, %s)"
INSERT = """INSERT INTO foodclubs_duty (id, task_id, evening_id, project_id, volunteer_id, state)
    VALUES (gen_random_uuid(), %s, %s, %s, %s, 'taken')"""


def refused(sql: str, values: list) -> str:
    """Try it, and give the name of the gate, or the first words of the database's refusal."""
    with pytest.raises(DatabaseError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    return error.value.__cause__.diag.constraint_name or error.value.__cause__.diag.message_primary


@pytest.mark.feature(12)
def test_an_applicant_gets_no_duty_from_the_coordinator(cast):
    evening = create_evening(cast.rg60)
    cooking = task_of(evening, "cooking", seen_by=cast.karen)
    applicant = people.apply("Ann Ansøger", cast.rg60.food_role)

    with acting(user=cast.karen), pytest.raises(NotPossible) as error:
        take_place("task", cooking, applicant)

    assert str(error.value) == SENTENCES["volunteer_is_ready"]("interview,agreement,course")
    with acting(user=cast.karen):
        assert Task.objects.get(pk=cooking.pk).taken == 0


def test_a_ready_volunteer_of_another_project_gets_no_duty(cast):
    cooking = task_of(create_evening(cast.rg60), "cooking", seen_by=cast.karen)
    friend = people.ready_volunteer(cast)

    with acting(user=cast.karen), pytest.raises(NotPossible) as error:
        take_place("task", cooking, friend)

    assert str(error.value) == str(SENTENCES["volunteer_is_assigned"])


@pytest.mark.feature(12)
def test_sql_as_the_apps_login_gives_no_duty_to_an_applicant(cast):
    evening = create_evening(cast.rg60)
    cooking = task_of(evening, "cooking", seen_by=cast.karen)
    applicant = people.apply("Ann Ansøger", cast.rg60.food_role)

    with acting(user=cast.karen):
        by_door = refused(TAKE, [cooking.pk, str(applicant.pk)])
        by_hand = refused(INSERT, [cooking.pk, evening.pk, evening.project_id, applicant.pk])

    assert (by_door, by_hand) == ("volunteer_is_ready", "permission denied for table foodclubs_duty")


@pytest.mark.feature(12)
@pytest.mark.parametrize("login", ["owner", "jobs"])
def test_sql_as_the_other_logins_gives_no_duty_to_an_applicant_either(committed_cast, as_login, login):
    evening = create_evening(committed_cast.rg60)
    cooking = task_of(evening, "cooking", seen_by=committed_cast.karen)
    applicant = people.apply("Ann Ansøger", committed_cast.rg60.food_role)
    as_login(login)

    gate = refused(INSERT, [cooking.pk, evening.pk, evening.project_id, applicant.pk])

    assert gate == "volunteer_is_ready"


@pytest.mark.feature(12)
def test_a_volunteer_who_rests_cannot_take_up_a_task_given_back(cast):
    evening = create_evening(cast.rg60)
    cooking = task_of(evening, "cooking", seen_by=cast.karen)
    hanne = helper(cast)
    with acting(user=cast.karen):
        take_place("task", cooking, hanne)
        with connection.cursor() as cursor:
            cursor.execute("SELECT app.give_back_place('task', %s)", [Duty.objects.get().pk])
    way.rests(cast, hanne)
    with acting(user=cast.karen):
        gate = refused(TAKE, [cooking.pk, str(hanne.pk)])
        changed = Duty.objects.filter(state="cancelled").update(state="taken")

    assert (gate, changed) == ("volunteer_is_ready", 0)


def test_a_link_takes_no_task_for_another_volunteer_and_none_of_another_evening(cast):
    evening, other = create_evening(cast.rg60), create_evening(cast.rg60, hours=200)
    hanne, mads = helper(cast), helper(cast, "Mads Mad")
    cooking = task_of(evening, "cooking", seen_by=cast.karen)
    elsewhere = task_of(other, "cooking", seen_by=cast.karen)
    token = duty_link(evening, hanne, by=cast.karen)

    with acting(link=token):
        for_mads = refused(TAKE, [cooking.pk, str(mads.pk)])
        another_evening = refused(TAKE, [elsewhere.pk, str(hanne.pk)])

    assert for_mads == another_evening == "a task outside the scope"


@pytest.mark.parametrize("who", ["nanna", "lars", "sille", None])
def test_only_who_runs_the_evening_gives_a_task(cast, who):
    cooking = task_of(create_evening(cast.rg60), "cooking", seen_by=cast.karen)
    hanne = helper(cast)

    with acting(user=getattr(cast, who) if who else None):
        assert refused(TAKE, [cooking.pk, str(hanne.pk)]) == "a task outside the scope"


def test_one_duty_per_evening(cast):
    evening = create_evening(cast.rg60)
    cooking, talking = (task_of(evening, kind, seen_by=cast.karen) for kind in ("cooking", "talking"))
    hanne = helper(cast)
    with acting(user=cast.karen):
        take_place("task", cooking, hanne)

        with pytest.raises(NotPossible) as error:
            take_place("task", talking, hanne)

    assert str(error.value) == str(SENTENCES["one_duty_per_evening"])


@pytest.mark.feature(53)
@pytest.mark.parametrize(("hours", "possible"), [(49, False), (52, True)])
def test_nobody_helps_at_two_evenings_at_the_same_time(cast, hours, possible):
    first, second = create_evening(cast.rg60, hours=48), create_evening(cast.rg60, hours=hours)
    hanne = helper(cast)
    with acting(user=cast.karen):
        take_place("task", first.tasks.get(kind="cooking"), hanne)
        gate = None if possible else refused(TAKE, [second.tasks.get(kind="talking").pk, str(hanne.pk)])
        if possible:
            take_place("task", second.tasks.get(kind="talking"), hanne)

    assert gate == (None if possible else "one_evening_at_a_time")


@pytest.mark.parametrize("who", ["nanna", "lars", "sille", None])
def test_nobody_else_gives_a_task_back(cast, who):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    with acting(user=cast.karen):
        duty = take_place("task", evening.tasks.get(kind="cooking"), hanne)

    with acting(user=getattr(cast, who) if who else None):
        assert refused("SELECT app.give_back_place('task', %s)", [duty]) == "a place outside the scope"
