"""How long it may take until a friend is found: by the house's own figures, or honestly that we do not know yet."""

from math import ceil

from django.db.models import F, Func, IntegerField, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from institutions.models import Project

FEWEST_WAITS = 5  # of fewer nothing is said; the database asks it


def how_long_it_takes(projects: QuerySet[Project]) -> list[str]:
    """A sentence for each of some projects that the user coordinates or whose house the user leads."""
    days = Func(F("pk"), function="app.usual_wait", output_field=IntegerField())
    known = projects.select_related("institution").annotate(days=days).values_list("institution__name", "days")
    return [_sentence(house, days) for house, days in known]


def _sentence(house: str, days: int | None) -> str:
    if days is None:
        unknown = _(
            "%(house)s: How long it takes we do not know yet. Too few have been found a friend in the last year."
        )
        return unknown % {"house": house}
    weeks = max(1, ceil(days / 7))
    return ngettext(
        "%(house)s: Half of those who were found a network friend in the last year, and have one still, waited at most"
        " %(weeks)s week.",
        "%(house)s: Half of those who were found a network friend in the last year, and have one still, waited at most"
        " %(weeks)s weeks.",
        weeks,
    ) % {"house": house, "weeks": weeks}
