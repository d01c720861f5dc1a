"""What falls due with the days of a friendship: both are asked how it goes, and a year together is not passed over."""

from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from access.links import Purpose, issue_link_by_job
from friendships.emails import write_how_it_goes, write_milestone
from friendships.models import CheckIn, CheckInAnswer, Milestone, PlannedRest
from friendships.models.milestone import STANDS
from friendships.rhythm import milestones, next_check_in
from history.moves import NotPossible
from matching.models import Match


def ask_how_it_goes(today: date) -> int:
    """Ask both of each pair whose day has come, the volunteer by mail; gives how many pairs.

    Not while somebody waits for a talk about what was asked before.
    """
    waits = CheckInAnswer.objects.unheeded().filter(check_in__match=OuterRef("pk"))
    alive = Match.objects.filter(~Exists(waits), state__in=Match.ALIVE).for_link()
    asked = 0
    for match in alive.annotate(
        asked_on=Max("check_ins__due_on"),
        back_on=_days("pauses__ended_on"),
        moved_on=_days("citizen__relocations__from_on", called_off_on=None),
    ):
        if _is_due(match, today) and CheckIn.ask(match, today):
            write_how_it_goes(match, _own_page(match))
            asked += 1
    return asked


def begin_rests(today: date) -> int:
    """The rests whose day has come; one whose pair has gone another way meanwhile is planned no more."""
    return sum(1 for one in PlannedRest.objects.due(today) if _begins(one))


def _begins(one: PlannedRest) -> bool:
    try:
        one.begin(by="rests that begin")
    except NotPossible:
        return False
    return True


def _days(name: str, **standing) -> ArrayAgg:
    """The days of some rows beside a pair, of those that stand."""
    beside = name.rpartition("__")[0]
    those = Q(**{f"{name}__isnull": False}) & Q(**{f"{beside}__{field}": value for field, value in standing.items()})
    return ArrayAgg(name, filter=those, default=[], distinct=True)


def _is_due(match, today: date) -> bool:
    """Has the day come on which both are to be asked? What was missed or fell into a rest is not made up for."""
    since = _known_since(match)
    fresh = [day for day in (since, *match.back_on, *match.moved_on) if match.started_on < day <= today]
    last = max([match.asked_on or since, *match.back_on])  # whoever comes back has just been asked
    return next_check_in(match.started_on, last=last, fresh=fresh) <= today


def tell_of_milestones(today: date) -> int:
    """A mail to the volunteer of each pair that has reached half a year or whole years; gives how many.

    What was before one knew of them, or is more than a fortnight ago, is passed over.
    """
    told = 0
    for match in Match.objects.filter(state__in=Match.ALIVE).for_link():
        for months, day in milestones(match.started_on, today):
            is_fresh = day > max(today - STANDS, _known_since(match))
            if is_fresh and Milestone.reach(match, months, day):
                write_milestone(match, months, _own_page(match))
                told += 1
    return told


def _known_since(match) -> date:
    """Since when two are followed here: their first meeting, or the day on which one wrote down that they had met."""
    return max(match.started_on, timezone.localdate(match.proposed_at))


def _own_page(match) -> str:
    return issue_link_by_job(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
