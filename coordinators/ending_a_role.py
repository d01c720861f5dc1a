"""At one project a volunteer comes no more: what is open there is ended first, each thing on its own page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.declaration import access
from access.roles import Permission, Role, require
from coordinators.open_things import open_things
from history.moves import tried
from volunteers.forms.ending import EndAssignmentForm
from volunteers.models import Volunteer
from volunteers.screeners import require_screened

# Where each kind is ended that keeps her there; the database's gate asks the same.
ENDED_FIRST = {
    "proposed": gettext_lazy("On its page: it comes to nothing."),
    "accepted": gettext_lazy("On its page: it comes to nothing."),
    "running": gettext_lazy("On its page: it comes to an end, with a farewell."),
    "stand_in": gettext_lazy("On the page of the pair: end the standing in."),
    "duty": gettext_lazy("On the page of the evening: the task is given back."),
}


@access(Role.COORDINATOR, Role.SECRETARIAT)
def end_role(request: HttpRequest, volunteer_id: UUID, assignment_id: UUID) -> HttpResponse:
    """A day and a reason; she is written to, and no other project of hers is touched."""
    volunteer = require_screened(request.user, volunteer_id)
    assignment = get_object_or_404(volunteer.assignments.visible_to(request.user).with_projects(), pk=assignment_id)
    require(request.user, Permission.SCREEN_VOLUNTEER, assignment.project)
    assignment.volunteer = volunteer
    form = EndAssignmentForm(request.POST if request.method == "POST" else None, assignment=assignment)
    if form.is_valid() and tried(form, form.end):
        said = {"name": volunteer.first_name, "project": assignment.project}
        messages.success(request, _("%(name)s is no longer at %(project)s, and is written to.") % said)
        is_seen = Volunteer.objects.visible_to(request.user).filter(pk=volunteer.pk).exists()
        return redirect("screening:detail", volunteer.pk) if is_seen else redirect("volunteers:list")
    things = open_things(volunteer, request.user, ENDED_FIRST, at=assignment.project)
    context = {"volunteer": volunteer, "assignment": assignment, "form": form, "things": things}
    return render(request, "coordinators/end_role.html", context)
