"""One volunteer's dates as a calendar to subscribe to: moments in UTC, and the name of nobody."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from courses.models import Attendance
from foodclubs.models import Duty, Evening
from matching.calendars import FIRST_MEETING
from matching.models import FirstMeeting
from screening.models import Appointment
from screening.models.conversations import LASTS

PRODUCER = "-//WeShelter//Volunteers//DA"
BACK = timedelta(days=60)
AN_EVENING = timedelta(hours=3)


@dataclass(frozen=True)
class Date:
    """One date: what, when, where and how often changed; called off, it stays in the calendar and says so."""

    id: UUID
    what: str
    starts_at: datetime
    ends_at: datetime
    where: str
    is_called_off: bool
    changes: int


def dates_through(link) -> list[Date]:
    """The conversation, courses and meetings with a place, the first meeting with a friend, tasks at food clubs.

    What was given back or called off stays among them.
    """
    since = timezone.now() - BACK
    states = Attendance.State
    attendances = Attendance.objects.visible_through(link).filter(gathering__starts_at__gt=since).with_gatherings()
    talks = Appointment.objects.visible_through(link).chosen_after(since)
    duties = Duty.objects.visible_through(link).filter(evening__starts_at__gt=since)
    return [
        *(_talk(one, one.chosen) for one in talks if one.chosen),
        *(_first_meeting(one) for one in FirstMeeting.objects.in_the_feed(since)),
        *(
            Date(
                one.pk,
                one.gathering.title,
                one.gathering.starts_at,
                one.gathering.ends_at,
                one.gathering.place,
                one.state == states.DECLINED,
                one.changes + one.gathering.changes,
            )
            for one in attendances
            if one.state in {states.BOOKED, states.ATTENDED, states.MISSED, states.DECLINED}
        ),
        *(
            Date(
                one.pk,
                f"{one.evening.food_club}: {one.task}",
                one.evening.starts_at,
                one.evening.starts_at + AN_EVENING,
                one.evening.place,
                one.state == Duty.State.CANCELLED or one.evening.state == Evening.State.CANCELLED,
                one.changes + int(one.evening.state == Evening.State.CANCELLED),
            )
            for one in duties.select_related("task", "evening__food_club")
        ),
    ]


def _talk(one: Appointment, begins: datetime) -> Date:
    """The conversation. At another time it is another row, and so another date; the former one is called off.

    One that was held already stays as it was, though there is a next one.
    """
    is_called_off = bool(one.replaced_at and one.replaced_at < begins)
    what = _("A talk at WeShelter")
    return Date(one.pk, what, begins, begins + LASTS, one.place, is_called_off, int(is_called_off))


def _first_meeting(one: FirstMeeting) -> Date:
    """The same date as in the letter about it, and as there no name."""
    changes = one.changes + int(one.is_called_off)
    return Date(one.pk, str(FIRST_MEETING), one.starts_at, one.ends_at, one.place, one.is_called_off, changes)


def calendar_of(dates: list[Date]) -> bytes:
    """The calendar as a file. The same date keeps its UID, so that a change replaces it; a later one counts more."""
    calendar = Calendar()
    for name, value in (("prodid", PRODUCER), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", "WeShelter")):
        calendar.add(name, value)
    for date in dates:
        calendar.add_component(_event(date))
    return calendar.to_ical()


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
