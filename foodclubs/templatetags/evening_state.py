"""What a list says of an evening: its state, how many came, who is needed."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foodclubs.models import Evening
from pages.templatetags.rows import status

register = template.Library()
MARKS = {"open": "good", "planned": "waiting"}


@register.filter
def evening_state(evening: Evening) -> SafeString:
    """With its mark; and that one is waiting to be closed."""
    if evening.state in Evening.AHEAD and evening.has_begun:
        return status(_("to be closed"), "attention")
    return status(Evening.State(evening.state).label, MARKS.get(evening.state, "ended"))


@register.filter
def guests_who_came(evening: Evening) -> str:
    came = evening.guests_came or 0
    return ngettext("%(guests)s guest", "%(guests)s guests", came) % {"guests": came}


@register.filter
def volunteers_needed(evening) -> str:
    """Of an evening as `for_list` brings it."""
    needed = evening.open_tasks
    return ngettext("%(open)s volunteer is needed", "%(open)s volunteers are needed", needed) % {"open": needed}
