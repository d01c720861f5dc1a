"""They do not meet for a while: why and until when; and they go on again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.forms.rests import PauseForm
from friendships.models import Contact, Pause, PlannedRest
from friendships.views.own_match import require_followed
from history.moves import NotPossible, tried, why_not


@access(Role.COORDINATOR)
def rest(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Begin a rest, or give the one that stands another reason or day."""
    match = require_followed(request, match_id)
    pause = Pause.objects.open().visible_to(request.user).of(match).first()
    if not match.is_alive and match.state != match.State.PAUSED:
        raise NotPossible(why_not(match, match.State.PAUSED))
    planned = None if pause else PlannedRest.objects.visible_to(request.user).of(match).with_match().first()
    row = pause or planned or Pause(match=match)
    form = PauseForm(request.POST if request.method == "POST" else None, row=row)
    if form.is_valid() and tried(form, form.say, match, pause, by=request.user):
        messages.success(request, _("Saved. Your desk reminds you on the day."))
        return redirect("coordinators:pair", match.pk)
    is_wished = not pause and Contact.is_rest_wished(match, request.user)
    shown = {"match": match, "form": form, "pause": pause, "planned": planned, "is_wished": is_wished}
    return render(request, "friendships/rest.html", shown)


@access(Role.COORDINATOR, methods="POST")
def call_rest_off(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """They do not rest after all."""
    match = require_followed(request, match_id)
    get_object_or_404(PlannedRest.objects.visible_to(request.user).of(match)).call_off()
    messages.success(request, _("The rest is called off."))
    return redirect("coordinators:pair", match.pk)


@access(Role.COORDINATOR, methods="POST")
def come_back(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """They go on where they were."""
    match = require_followed(request, match_id)
    if match.state != match.State.PAUSED:
        raise NotPossible(why_not(match, match.State.ACTIVE))
    match.come_back(by=request.user)
    messages.success(request, _("They go on."))
    return redirect("coordinators:pair", match.pk)
