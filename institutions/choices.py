"""The choice of a project in a list."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from access.roles import Role, houses_of, memberships_of, roles_of
from institutions.models import Project
from pages.lists import Choice


def project_choice(request: HttpRequest, *, kind: str = "") -> Choice:
    """One of the projects that one holds, or that are at one's house; any for the secretariat."""
    projects = [membership.project for membership in memberships_of(request.user) if membership.project_id]
    if Role.SECRETARIAT in roles_of(request.user):
        projects = list(Project.objects.all())
    elif houses := houses_of(request.user):
        projects += Project.objects.filter(institution__in=houses)
    found = {one.slug: one for one in sorted(projects, key=str) if kind in ("", one.kind)}
    return Choice.of(request, "projekt", _("Project"), {"": _("All projects"), **found})
