"""For the pages of food clubs that change what stands: an evening in the state for it, and what two people send."""

from access.context import acting
from foodclubs.models import Signup
from foodclubs.places import wait_for_the_house
from foodclubs.tests import tables
from weshelter.tests.rows import Rows
from weshelter.tests.stale import Case


def planned_evening(rows: Rows) -> Case:
    return Case({"evening_id": tables.create_evening(rows.cast.rg60, opened=False).pk})


def evening_to_change(rows: Rows) -> Case:
    said = [{"place": place, "task_cooking": needed} for place, needed in (("Haven", 3), ("Salen", 4))]
    return Case(planned_evening(rows).named, *said)


def evening_to_count(rows: Rows) -> Case:
    evening = tables.create_evening(rows.cast.rg60, hours=-3, opened=False)
    said = [{"guests_came": n, "new_faces": 0, "volunteers_came": 2, "income": 15 * n} for n in (7, 8)]
    return Case({"evening_id": evening.pk}, *said)


def evening_to_correct(rows: Rows) -> Case:
    evening = tables.create_evening(rows.cast.rg60, hours=-0.01)
    [kaj] = tables.sign_up(evening, "Kaj", by=rows.cast.karen)
    with acting(user=rows.cast.karen):
        evening.hold(guests=[(kaj, True, None)], duties=[], by=rows.cast.karen)
    said = [{f"guest_{kaj.pk}": how, "why": why} for how, why in (("paid", "paid_later"), ("missed", "who_came"))]
    return Case({"evening_id": evening.pk}, *said)


def evening_to_close(rows: Rows) -> Case:
    evening = tables.create_evening(rows.cast.rg60, hours=-0.01)
    signup = tables.sign_up(evening, "Kaj", by=rows.cast.karen)[0]
    key = f"guest_{signup.pk}"
    return Case({"evening_id": evening.pk}, {key: "paid"}, {key: "missed"})


def waiting_guest(rows: Rows) -> Case:
    evening = tables.create_evening(rows.cast.rg60)
    with acting():
        return Case({"signup_id": wait_for_the_house(evening, "Dan")})


def answered_guest(rows: Rows) -> Case:
    case = waiting_guest(rows)
    with acting(user=rows.cast.karen):
        Signup.objects.get(pk=case.named["signup_id"]).answer(yes=False)
    return case


def task(rows: Rows) -> Case:
    evening = tables.create_evening(rows.cast.rg60, tasks={"cooking": 1})
    helpers = [tables.helper(rows.cast, name) for name in ("Hanne Hjælper", "Hugo Hjælper")]
    cooking = tables.task_of(evening, "cooking", seen_by=rows.cast.karen)
    return Case({"evening_id": evening.pk}, *({"task": cooking.pk, "volunteer": one.pk} for one in helpers))
