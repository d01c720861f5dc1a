"""What a pair needs of somebody today: asked in one query, told one line each."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.roles import Permission, may
from coordinators.lines import MOST, Line
from matching.models import Match

S = Match.State


def lines_of_pairs(user) -> list[Line]:
    """Of the pairs that one may know: whose answer is missing, who is to be told, a trial to look back at."""
    matches = Match.objects.known_to(user).to_see_to(timezone.localdate()).for_list()
    return [_line(match, user) for match in matches[:MOST]]


def _line(match: Match, user) -> Line:
    names = {"citizen": match.citizen.called_name, "volunteer": match.volunteer.first_name}
    what, is_mine, since = _told(match)
    if match.state == S.TRIAL:
        is_mine = may(user, Permission.FOLLOW_MATCH, match.project)
    who = match.citizen.called_name if match.waits_to_be_told else _("%(citizen)s and %(volunteer)s") % names
    return Line(what, who, since, "coordinators:pair", match.pk, is_mine=is_mine)


def _told(match: Match) -> tuple[str, bool, datetime]:
    """What it is, whether it lies with whoever looks, and since when."""
    if match.waits_to_be_told:
        return _("Tell the citizen that it came to nothing"), True, match.in_state_since
    if match.state == S.TRIAL:
        return _("Look back at the trial: does it go on?"), True, _morning(match.look_back_on)
    answered = [match.proposed_at, match.volunteer_yes_at, match.citizen_yes_at]
    since = max(moment for moment in answered if moment)
    if match.state == S.PROPOSED:
        if not match.citizen_yes_at:
            return _("Ask the citizen about the proposal"), True, since
        return _("The volunteer has not answered yet"), False, since
    meeting = getattr(match, "first_meeting", None)
    if meeting is None or meeting.is_called_off:
        return _("Both have said yes: arrange the first meeting"), True, since
    day = date_format(timezone.localtime(meeting.starts_at), "MONTH_DAY_FORMAT")
    return _("The first meeting: %(day)s") % {"day": day}, not meeting.is_ahead, since


def _morning(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
