"""What a list says of a volunteer: her state, and how long ago she applied."""

from django import template
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import ngettext

from pages.templatetags.rows import status
from volunteers.models import Volunteer

register = template.Library()
MARKS = {"ready": "good", "resting": ""}


@register.filter
def volunteer_state(volunteer: Volunteer) -> SafeString:
    """With its mark."""
    mark = "waiting" if volunteer.is_on_the_way else MARKS.get(volunteer.state, "ended")
    return status(capfirst(Volunteer.State(volunteer.state).label), mark)


@register.filter
def applied_ago(days: int) -> str:
    return ngettext("applied %(days)s day ago", "applied %(days)s days ago", days) % {"days": days}
