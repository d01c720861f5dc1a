"""`{{ match|match_state }}`: the state of a pair with its mark."""

from django import template
from django.utils.safestring import SafeString

from matching.models import Match
from pages.templatetags.rows import status

register = template.Library()
MARKS = {"proposed": "waiting", "accepted": "waiting", "trial": "good", "active": "good"}


@register.filter
def match_state(match: Match) -> SafeString:
    """Not by `get_state_display`, which makes a table of all states each time."""
    return status(Match.State(match.state).label, MARKS.get(match.state, "ended"))
