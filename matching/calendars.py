"""The first meeting for one's own calendar: the place, and no name of anybody but the house."""

from django.utils.translation import gettext as _

from matching.models import FirstMeeting
from pages.calendars import Date


def date_of(meeting: FirstMeeting) -> Date:
    """Arranged anew it moves the date that the calendar has already; called off it takes it out."""
    what = _("A first meeting, WeShelter")
    called_off = meeting.is_called_off
    return Date(meeting.pk, what, meeting.starts_at, meeting.ends_at, meeting.place, called_off, meeting.changes)
