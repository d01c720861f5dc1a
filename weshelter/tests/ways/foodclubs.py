"""The ways of an evening, of a guest's place at it, and of a volunteer's task."""

from collections.abc import Callable

from access.context import acting
from courses.places import take_place
from foodclubs.models import Duty, Evening, Signup
from foodclubs.places import give_back, wait_for_the_house
from foodclubs.tests import tables
from weshelter.tests.ways.walking import Brought, Same, Way, Ways

PAGE = "foodclubs:evening"
CANCEL = Way("cancelled", "foodclubs:cancel", on=PAGE)
SIGN_UP = Way("coming", "foodclubs:sign_up", {"nickname": "Dan"}, on=PAGE, who="lars")
PUT_RIGHT = "The evening is closed: what was ticked can be put right, and nothing else follows."
IS_OUT = "Who is off the list is out already; the one way leads back onto it."
BEGUN = -0.01  # hours from now


def close(to: str, said: dict[str, str]) -> Way:
    return Way(to, "foodclubs:close", said, on=PAGE)


def correct(to: str, said: dict[str, str]) -> Way:
    return Way(to, "foodclubs:correct", said | {"why": "who_came"}, on=PAGE)


def planned(cast) -> Brought:
    evening = tables.create_evening(cast.rg60, opened=False)
    return Brought(evening, {"evening_id": evening.pk})


def opened(cast) -> Brought:
    """It has begun, so that it can be closed."""
    evening = tables.create_evening(cast.rg60, hours=BEGUN)
    return Brought(evening, {"evening_id": evening.pk})


def of_guest(signup: Signup) -> Brought:
    return Brought(signup, {"evening_id": signup.evening_id, "signup_id": signup.pk})


def waiting(cast) -> Brought:
    evening = tables.create_evening(cast.rg60)
    with acting():
        signup = wait_for_the_house(evening, "Dan")
    with acting(user=cast.karen):
        return of_guest(Signup.objects.get(pk=signup))


def turned_down(cast) -> Brought:
    brought = waiting(cast)
    with acting(user=cast.karen):
        Signup.objects.get(pk=brought.thing.pk).answer(yes=False)
    return brought


def coming(cast) -> Brought:
    [dan] = tables.sign_up(tables.create_evening(cast.rg60, hours=BEGUN), "Dan", by=cast.karen)
    return of_guest(dan)


def given_back(cast) -> Brought:
    brought = coming(cast)
    with acting(user=cast.karen):
        give_back(Signup.objects.get(pk=brought.thing.pk))
    return brought


def closed_with_guest(*, came: bool) -> Callable[..., Brought]:
    def bring_about(cast) -> Brought:
        brought = coming(cast)
        with acting(user=cast.karen):
            dan = Signup.objects.select_related("evening").get(pk=brought.thing.pk)
            dan.evening.hold(guests=[(dan, came, None)], duties=[], by=cast.karen)
        return brought

    return bring_about


def taken(cast) -> Brought:
    evening, hanne = tables.create_evening(cast.rg60, hours=BEGUN), tables.helper(cast)
    with acting(user=cast.karen):
        task = evening.tasks.get(kind="cooking")
        duty = Duty.objects.get(pk=take_place("task", task, hanne))
    named = {"evening_id": evening.pk, "duty_id": duty.pk, "task_id": task.pk, "volunteer_id": hanne.pk}
    return Brought(duty, named)


def task_given_back(cast) -> Brought:
    brought = taken(cast)
    with acting(user=cast.karen):
        give_back(Duty.objects.get(pk=brought.thing.pk))
    return brought


def closed_with_helper(*, came: bool) -> Callable[..., Brought]:
    def bring_about(cast) -> Brought:
        brought = taken(cast)
        with acting(user=cast.karen):
            hannes = Duty.objects.select_related("evening").get(pk=brought.thing.pk)
            hannes.evening.hold(guests=[], duties=[(hannes, came)], by=cast.karen)
        return brought

    return bring_about


WAYS = {
    Evening: {
        "planned": Ways(planned, on=Way("open", "foodclubs:open", on=PAGE), out=CANCEL),
        "open": Ways(opened, on=close("held", {}), out=CANCEL),
    },
    Signup: {
        "waiting": Ways(
            waiting,
            on=Way("coming", "foodclubs:let_guest_in", on=PAGE, who="lars"),
            out=Way("declined", "foodclubs:turn_guest_down", on=PAGE, who="lars"),
        ),
        "coming": Ways(
            coming,
            on=close("came", {"guest_{signup_id}": "paid"}),
            out=Way("cancelled", "foodclubs:give_guest_back", on=PAGE, who="lars"),
        ),
        "came": Ways(
            closed_with_guest(came=True), on=correct("missed", {"guest_{signup_id}": "missed"}), out=Same(PUT_RIGHT)
        ),
        "missed": Ways(
            closed_with_guest(came=False), on=correct("came", {"guest_{signup_id}": "paid"}), out=Same(PUT_RIGHT)
        ),
        "cancelled": Ways(given_back, on=SIGN_UP, out=Same(IS_OUT)),
        "declined": Ways(turned_down, on=SIGN_UP, out=Same(IS_OUT)),
    },
    Duty: {
        "taken": Ways(
            taken,
            on=close("came", {"duty_{duty_id}": "came"}),
            out=Way("cancelled", "foodclubs:give_task_back", on=PAGE),
        ),
        "came": Ways(
            closed_with_helper(came=True), on=correct("missed", {"duty_{duty_id}": "missed"}), out=Same(PUT_RIGHT)
        ),
        "missed": Ways(
            closed_with_helper(came=False), on=correct("came", {"duty_{duty_id}": "came"}), out=Same(PUT_RIGHT)
        ),
        "cancelled": Ways(
            task_given_back,
            on=Way("taken", "foodclubs:give_task", {"task": "{task_id}", "volunteer": "{volunteer_id}"}, on=PAGE),
            out=Same(IS_OUT),
        ),
    },
}
