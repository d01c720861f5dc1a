"""The conversation for one's own calendar: the moment in UTC, and no name of anybody but the house."""

from datetime import UTC

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

PRODUCER = "-//WeShelter//Volunteers//DA"


def calendar_of(appointment) -> bytes:
    """The conversation as an .ics file; the same appointment is the same date in every calendar."""
    event = Event()
    event.add("uid", f"{appointment.pk}@weshelter")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", appointment.chosen.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("summary", _("A talk at WeShelter"))
    event.add("location", appointment.place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
