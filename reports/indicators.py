"""What is counted: one definition each. A changed definition gets a new version, and old figures keep theirs.

Each takes a month (its first day) and gives the number for each house that has any.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from citizens.models import Citizen
from foodclubs.models import Evening
from institutions.models import Project
from matching.models import Match
from volunteers.models import Assignment, Volunteer

ByHouse = dict[int, int]


@dataclass(frozen=True)
class Indicator:
    """One thing that is counted: its name, its rule in words, and whether its numbers may be added up."""

    code: str
    version: int
    name: Promise
    rule: Promise
    count: Callable[[date], ByHouse]
    adds_up_over_houses: bool = True
    adds_up_over_months: bool = False
    asks_todays_state: bool = False  # what a state was last month cannot be asked afterwards


def following(month: date) -> date:
    """The first day of the month after."""
    return (month + timedelta(days=31)).replace(day=1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _per_house(rows: QuerySet, house: str, number) -> ByHouse:
    return dict(rows.order_by().values_list(house).annotate(number=number))


def citizens(month: date) -> ByHouse:
    """Citizens registered in a network-friends project of the house before the month ended."""
    registered = Citizen.objects.filter(
        registered_at__lt=_midnight(following(month)), project__kind=Project.Kind.FRIENDS
    )
    return _per_house(registered, "project__institution", Count("pk"))


def volunteers(month: date) -> ByHouse:
    """Volunteers who are ready when it is counted and were assigned to a project of the house when the month ended.

    In a month that is running: today. Somebody at two projects of the house is one; at two houses, one at each.
    """
    day = min(following(month) - timedelta(days=1), timezone.localdate())
    assigned = Assignment.objects.in_force(day).filter(volunteer__state=Volunteer.State.READY)
    return _per_house(assigned, "project__institution", Count("volunteer", distinct=True))


def matches_running(month: date) -> ByHouse:
    """Pairs of the house's projects: both said yes before the month ended, and they go on when it is counted."""
    end = _midnight(following(month))
    running = Match.objects.running().filter(volunteer_yes_at__lt=end, citizen_yes_at__lt=end)
    return _per_house(running, "project__institution", Count("pk"))


def matches_started(month: date) -> ByHouse:
    """Pairs of the house's projects who met for the first time in the month, whether or not they still do."""
    started = Match.objects.filter(started_on__gte=month, started_on__lt=following(month))
    return _per_house(started, "project__institution", Count("pk"))


def meals(month: date) -> ByHouse:
    """Guests who came to the house's food-club evenings held in the month; who came twice had two meals."""
    held = Evening.objects.filter(
        Q(starts_at__gte=_midnight(month), starts_at__lt=_midnight(following(month))), state=Evening.State.HELD
    )
    return _per_house(held, "project__institution", Sum("guests_came"))


INDICATORS = (
    Indicator(
        "citizens",
        1,
        _("Citizens"),
        _("Citizens who were registered with the house's network friends by the end of the month."),
        citizens,
    ),
    Indicator(
        "volunteers",
        1,
        _("Volunteers"),
        _("Volunteers who are ready and belong to a project of the house. One who helps at two houses counts at both."),
        volunteers,
        adds_up_over_houses=False,
        asks_todays_state=True,
    ),
    Indicator(
        "matches_running",
        1,
        _("Pairs"),
        _("Citizens and network friends who had both said yes by the end of the month and still go on."),
        matches_running,
        asks_todays_state=True,
    ),
    Indicator(
        "matches_started",
        1,
        _("New pairs"),
        _("Pairs who met for the first time in the month."),
        matches_started,
        adds_up_over_months=True,
    ),
    Indicator(
        "meals",
        1,
        _("Meals"),
        _("Guests who came to the food club's evenings in the month. Whoever came twice had two meals."),
        meals,
        adds_up_over_months=True,
    ),
)
