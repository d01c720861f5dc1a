"""What falls due with the days: who sees whom, breaks that are over, interest kept long enough.

Each asks the rows what is left to do, so that a second run does nothing, and takes a row before it writes to anybody,
so that of two runs at once only one does.
"""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, Q
from django.utils import timezone

from volunteers.emails import ask_whether_back
from volunteers.models import Assignment, Interested, Volunteer


class ProjectsOfVolunteer(Func):
    """The project of the role and those assigned today, as the database's trigger has them."""

    function = "app.projects_of_volunteer"
    output_field = ArrayField(BigIntegerField())


def refresh_projects(today: date) -> int:
    """Bring the projects of volunteers up to date whose assignments ended or began, and give how many changed."""
    touched = Assignment.objects.filter(Q(until_on__lt=today) | Q(from_on__lte=today)).values("volunteer")
    projects = ProjectsOfVolunteer("pk", "role_id")
    return Volunteer.objects.filter(pk__in=touched).exclude(project_ids=projects).update(project_ids=projects)


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
