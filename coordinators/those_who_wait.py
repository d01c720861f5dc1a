"""Citizens on the desk and at the house: who waits for a friend, who is asked first, who has not heard from us."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from citizens.models import Citizen
from coordinators.lines import LONGEST_WAITING, MOST, Line, morning
from pages.together import together


@dataclass(frozen=True)
class Waiting:
    """What is to be done for them, those who wait longest for a friend, and how many wait."""

    tasks: list[Line]
    friends: list[Line]
    number: int


def of_coordinator(user) -> Waiting:
    """Of all whom the user knows; a row for each house where somebody has not heard from us for six weeks."""
    known = Citizen.objects.known_to(user)
    lacking, again, longest = together(*_to_ask(known), known.waiting().within_reach().with_wishes()[:LONGEST_WAITING])
    houses = list(known.waiting_by_house())
    tasks = [*_lacking(lacking), *_again(again), *map(_unheard_at, _unheard(houses))]
    return Waiting(tasks, _to_find(longest), sum(house["waiting"] for house in houses))


def of_lead(user) -> list[Line]:
    """The same at the own house, in one row: his page has the list of them."""
    known = Citizen.objects.known_to(user)
    lacking, again = together(*_to_ask(known))
    lines = [*_lacking(lacking), *_again(again)]
    if houses := _unheard(known.waiting_by_house()):
        number = sum(house["unheard"] for house in houses)
        what = ngettext(
            "%(n)s who waits has not heard from us for six weeks",
            "%(n)s who wait have not heard from us for six weeks",
            number,
        ) % {"n": number}
        first, last = min(house["first"] for house in houses), max(house["last"] for house in houses)
        lines.append(Line(what, "", morning(first), "coordinators:my_house", newest=morning(last)))
    return lines


def at_house(user) -> dict[str, list[Citizen]]:
    """Whom to ask, whom to speak with, and all who wait, the longest first: as lists show them, asked at once."""
    known = Citizen.objects.known_to(user).for_list()
    lists = {
        "lacking": known.lacking_consent().not_taken_back().may_be_asked(),
        "unheard": known.unheard(),
        "again": known.to_be_asked_again(),
        "citizens": known.waiting(),
    }
    return dict(zip(lists, together(*(citizens[:MOST] for citizens in lists.values())), strict=True))


def _to_ask(known) -> list:
    """Whose yes to a friend is missing, and who said “not just now” and may be asked again."""
    asked = known.lacking_consent().not_taken_back().may_be_asked(), known.to_be_asked_again()
    return [citizens.with_wishes()[:MOST] for citizens in asked]


def _unheard(houses) -> list[dict]:
    return [house for house in houses if house["unheard"]]


def _unheard_at(house: dict) -> Line:
    what = ngettext(
        "%(n)s who waits at %(house)s has not heard from us for six weeks",
        "%(n)s who wait at %(house)s have not heard from us for six weeks",
        house["unheard"],
    ) % {"n": house["unheard"], "house": house["house"]}
    query = f"?vis=hoere&projekt={house['project__slug']}"
    return Line(what, "", morning(house["first"]), "citizens:list", query=query, newest=morning(house["last"]))


def _lacking(citizens: list[Citizen]) -> list[Line]:
    """They wish a friend and have not said yes to one who knows of them; nobody can be proposed before."""
    what = _("The yes to a friend is missing: ask for it")
    return [
        Line(what, one.called_name, since, "citizens:consent", one.pk)
        for one in citizens
        if (since := one.wishes.waits_since)
    ]


def _again(citizens: list[Citizen]) -> list[Line]:
    what = _("It was “not just now”, and may be asked again")
    return [
        Line(what, one.called_name, morning(day), "citizens:still_wished", one.pk)
        for one in citizens
        if (day := one.wishes.speak_on)
    ]


def _to_find(citizens: list[Citizen]) -> list[Line]:
    old, fresh = _("Is the wish still alive?"), _("Find a friend")
    return [
        Line(old if one.wishes.is_old else fresh, one.called_name, since, "coordinators:citizen", one.pk)
        for one in citizens
        if (since := one.wishes.waits_since)
    ]
