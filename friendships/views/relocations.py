"""A citizen moves, and what goes with him: one page, one transaction; put right or called off as one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.roles import Permission, Role, may
from citizens.models import Citizen
from citizens.places import back_to, require_worked_with
from friendships.forms.relocations import PutRelocationRight, RelocationForm
from friendships.models import Relocation
from friendships.models.relocation import GoesOn
from history.moves import NotPossible, tried


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters("reach")
@sensitive_variables()
def relocate(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Where to, from when, who may know there, and whether the friendship goes on."""
    citizen = require_worked_with(request, citizen_id)
    if ahead := Relocation.objects.visible_to(request.user).about(citizen).ahead().first():
        return redirect("friendships:relocation", ahead.pk)
    form = RelocationForm(request.POST if request.method == "POST" else None, citizen=citizen, user=request.user)
    if form.is_valid() and tried(form, form.write, by=request.user):
        messages.success(request, _("The relocation is written down."))
        if form.match and form.cleaned_data.get("goes_on") == GoesOn.NO:
            return redirect("friendships:begin_to_end", form.match.pk)
        return back_to(request, citizen, "coordinators:citizen")
    return render(request, "friendships/relocate.html", {"form": form, "citizen": citizen, "match": form.match})


@access(Role.COORDINATOR, Role.LEAD)
def relocation(request: HttpRequest, relocation_id: UUID) -> HttpResponse:
    """What was written of it, put right: the day, and what the two have said since."""
    citizen, row = _relocation_of(request, relocation_id)
    if row.called_off_on:
        raise NotPossible(_("This relocation has been called off."))
    follows = row.match is not None and may(request.user, Permission.FOLLOW_MATCH, row.project)
    form = PutRelocationRight(request.POST if request.method == "POST" else None, row=row, follows=follows)
    if form.is_valid() and tried(form, form.put_right, by=request.user):
        messages.success(request, _("It is put right."))
        if row.match and row.goes_on == GoesOn.NO and row.match.is_alive:
            return redirect("friendships:begin_to_end", row.match_id)
        return back_to(request, citizen, "coordinators:citizen")
    shown = {"form": form, "citizen": citizen, "relocation": row, "match": row.match if follows else None}
    return render(request, "friendships/relocation.html", shown)


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def call_relocation_off(request: HttpRequest, relocation_id: UUID) -> HttpResponse:
    """He does not move after all."""
    citizen, row = _relocation_of(request, relocation_id)
    row.call_off()
    messages.success(request, _("The relocation is called off. Home and houses are as they were."))
    return back_to(request, citizen, "coordinators:citizen")


def _relocation_of(request: HttpRequest, relocation_id: UUID) -> tuple[Citizen, Relocation]:
    known = Relocation.objects.visible_to(request.user).with_homes()
    row: Relocation = get_object_or_404(known, pk=relocation_id)
    return require_worked_with(request, row.citizen_id), row
