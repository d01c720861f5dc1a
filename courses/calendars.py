"""A place at a course or meeting for the volunteer's own calendar."""

from courses.models import Attendance
from pages.calendars import Date


def date_of(attendance: Attendance) -> Date:
    """Given back or called off, it says so; moved, it counts more."""
    gathering, states = attendance.gathering, Attendance.State
    return Date(
        attendance.pk,
        gathering.title,
        gathering.starts_at,
        gathering.ends_at,
        gathering.place,
        attendance.state in {states.DECLINED, states.CALLED_OFF},
        attendance.changes + gathering.changes,
    )
