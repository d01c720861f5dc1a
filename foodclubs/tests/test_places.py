"""The last place goes to exactly one: real commits, every request on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Evening, Guest, Signup, Task
from foodclubs.places import give_back
from foodclubs.tests.tables import create_evening, duty_link, helper, sign_up, task_of
from history.moves import SENTENCES, NotPossible
from weshelter.tests.at_once import at_once


def all_at_once(attempts: list) -> list[str]:
    """Run each attempt in a thread with its own connection, all starting together; "got it" or the sentence."""
    start = Barrier(len(attempts))

    def run(attempt) -> str:
        try:
            start.wait()
            attempt()
        except NotPossible as error:
            return str(error)
        finally:
            connection.close()
        return "got it"

    with ThreadPoolExecutor(len(attempts)) as pool:
        return list(pool.map(run, attempts))


def guest(evening: Evening, nickname: str):
    def attempt() -> None:
        with acting():
            take_place("evening", evening, nickname)

    return attempt


def volunteer_by_link(task: Task, volunteer, token: str):
    def attempt() -> None:
        with acting(link=token):
            take_place("task", task, volunteer)

    return attempt


@pytest.mark.feature(47)
def test_the_last_place_goes_to_exactly_one_of_two(committed_cast):
    evening = create_evening(committed_cast.rg60, places=1)

    answers = all_at_once([guest(evening, "Bo"), guest(evening, "Kim")])

    assert sorted(answers) == sorted(["got it", str(SENTENCES["evening_has_room"])])
    with acting(user=committed_cast.karen):
        assert Signup.objects.count() == Evening.objects.get().taken == 1


@pytest.mark.feature(48)
def test_three_places_go_to_exactly_three_of_ten(committed_cast):
    evening = create_evening(committed_cast.rg60, places=3)

    answers = all_at_once([guest(evening, f"Gæst {number}") for number in range(10)])

    assert answers.count("got it") == 3
    with acting(user=committed_cast.karen):
        assert Signup.objects.count() == Guest.objects.count() == Evening.objects.get().taken == 3


def test_the_same_name_ten_times_at_once_is_one_guest(committed_cast):
    evening = create_evening(committed_cast.rg60)

    answers = all_at_once([guest(evening, "Bo") for _ in range(10)])

    assert answers.count("got it") == 1
    with acting(user=committed_cast.karen):
        assert Evening.objects.get().taken == Guest.objects.count() == 1


@pytest.mark.feature(49)
def test_the_last_task_goes_to_exactly_one_of_two_volunteers(committed_cast):
    evening = create_evening(committed_cast.rg60, tasks={"cooking": 1})
    cooking = task_of(evening, "cooking", seen_by=committed_cast.karen)
    both = [helper(committed_cast, name) for name in ("Hanne Hjælper", "Mads Mad")]
    attempts = [
        volunteer_by_link(cooking, volunteer, duty_link(evening, volunteer, by=committed_cast.karen))
        for volunteer in both
    ]

    answers = all_at_once(attempts)

    assert sorted(answers) == sorted(["got it", str(SENTENCES["task_has_room"])])
    with acting(user=committed_cast.karen):
        assert Duty.objects.count() == Task.objects.get().taken == 1


@pytest.mark.feature(53)
def test_two_food_clubs_that_ask_the_same_volunteer_at_once_do_not_both_get_her(committed_cast):
    cast = committed_cast
    evenings = [create_evening(house, tasks={"cooking": 1}) for house in (cast.rg60, cast.nabo)]
    hanne = helper(cast)
    with acting(user=cast.sille):
        hanne.assign(cast.nabo.food, by=cast.sille)
    attempts = []
    for evening, coordinator in zip(evenings, (cast.karen, cast.nanna), strict=True):
        cooking = task_of(evening, "cooking", seen_by=coordinator)
        attempts.append(volunteer_by_link(cooking, hanne, duty_link(evening, hanne, by=coordinator)))

    answers = all_at_once(attempts)

    assert answers.count("got it") == 1


@pytest.mark.feature(53)
@pytest.mark.feature(94)
def test_an_evening_that_is_moved_and_a_task_at_that_time_do_not_both_get_her(committed_cast):
    cast = committed_cast
    ours, theirs = create_evening(cast.rg60, hours=24 * 9), create_evening(cast.nabo)
    hanne = helper(cast)
    with acting(user=cast.sille):
        hanne.assign(cast.nabo.food, by=cast.sille)
    with acting(user=cast.karen):
        take_place("task", ours.tasks.get(kind="cooking"), hanne)
    link = duty_link(theirs, hanne, by=cast.nanna)
    takes = volunteer_by_link(task_of(theirs, "cooking", seen_by=cast.nanna), hanne, link)

    with acting(user=cast.karen):
        thread, told = at_once(lambda: ours.change(tasks={}, by=cast.karen, starts_at=theirs.starts_at), takes)
    thread.join()

    assert told == [str(SENTENCES["one_evening_at_a_time"])]


def test_nobody_is_left_out_of_the_totals_by_signing_up_while_the_evening_is_closed(committed_cast):
    cast = committed_cast
    evening, hanne = create_evening(cast.rg60, hours=-0.01, tasks={"cooking": 1}), helper(committed_cast)
    cooking = task_of(evening, "cooking", seen_by=cast.karen)

    def at_the_door() -> None:
        with acting(user=cast.lars):
            take_place("evening", evening, "Bo")

    def given_a_task() -> None:
        with acting(user=cast.karen):
            take_place("task", cooking, hanne)

    def close() -> None:
        with acting(user=cast.karen):
            guests = [(signup, True, 15) for signup in evening.signups.on_the_list()]
            duties = [(duty, True) for duty in evening.duties.on_the_list()]
            Evening.objects.get().hold(guests=guests, duties=duties, by=cast.karen)

    all_at_once([at_the_door, given_a_task, close])

    with acting(user=cast.karen):
        unsettled = Signup.objects.unsettled().count() + Duty.objects.unsettled().count()
        assert (Evening.objects.get().state, unsettled > 0) in {("held", False), ("open", True)}


def test_a_place_given_back_goes_to_the_next(cast):
    evening = create_evening(cast.rg60, places=1)
    [bo] = sign_up(evening, "Bo")
    with acting(user=cast.karen):
        give_back(bo)

    [kim] = sign_up(evening, "Kim")

    with acting(user=cast.karen):
        assert list(evening.signups.on_the_list()) == [kim]
        assert Evening.objects.get().taken == 1


def test_a_place_given_back_twice_is_free_once(cast):
    evening = create_evening(cast.rg60)
    bo, _kim = sign_up(evening, "Bo", "Kim")

    with acting(user=cast.karen):
        give_back(bo)
        give_back(bo)

        assert Evening.objects.get().taken == 1


def test_who_gave_the_place_back_may_come_after_all(cast):
    evening = create_evening(cast.rg60)
    [bo] = sign_up(evening, "Bo")
    with acting(user=cast.karen):
        give_back(bo)

    assert sign_up(evening, "bo") == [bo]


def test_a_guest_is_known_again_the_next_evening_whatever_the_letters(cast):
    first, second = create_evening(cast.rg60), create_evening(cast.rg60, hours=200)

    [before], [after] = sign_up(first, "Åse"), sign_up(second, "ÅSE")

    assert before.guest == after.guest


def test_nobody_signs_up_once_the_evening_has_begun(cast):
    evening = create_evening(cast.rg60, hours=-0.01)

    with acting(), pytest.raises(NotPossible):
        take_place("evening", evening, "Bo")


@pytest.mark.feature(47)
def test_at_the_door_the_coordinator_and_the_lead_may_still_sign_up_a_guest(cast):
    evening = create_evening(cast.rg60, hours=-0.01)

    sign_up(evening, "Bo", by=cast.karen)
    sign_up(evening, "Kim", by=cast.lars)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        take_place("evening", evening, "bo")


@pytest.mark.parametrize("opened", [True, False])
def test_another_houses_coordinator_is_like_anybody_at_the_door(cast, opened):
    evening = create_evening(cast.rg60, hours=-0.01, opened=opened)

    with acting(user=cast.nanna), pytest.raises(NotPossible):
        take_place("evening", evening, "Bo")


def test_a_full_evening_says_so_but_tells_who_is_on_the_list_so(cast):
    evening = create_evening(cast.rg60, places=1)
    sign_up(evening, "Bo")

    with acting(), pytest.raises(NotPossible) as full:
        take_place("evening", evening, "Kim")
    with acting(), pytest.raises(NotPossible) as twice:
        take_place("evening", evening, "Bo")

    assert str(full.value) != str(twice.value)
