"""How often two meet, and since when it is quiet about them; what falls due on which day. Days in, days out."""

from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class HowOften(models.TextChoices):
    """As the two have agreed."""

    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every second week")
    MONTHLY = "monthly", _("once a month")


USUAL = HowOften.FORTNIGHTLY  # where nothing is agreed
EVERY = {
    HowOften.WEEKLY: timedelta(weeks=1),
    HowOften.FORTNIGHTLY: timedelta(weeks=2),
    HowOften.MONTHLY: timedelta(days=30),
}
AT_LEAST = timedelta(days=21)
# Three times their own rhythm: one meeting that came to nothing is life, three are for us to ask about.
QUIET_AFTER = {how_often: max(3 * every, AT_LEAST) for how_often, every in EVERY.items()}


def asked_again_from(how_often: str, *, asked_on: date) -> date:
    """The day from which one asks once more, if it is still quiet: they have had the time to meet once."""
    return asked_on + EVERY[HowOften(how_often or USUAL)]


def quiet_from(how_often: str, *, heard_on: date) -> date:
    """The day from which it is quiet, if nobody hears of them after `heard_on`: when they met or came back last."""
    return heard_on + QUIET_AFTER[HowOften(how_often or USUAL)]


FIRST_MONTH, HALF_A_YEAR, DENSER = timedelta(weeks=4), timedelta(days=182), timedelta(weeks=8)
TWO_WEEKS, A_MONTH, A_QUARTER = timedelta(weeks=2), timedelta(days=30), timedelta(days=91)


def next_check_in(started_on: date, *, last: date, fresh: Collection[date] = ()) -> date:
    """The day on which both are asked next how it goes, after `last`: when they were asked, or began to be followed.

    Twice in the first month, then monthly for half a year, then each quarter. After each of the days in `fresh`, such
    as the end of a rest or the day of a relocation, every second week for eight weeks.
    """
    dates = [day + TWO_WEEKS for day in fresh if day > last]
    return min([last + _until_the_next(last, started_on, fresh), *dates])


def _until_the_next(day: date, started_on: date, fresh: Collection[date]) -> timedelta:
    if day < started_on + FIRST_MONTH or any(one <= day < one + DENSER for one in fresh):
        return TWO_WEEKS
    return A_MONTH if day < started_on + HALF_A_YEAR else A_QUARTER


def milestones(started_on: date, today: date) -> Iterator[tuple[int, date]]:
    """Half a year and each whole year that the two have had: how many months, and the day on which it was."""
    yield from (one for one in _halfway_and_years(started_on, today.year) if one[1] <= today)


def _halfway_and_years(started_on: date, last_year: int) -> Iterator[tuple[int, date]]:
    yield 6, months_after(started_on, 6)
    for years in range(1, last_year - started_on.year + 1):
        yield 12 * years, months_after(started_on, 12 * years)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
