"""What a friendship that runs needs of its coordinator: asked beside the pair, in the same query."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Case, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Greatest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from friendships.models import Contact, Pause
from friendships.rhythm import QUIET_AFTER, USUAL, quiet_from
from matching.models import Match
from matching.models.match import MatchQuerySet

ALIVE = Q(state__in=[Match.State.TRIAL, Match.State.ACTIVE])


def with_needs(matches: MatchQuerySet, user) -> MatchQuerySet:
    """Each with its agreement, when one heard of it last, and the day on which the volunteer wished for a rest."""
    wished = Contact.objects.asking_for_a_rest().visible_to(user).filter(match=OuterRef("pk"))
    met = Contact.objects.visible_to(user).filter(match=OuterRef("pk"), kind=Contact.Kind.MET)
    rested = Pause.objects.visible_to(user).filter(match=OuterRef("pk"))
    return matches.select_related("agreement").annotate(
        rest_wished_on=Subquery(wished.values("happened_on")[:1]),
        heard_on=Greatest("started_on", _last(met, "happened_on"), _last(rested, "ended_on")),
    )


def _last(rows: QuerySet, name: str) -> Subquery:
    return Subquery(rows.order_by().values("match").annotate(last=Max(name)).values("last"))


def in_need(today: date) -> Q:
    """Those of which something stands, after `with_needs`."""
    long_ago = Case(
        *(When(agreement__how_often=one, then=Value(today - time)) for one, time in QUIET_AFTER.items()),
        default=Value(today - QUIET_AFTER[USUAL]),
    )
    review = Q(agreement__review_on__lte=today)
    return ALIVE & (Q(rest_wished_on__isnull=False) | Q(heard_on__lte=long_ago) | review)


def needs_of(match: Any, today: date) -> Iterator[tuple[str, date, str]]:
    """What stands of it: a sentence, its day, and the page where it is done."""
    if not (match.is_tried or match.state == match.State.ACTIVE):
        return
    agreement = getattr(match, "agreement", None)
    if match.rest_wished_on:
        yield _("The volunteer would like to rest: talk with both"), match.rest_wished_on, "friendships:rest"
    quiet = quiet_from(agreement.how_often if agreement else "", heard_on=match.heard_on)
    if quiet <= today:
        since = date_format(match.heard_on, "MONTH_DAY_FORMAT")
        yield _("Quiet since %(day)s: ask how it goes") % {"day": since}, quiet, "coordinators:pair"
    if agreement and agreement.is_due:
        yield _("Look at the agreement again with both"), agreement.review_on, "friendships:agreement"
