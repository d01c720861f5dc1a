"""Who waits for a closed role: seen by those who hold the project, written to once, and then erased."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.declaration import access
from access.roles import Permission, Role, require
from volunteers.emails import send_role_opens
from volunteers.models import Interested, RoleProfile


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="GET HEAD")
def awaited_roles(request: HttpRequest) -> HttpResponse:
    """The roles of one's own for which somebody waits, and who; two at one address may be one."""
    waiting = Prefetch("interested", Interested.objects.visible_to(request.user).with_doubles())
    roles = RoleProfile.objects.held_by(request.user).awaited().prefetch_related(waiting)
    return render(request, "volunteers/awaited_roles.html", {"roles": roles})


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def tell(request: HttpRequest, role_id: UUID) -> HttpResponse:
    """Write to all who wait that the role is open; with the letter each is erased, so nobody is written to twice."""
    held = RoleProfile.objects.held_by(request.user)
    role = get_object_or_404(held, pk=role_id)
    require(request.user, Permission.SCREEN_VOLUNTEER, role.project)
    if not role.takes_applications:
        messages.error(request, _("The role is still closed: nobody has been written to."))
        return redirect("volunteers:awaited_roles")
    people = role.interested.visible_to(request.user).take_off()
    for person in people:
        person.role = role
        send_role_opens(person)
    sentence = ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", len(people))
    messages.success(request, sentence % {"n": len(people)})
    return redirect("volunteers:awaited_roles")


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def forget(request: HttpRequest, interested_id: UUID) -> HttpResponse:
    """Erase somebody who does not want to hear from us after all."""
    people = Interested.objects.visible_to(request.user).with_roles()
    person = get_object_or_404(people, pk=interested_id)
    require(request.user, Permission.SCREEN_VOLUNTEER, person.role.project)
    person.delete()
    messages.success(request, _("The name and the address are erased."))
    return redirect("volunteers:awaited_roles")
