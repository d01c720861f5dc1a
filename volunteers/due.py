"""What falls due with the days: who sees a volunteer, places that are offered, and what is two days ahead."""

from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, Func, Q
from django.utils import timezone

from access.links import issue_link_at_work
from volunteers.emails import link_to, send_offered, send_reminder
from volunteers.models import Assignment, Attendance, Volunteer

# The jobs run once a day: so a reminder comes between a day and a half and two days and a half before, on the
# average after 48 hours, and never on the day itself.
REMINDED_BEFORE = timedelta(hours=60)


class ProjectsOfVolunteer(Func):
    """The project of the role and those assigned today, as the database's trigger has them."""

    function = "app.projects_of_volunteer"
    output_field = ArrayField(BigIntegerField())


def refresh_projects(today: date) -> int:
    """Bring the projects of volunteers up to date whose assignments ended or began, and give how many changed."""
    touched = Assignment.objects.filter(Q(until_on__lt=today) | Q(from_on__lte=today)).values("volunteer")
    projects = ProjectsOfVolunteer("pk", "role_id")
    return Volunteer.objects.filter(pk__in=touched).exclude(project_ids=projects).update(project_ids=projects)


def lapse_offers(today: date) -> int:
    """Give places that were offered and not taken in time to the next who waits, write to them; how many lapsed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.lapse_offers()")
        (lapsed,) = cursor.fetchone()
    tell_offers()
    return lapsed


def tell_offers() -> None:
    """Write to everybody to whom a place has come and who has not been told; told once."""
    offered = Attendance.objects.offered_and_not_told().for_letters().select_for_update(of=("self",), skip_locked=True)
    for attendance in offered:
        send_offered(attendance, link=link_to(attendance.gathering, attendance.volunteer, issue_link_at_work))
        Attendance.objects.filter(pk=attendance.pk).update(told_at=timezone.now())


def remind_of_gatherings(today: date) -> int:
    """Remind everybody with a place of what is about two days ahead, once; how many were reminded."""
    now = timezone.now()
    reminded = list(Attendance.objects.to_be_reminded(now, now + REMINDED_BEFORE).for_letters())
    for attendance in reminded:
        send_reminder(attendance, link=link_to(attendance.gathering, attendance.volunteer, issue_link_at_work))
        Attendance.objects.filter(pk=attendance.pk).update(reminded_at=now)
    return len(reminded)
