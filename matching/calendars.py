"""The first meeting for one's own calendar: the moment in UTC, the place, and no name of anybody but the house."""

from datetime import UTC

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar, Event

PRODUCER = "-//WeShelter//Matching//DA"
FIRST_MEETING = _("A first meeting, WeShelter")


def calendar_of(meeting) -> bytes:
    """An .ics file; arranged anew it moves the date that the calendar has already."""
    event = Event()
    event.add("uid", f"{meeting.pk}@weshelter")
    event.add("sequence", meeting.changes)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", str(FIRST_MEETING))
    event.add("location", meeting.place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
