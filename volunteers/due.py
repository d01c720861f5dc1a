"""What falls due with the days: who sees whom, referees to remind, checks that run out, agreements to sign anew.

Each asks the rows what is left to do, so that a second run does nothing, and takes a row before it writes to anybody,
so that of two runs at once only one does.
"""

from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, Func, Q
from django.utils import timezone

from access.links import Purpose, issue_link_by_job
from access.models import Link
from accounts.models import User
from history.moves import in_turn
from institutions.models import Membership
from volunteers.emails import (
    ask_whether_back,
    link_to,
    remind_referee,
    send_agreement_again,
    send_check_due,
    send_offered,
    send_reminder,
)
from volunteers.limits import may_write_to_referee
from volunteers.models import Agreement, Assignment, Attendance, Interested, RecordCheck, Reference, Volunteer
from volunteers.models.checks import REMINDED

REFEREE_WAITS = timedelta(days=7)
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
        send_offered(attendance, link=link_to(attendance.gathering, attendance.volunteer, issue_link_by_job))
        Attendance.objects.filter(pk=attendance.pk).update(told_at=timezone.now())


def remind_of_gatherings(today: date) -> int:
    """Remind everybody with a place of what is about two days ahead, once; how many were reminded."""
    now = timezone.now()
    reminded = 0
    for attendance in Attendance.objects.to_be_reminded(now, now + REMINDED_BEFORE).for_letters():
        if Attendance.objects.filter(pk=attendance.pk, reminded_at=None).update(reminded_at=now):
            send_reminder(attendance, link=link_to(attendance.gathering, attendance.volunteer, issue_link_by_job))
            reminded += 1
    return reminded


def remind_referees(today: date) -> int:
    """Ask once more those who have not answered for a week; an address that many have named waits for another day."""
    waiting = Reference.objects.awaiting_reminder(timezone.now() - REFEREE_WAITS)
    reminded = 0
    for reference in waiting.select_related("volunteer__role__project"):
        if may_write_to_referee(reference.email) and waiting.filter(pk=reference.pk).update(reminded_at=timezone.now()):
            remind_referee(reference)
            reminded += 1
    return reminded


def remind_of_checks(today: date) -> int:
    """Letters 60, 30 and 7 days before a check is due again; of days that no job ran on, the nearest alone."""
    done = 0
    due = RecordCheck.objects.newest_due_between(today, today + timedelta(days=max(REMINDED)))
    for check in due.select_related("volunteer__role__project"):
        days = (check.next_due_on - today).days
        reached = min(step for step in REMINDED if days <= step)
        if check.reminded_of is not None and check.reminded_of <= reached:
            continue
        if RecordCheck.objects.filter(pk=check.pk, reminded_of=check.reminded_of).update(reminded_of=reached):
            send_check_due(check, days, _coordinators_of(check.volunteer))
            done += 1
    return done


def _coordinators_of(volunteer: Volunteer) -> list[User]:
    """Those who ask for her checks; nobody hears of his own by this way."""
    running = Membership.objects.in_force().coordinating().filter(project__in=volunteer.project_ids)
    coordinators = User.objects.filter(memberships__in=running, is_active=True).exclude(volunteer=volunteer)
    return list(coordinators.distinct().order_by("name"))


def ask_for_signatures(today: date) -> int:
    """A letter to each who has not signed the version in force that demands it, unless one has gone since then."""
    demanded = Agreement.objects.demanded(today)
    if demanded is None:
        return 0
    asked = Link.objects.filter(purpose=Purpose.AGREEMENT, issued_at__date__gte=demanded.in_force_from)
    lacking = Agreement.objects.lacked_by(Volunteer.objects.all(), today).exclude(pk__in=asked.values("volunteer_id"))
    written = 0
    for volunteer in lacking.select_related("role__project"):
        in_turn("agreement again", volunteer.pk)
        if lacking.filter(pk=volunteer.pk).exists():
            send_agreement_again(volunteer)
            written += 1
    return written


def ask_who_is_back(today: date) -> int:
    """Ask each whose day to be back has come, once; a new day is asked about anew."""
    due = Volunteer.objects.due_back(today).filter(back_asked_at=None).with_roles()
    asked = 0
    for volunteer in due:
        still_due = Volunteer.objects.due_back(today).filter(pk=volunteer.pk, back_asked_at=None)
        if still_due.update(back_asked_at=timezone.now()):
            ask_whether_back(volunteer)
            asked += 1
    return asked


def forget_interested(today: date) -> int:
    """Erase those who have waited a year for a role that did not open; how many."""
    return Interested.objects.kept_too_long().delete()[0]
