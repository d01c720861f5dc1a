"""What a friendship that runs needs of its coordinator: asked beside the pair, in the same query."""

from django.db.models import OuterRef, Q, Subquery

from friendships.models import Contact
from matching.models import Match
from matching.models.match import MatchQuerySet


def with_needs(matches: MatchQuerySet, user) -> MatchQuerySet:
    """Each with `rest_wished_on`: the day on which the volunteer ticked that they would like to rest."""
    wished = Contact.objects.asking_for_a_rest().visible_to(user).filter(match=OuterRef("pk"))
    return matches.annotate(rest_wished_on=Subquery(wished.values("happened_on")[:1]))


def in_need() -> Q:
    """Those of which one of these stands, after `with_needs`."""
    return Q(state__in=[Match.State.TRIAL, Match.State.ACTIVE], rest_wished_on__isnull=False)
