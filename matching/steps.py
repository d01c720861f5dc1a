"""The way of a pair, as its page shows it."""

from django.utils.translation import gettext_lazy as _

from matching.models import Match
from pages.steps import Owner, Step, with_current

S = Match.State


def way_of(match: Match) -> list[Step]:
    """The pair's way to its first meeting as a step bar: asked, both yeses, met. Who have met, have gone it."""
    if match.state not in {S.PROPOSED, S.ACCEPTED}:
        return []
    return with_current(
        [
            Step("proposed", _("proposed"), True, Owner.COORDINATOR),
            Step("volunteer", _("the volunteer's yes"), bool(match.volunteer_yes_at), Owner.VOLUNTEER),
            Step("citizen", _("the citizen's yes"), bool(match.citizen_yes_at), Owner.CITIZENS_OWN),
            Step("met", _("the first meeting"), False, Owner.COORDINATOR),
        ]
    )
