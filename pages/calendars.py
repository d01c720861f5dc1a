"""Dates for somebody's own calendar: moments in UTC, and the name of nobody.

The same date keeps its UID, so that a change replaces it; a later one counts more. What is called off is taken out by
the file that tells of it, and stays in a calendar that follows, where it says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

PRODUCER = "-//WeShelter//Volunteers//DA"


@dataclass(frozen=True)
class Date:
    """One date: what, when, where, whether it is called off, and how often it was changed."""

    id: UUID
    what: str
    starts_at: datetime
    ends_at: datetime
    where: str
    is_called_off: bool = False
    changes: int = 0


def calendar_of(dates: Iterable[Date], *, method: str = "PUBLISH", name: str = "") -> bytes:
    """The dates as a file; with a name it is a calendar of its own, which follows."""
    calendar = Calendar()
    for key, value in (("prodid", PRODUCER), ("version", "2.0"), ("method", method)):
        calendar.add(key, value)
    if name:
        calendar.add("x-wr-calname", name)
    for date in dates:
        calendar.add_component(_event(date))
    return calendar.to_ical()


def answer(content: bytes, filename: str) -> HttpResponse:
    """A calendar as the browser is given it."""
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def file_of(date: Date, filename: str) -> HttpResponse:
    """One date as a file: it puts itself into the calendar, moves what stands there, or takes it out."""
    return answer(calendar_of([date], method="CANCEL" if date.is_called_off else "PUBLISH"), filename)


def _event(date: Date) -> Event:
    event = Event()
    event.add("uid", f"{date.id}@weshelter")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", date.starts_at.astimezone(UTC))
    event.add("dtend", date.ends_at.astimezone(UTC))
    event.add("summary", _("Called off: %(what)s") % {"what": date.what} if date.is_called_off else date.what)
    event.add("location", date.where)
    event.add("status", "CANCELLED" if date.is_called_off else "CONFIRMED")
    event.add("sequence", date.changes)
    return event
