"""A project or a house closes: what is open there by name, and all that ends with it in one act."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role, may, require
from accounts.reauthentication import fresh_login
from coordinators import open_at
from history.moves import NotPossible
from institutions.models import Institution, Membership, Project
from volunteers.emails import send_assignment_ended, send_role_is_gone
from volunteers.models import Assignment, Interested


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="GET HEAD")
def project(request: HttpRequest, project_id: int) -> HttpResponse:
    """What is open at a project; whoever holds it settles it, and the secretariat closes the project."""
    closes = may(request.user, Permission.SET_UP_HOUSES)
    scope = Project.objects.all() if closes else Project.objects.coordinated_by(request.user)
    project = get_object_or_404(scope.with_houses(), pk=project_id)
    things = open_at.of_project(project, request.user) if project.state != Project.State.CLOSED else []
    context = {"project": project, "first": [one for one in things if one.kind in open_at.SETTLED_FIRST]}
    context |= {"follows": [one for one in things if one.kind in open_at.FOLLOWS], "closes": closes}
    context["has_role"] = project.memberships.in_force().filter(user=request.user).exists()
    return render(request, "coordinators/project.html", context)


@access(Role.SECRETARIAT, methods="POST")
@fresh_login
def close_project(request: HttpRequest, project_id: int) -> HttpResponse:
    """All that ends with it, and then the project itself; nothing of it if something is open."""
    require(request.user, Permission.SET_UP_HOUSES)
    project = get_object_or_404(Project.objects.with_houses(), pk=project_id)
    with transaction.atomic():
        for assignment in Assignment.objects.in_force().filter(project=project).for_letters():
            send_assignment_ended(assignment)
            assignment.end(gone_from=timezone.localdate(), why=Assignment.Why.CLOSED)
        for person in Interested.objects.filter(role__project=project).with_roles().take_off():
            send_role_is_gone(person)
        project.roles.update(is_open=False)
        Membership.objects.filter(project=project).end(by=request.user)
        project.close(by=request.user)
    messages.success(request, _("%(project)s is closed, and each who was there gets a mail.") % {"project": project})
    return redirect("admin:institutions_project_change", project.pk)


@access(Role.SECRETARIAT)
@fresh_login
def close_house(request: HttpRequest, slug: str) -> HttpResponse:
    """What is open at a house; once all is settled, its leads' roles end and it stands nowhere any more."""
    require(request.user, Permission.SET_UP_HOUSES)
    house = get_object_or_404(Institution, slug=slug)
    if house.closed_on:
        raise NotPossible(_("The house is closed already."))
    things = open_at.of_house(house)
    first = [one for one in things if one.kind in open_at.HOUSE_FIRST]
    if request.method == "POST":
        with transaction.atomic():
            if not first:
                Membership.objects.filter(institution=house).end(by=request.user)
            house.close()
        messages.success(request, _("%(house)s is closed.") % {"house": house})
        return redirect("admin:institutions_institution_change", house.pk)
    has_role = house.memberships.in_force().filter(user=request.user).exists()
    context = {
        "house": house,
        "has_role": has_role,
        "first": first,
        "follows": [one for one in things if one not in first],
    }
    return render(request, "coordinators/close_house.html", context)
