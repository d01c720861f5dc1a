"""A citizen moves, and what goes with him: one page, one transaction; put right or called off as one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.roles import Permission, Role, may
from citizens.models import Citizen
from citizens.places import back_to, refuse_if_to_be_forgotten, require_worked_with
from friendships.forms.relocations import PutRelocationRight, RelocationForm
from friendships.models import Relocation
from friendships.models.relocation import GoesOn
from friendships.relocating import CALLED_OFF, call_off
from history.moves import NotPossible, tried

BY_THE_COORDINATOR = gettext_lazy("It has happened. What is to be put right about it, the coordinator does.")


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters("reach")
@sensitive_variables()
def relocate(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Where to, from when, who may know there, and whether the friendship goes on."""
    citizen = require_worked_with(request, citizen_id)
    refuse_if_to_be_forgotten(citizen)
    if standing := Relocation.objects.visible_to(request.user).about(citizen).not_happened().first():
        return redirect("friendships:relocation", standing.pk)
    form = RelocationForm(request.POST if request.method == "POST" else None, citizen=citizen, user=request.user)
    if form.is_valid() and tried(form, form.write, by=request.user):
        messages.success(request, _("The relocation is written down."))
        if form.written.is_unsettled:
            messages.info(request, _("What is to be asked about it stands on the coordinator's desk."))
        if form.match and form.cleaned_data.get("goes_on") == GoesOn.NO:
            return redirect("friendships:begin_to_end", form.match.pk)
        return back_to(request, citizen, "coordinators:citizen")
    return render(request, "friendships/relocate.html", {"form": form, "citizen": citizen, "match": form.match})


@access(Role.COORDINATOR, Role.LEAD)
def relocation(request: HttpRequest, relocation_id: UUID) -> HttpResponse:
    """What was written of it, put right: the day, and what the two have said since."""
    citizen, row = _relocation_of(request, relocation_id)
    if row.called_off_on:
        raise NotPossible(CALLED_OFF)
    follows = row.match is not None and may(request.user, Permission.FOLLOW_MATCH, row.project)
    match = row.match if follows else None
    form = PutRelocationRight(request.POST if request.method == "POST" else None, row=row, user=request.user)
    if request.method == "POST" and not form.fields:
        raise NotPossible(BY_THE_COORDINATOR)
    if form.is_valid() and tried(form, form.put_right, by=request.user):
        messages.success(request, _("It is put right."))
        if match and row.goes_on == GoesOn.NO and match.is_alive:
            return redirect("friendships:begin_to_end", match.pk)
        return back_to(request, citizen, "coordinators:citizen")
    may_call_off = row.may_be_called_off and (row.is_ahead or not form.is_led)
    shown = {"form": form, "citizen": citizen, "relocation": row, "match": match, "may_call_off": may_call_off}
    shown |= {"by_the_coordinator": BY_THE_COORDINATOR}
    return render(request, "friendships/relocation.html", shown)


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def call_relocation_off(request: HttpRequest, relocation_id: UUID) -> HttpResponse:
    """He does not move after all."""
    citizen, row = _relocation_of(request, relocation_id)
    call_off(row)
    messages.success(request, _("The relocation is called off. Home and houses are as they were."))
    return back_to(request, citizen, "coordinators:citizen")


def _relocation_of(request: HttpRequest, relocation_id: UUID) -> tuple[Citizen, Relocation]:
    known = Relocation.objects.visible_to(request.user).with_homes()
    row: Relocation = get_object_or_404(known, pk=relocation_id)
    return require_worked_with(request, row.citizen_id), row
