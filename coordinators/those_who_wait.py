"""Citizens on the desk and at the house: who waits for a friend, who is asked first, who has not heard from us."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from citizens.models import Citizen
from coordinators.lines import LONGEST_WAITING, MOST, Line, morning
from friendships.models.consents import FORGOTTEN_WITHIN
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
    lacking, again, longest, leaving = together(
        *_to_ask(known),
        known.waiting().within_reach().with_wishes()[:LONGEST_WAITING],
        known.to_be_forgotten().with_wishes()[:MOST],
    )
    houses = list(known.waiting_by_house())
    tasks = [*_lacking(lacking), *_again(again), *map(_unheard_at, _unheard(houses)), *_leaving(leaving)]
    return Waiting(tasks, _to_find(longest), sum(house["waiting"] for house in houses))


def of_lead(user) -> list[Line]:
    """The same at the own house, in one row: his page has the list of them."""
    house = at_house(user)
    lines = [*_lacking(house["lacking"]), *_again(house["again"])]
    if days := [day for one in house["unheard"] if (day := one.wishes.speak_on)]:
        what = ngettext(
            "%(n)s who waits has not heard from us for six weeks",
            "%(n)s who wait have not heard from us for six weeks",
            len(days),
        ) % {"n": len(days)}
        lines.append(Line(what, "", morning(min(days)), "coordinators:my_house", newest=morning(max(days))))
    return lines


def at_house(user) -> dict[str, list[Citizen]]:
    """Whom to ask, whom to speak with, and all who wait, the longest first: asked at once."""
    here = list(Citizen.objects.known_to(user).for_list().in_wait())
    waiting = [one for one in here if one.wishes.wants_friend]
    return {
        "lacking": [one for one in waiting if not one.has_said_yes and not one.wishes.is_left_alone],
        "unheard": [one for one in waiting if one.wishes.is_unheard],
        "again": [one for one in here if not one.wishes.wants_friend],
        "citizens": [one for one in waiting if one.has_said_yes],
    }


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


def _leaving(citizens: list[Citizen]) -> list[Line]:
    """No longer registered: a farewell is offered, and the line says by when everything is to be erased."""
    what = _("Offer a farewell: everything is to be erased by %(day)s")
    return [
        Line(
            what % {"day": date_format(day, "MONTH_DAY_FORMAT")},
            one.called_name,
            morning(day - FORGOTTEN_WITHIN),
            "coordinators:citizen",
            one.pk,
        )
        for one in citizens
        if (day := one.forget_on)
    ]


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
