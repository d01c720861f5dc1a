"""The way of a pair, as its page shows it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from matching.models import Match
from volunteers.screening import Step

S = Match.State


def way_of(match: Match) -> list[Step]:
    """The pair's way as a step bar: asked, both yeses, met; what is over has none."""
    if match.state not in match.OPEN:
        return []
    met = match.state not in {S.PROPOSED, S.ACCEPTED}
    way: list[tuple[str, str | Promise, bool, str | Promise]] = [
        ("proposed", _("proposed"), True, ""),
        ("volunteer", _("the volunteer's yes"), bool(match.volunteer_yes_at), _("the volunteer")),
        ("citizen", _("the citizen's yes"), bool(match.citizen_yes_at), _("the one who asks the citizen")),
        ("met", _("the first meeting"), met, _("the coordinator")),
    ]
    first_open = next((code for code, _label, done, _whose in way if not done), None)
    return [Step(code, label, done, whose, current=code == first_open) for code, label, done, whose in way]
