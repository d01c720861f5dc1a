"""A date for one's own calendar: moments in UTC, and no name of anybody but the house. And whether there is a feed."""

from dataclasses import dataclass
from datetime import UTC, date

from django.db import connection
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


@dataclass(frozen=True)
class Feed:
    """A calendar that a volunteer has made herself: since when, and the day on which it was last fetched."""

    made_on: date
    fetched_on: date | None


def live_feed(volunteer) -> Feed | None:
    """Her calendar, if she has one: to herself through her own page, and to those who screen her."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT made_on, fetched_on FROM app.live_feed(%s)", [volunteer.pk])
        row = cursor.fetchone()
    return Feed(*row) if row else None


def keep_feed_alive() -> None:
    """It was fetched today through the link in use: written once a day; unfetched for 90 days it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.feed_is_fetched()")
