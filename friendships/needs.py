"""What a friendship that runs needs of its coordinator: asked beside the pair, in the same query."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from friendships.models import Asked, Contact, Pause, StandIn
from friendships.rhythm import EVERY, QUIET_AFTER, USUAL, HowOften, asked_again_from, quiet_from
from matching.models import Match
from matching.models.match import MatchQuerySet

ALIVE = Q(state__in=Match.ALIVE)


def with_needs(matches: MatchQuerySet, user) -> MatchQuerySet:
    """Each with its agreement, when one heard of it and asked last, who asked for a rest, and who might stand in.

    Of friends of long ago one has heard when they were entered.
    """
    wished = Contact.objects.asking_for_a_rest().visible_to(user).filter(match=OuterRef("pk"))
    met = Contact.objects.visible_to(user).filter(match=OuterRef("pk"), kind=Contact.Kind.MET)
    rested = Pause.objects.visible_to(user).filter(match=OuterRef("pk"))
    asked = Asked.objects.visible_to(user).filter(match=OuterRef("pk"))
    unasked = StandIn.objects.visible_to(user).filter(pause__match=OuterRef("pk"), state=StandIn.State.PROPOSED)
    return matches.select_related("agreement").annotate(
        rest_wished_on=Subquery(wished.values("happened_on")[:1]),
        stand_in_since=Subquery(unasked.values("proposed_at")[:1]),
        asked_on=_last(asked, "asked_on"),
        heard_on=Greatest("started_on", "proposed_at__date", _last(met, "happened_on"), _last(rested, "ended_on")),
    )


def _last(rows: QuerySet, name: str) -> Subquery:
    return Subquery(rows.order_by().values("match").annotate(last=Max(name)).values("last"))


def in_need(today: date) -> Q:
    """Those of which something stands, after `with_needs`."""
    asked_lately = Q(asked_on__isnull=False) & ~Q(asked_on__lte=_before(today, EVERY))
    quiet = Q(heard_on__lte=_before(today, QUIET_AFTER)) & ~asked_lately
    review = Q(agreement__review_on__lte=today)
    unasked = Q(state=Match.State.PAUSED, stand_in_since__isnull=False)
    return unasked | ALIVE & (Q(rest_wished_on__isnull=False) | quiet | review)


def _before(today: date, times: dict[HowOften, timedelta]) -> Case:
    """The day that lies so long before today as the pair's own rhythm says."""
    agreed = (When(agreement__how_often=one, then=Value(today - time)) for one, time in times.items())
    return Case(*agreed, default=Value(today - times[USUAL]))


def needs_of(match: Any, today: date) -> Iterator[tuple[str, date, str]]:
    """What stands of it: a sentence, its day, and the page where it is done."""
    if match.state == Match.State.PAUSED and match.stand_in_since:
        proposed_on = timezone.localdate(match.stand_in_since)
        yield _("Ask the citizen about the stand-in"), proposed_on, "friendships:stand_in_answered"
    if not match.is_alive:
        return
    agreement = getattr(match, "agreement", None)
    if match.rest_wished_on:
        yield _("The volunteer would like to rest: talk with both"), match.rest_wished_on, "friendships:rest"
    how_often = agreement.how_often if agreement else ""
    quiet = quiet_from(how_often, heard_on=match.heard_on)
    if match.asked_on:
        quiet = max(quiet, asked_again_from(how_often, asked_on=match.asked_on))
    if quiet <= today:
        since = date_format(match.heard_on, "MONTH_DAY_FORMAT")
        yield _("Quiet since %(day)s: ask how it goes") % {"day": since}, quiet, "coordinators:pair"
    if agreement and agreement.is_due:
        yield _("Look at the agreement again with both"), agreement.review_on, "friendships:agreement"
