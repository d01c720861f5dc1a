"""What falls due with the days: places that were offered, and reminders."""

from datetime import date

from django.db import connection
from django.utils import timezone

from access.links import issue_link_by_job
from courses.emails import link_to, send_offered, send_reminder
from courses.models import Attendance
from courses.models.attendances import OFFERED_FOR, REMINDED_BEFORE


def lapse_offers(today: date) -> int:
    """Give places that were offered and not taken in time to the next who waits, write to them; how many lapsed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.lapse_offers()")
        (lapsed,) = cursor.fetchone()
    tell_offers()
    return lapsed


def tell_offers() -> None:
    """Write to everybody to whom a place has come and who has not been told; told once, and the days run from now."""
    now = timezone.now()
    offered = Attendance.objects.offered_and_not_told().for_letters().select_for_update(of=("self",), skip_locked=True)
    for attendance in offered:
        attendance.offered_until = min(now + OFFERED_FOR, attendance.gathering.starts_at)
        send_offered(attendance, link=link_to(attendance.gathering, attendance.volunteer, issue_link_by_job))
        Attendance.objects.filter(pk=attendance.pk).update(told_at=now, offered_until=attendance.offered_until)


def remind_of_gatherings(today: date) -> int:
    """Remind everybody with a place of what is about two days ahead, once; how many were reminded."""
    now = timezone.now()
    reminded = 0
    for attendance in Attendance.objects.to_be_reminded(now, now + REMINDED_BEFORE).for_letters():
        if Attendance.objects.filter(pk=attendance.pk, reminded_at=None).update(reminded_at=now):
            send_reminder(attendance, link=link_to(attendance.gathering, attendance.volunteer, issue_link_by_job))
            reminded += 1
    return reminded
