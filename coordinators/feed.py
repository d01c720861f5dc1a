"""One volunteer's dates, for a calendar that follows them."""

from datetime import timedelta

from django.utils import timezone

from courses import calendars as courses
from courses.models import Attendance
from foodclubs import calendars as foodclubs
from foodclubs.models import Duty
from matching import calendars as matching
from matching.models import FirstMeeting
from pages.calendars import Date
from screening import calendars as screening
from screening.models import Appointment

BACK = timedelta(days=60)


def dates_through(link) -> list[Date]:
    """The conversation, courses and meetings with a place, the first meeting with a friend, tasks at food clubs.

    What was given back or called off stays among them.
    """
    since = timezone.now() - BACK
    attendances = Attendance.objects.visible_through(link).filter(gathering__starts_at__gt=since)
    talks = Appointment.objects.visible_through(link).chosen_after(since)
    duties = Duty.objects.visible_through(link).filter(evening__starts_at__gt=since)
    return [
        *map(screening.date_of, talks),
        *map(matching.date_of, FirstMeeting.objects.in_the_feed(since)),
        *map(courses.date_of, attendances.in_the_calendar().with_gatherings()),
        *map(foodclubs.date_of, duties.select_related("task", "evening__food_club", "evening__project__institution")),
    ]
