"""What the houses offer two friends, the projects' budgets, and what some pairs have used."""

from typing import Any

from friendships.models import Activity, Budget, Outing
from institutions.models import Institution
from matching.models import Match
from weshelter.demo.houses import BEGAN, House
from weshelter.demo.past import Past, day
from weshelter.demo.texts_activities import ACTIVITIES, KRONER, USED


def offer_activities(past: Past, houses: dict[str, Institution], *, by) -> dict[str, Activity]:
    """By name; those without a house are Frivilligindsatsen's, to all."""
    made = {}
    with past.act(BEGAN - 30, user=by):
        for slug, name, said in ACTIVITIES:
            made[name] = Activity.objects.create(institution=houses.get(slug), name=name, **said)
            past.date(made[name], from_on=day(30 - BEGAN))
    return made


def set_budgets(past: Past, houses: list[House], *, by) -> None:
    """For this year and the one before: some of what is used was used then."""
    with past.act(BEGAN - 20, user=by):
        for house in houses:
            for year in (day(0).year - 1, day(0).year):
                Budget.objects.create(project=house.friends, year=year, kroner=KRONER)


def go_out(past: Past, house: House, pairs: dict[str, Match], activities: dict[str, Activity]) -> None:
    """Some pairs have been somewhere."""
    for name, outings in USED.items():
        for ago, what, kroner, tickets in outings if name in pairs else ():
            with past.act(ago, hour=17, user=house.coordinator):
                how: dict[str, Any] = {
                    "activity": activities[what],
                    "kroner": kroner,
                    "tickets": tickets,
                    "used_on": day(0),
                }
                outing = Outing.note(pairs[name], by=house.coordinator, **how)
            past.date(outing, used_on=day(-ago))
