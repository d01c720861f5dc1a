"""That somebody talked with a volunteer: written down by its day, and taken back by whoever wrote it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from screening.forms.support import SupportForm
from volunteers.models import Support
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
def write(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """We have talked: on which day."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(not volunteer.is_gone)
    form = SupportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        Support.write(volunteer, kind=Support.Kind.TALK, by=request.user, **form.cleaned_data)
        messages.success(request, _("Noted: you have talked with %(name)s.") % {"name": volunteer.first_name})
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/support.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def take_back(request: HttpRequest, volunteer_id: UUID, support_id: UUID) -> HttpResponse:
    """It was another day, or somebody else: nothing stays of it."""
    volunteer = require_screened(request.user, volunteer_id)
    get_object_or_404(volunteer.supports.visible_to(request.user), pk=support_id).take_back(by=request.user)
    messages.success(request, _("Taken back."))
    return redirect("screening:detail", volunteer.pk)
