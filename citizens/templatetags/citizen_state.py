"""`{{ citizen|way_to_a_friend }}`: how far a citizen is on the way to a friend, in a list as `for_list` brings him."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pages.templatetags.rows import status

register = template.Library()


@register.filter
def way_to_a_friend(citizen) -> SafeString:
    """A proposal or a friend; else whether he wishes one, and whether he has said yes to it."""
    if citizen.match_state:
        is_proposed = citizen.match_state == "proposed"
        return status(_("a friend is proposed")) if is_proposed else status(_("has a friend"), "good")
    if not (hasattr(citizen, "wishes") and citizen.wishes.wants_friend):
        return status(_("wishes no friend just now"), "ended")
    if not citizen.has_said_yes:
        return status(_("the yes to a friend is missing"), "attention")
    return status(_("waits for a friend"), "waiting")
