"""What falls due with the days: an assignment that has ended, or begun, changes who sees the volunteer."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, Q

from volunteers.models import Assignment, Volunteer


class ProjectsOfVolunteer(Func):
    """The project of the role and those assigned today, as the database's trigger has them."""

    function = "app.projects_of_volunteer"
    output_field = ArrayField(BigIntegerField())


def refresh_projects(today: date) -> int:
    """Bring the projects of volunteers up to date whose assignments ended or began, and give how many changed."""
    touched = Assignment.objects.filter(Q(until_on__lt=today) | Q(from_on__lte=today)).values("volunteer")
    projects = ProjectsOfVolunteer("pk", "role_id")
    return Volunteer.objects.filter(pk__in=touched).exclude(project_ids=projects).update(project_ids=projects)
