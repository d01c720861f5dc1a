"""The farewell: begun with who tells the citizen and when, written down step by step, and only then ended."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.forms.endings import BeginForm, FarewellForm
from friendships.models import Closure
from friendships.views.own_match import require_followed
from history.moves import NotPossible, tried, why_not
from matching.models import Match


@access(Role.COORDINATOR)
def begin(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """How it ends and who tells the citizen when; what is said here can be said otherwise until it has ended."""
    match = require_followed(request, match_id)
    closure = Closure.objects.visible_to(request.user).of(match).first()
    if match.state not in match.BEGUN:
        raise NotPossible(why_not(match, match.State.ENDING))
    form = BeginForm(request.POST if request.method == "POST" else None, row=closure or Closure(match=match))
    if form.is_valid() and tried(form, form.say, match, closure, by=request.user):
        messages.success(request, _("Saved. The farewell stands first on your desk until it is done."))
        return redirect("friendships:farewell", match.pk)
    return render(request, "friendships/begin_to_end.html", {"match": match, "form": form, "closure": closure})


@access(Role.COORDINATOR)
def farewell(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """What has been done of the farewell, and what is missing; each step is saved when it is done."""
    match = require_followed(request, match_id)
    closure = _closure_of(match, request.user)
    if request.method == "POST" and closure.ended_on:
        raise NotPossible(why_not(match))
    form = FarewellForm(request.POST if request.method == "POST" else None, row=closure)
    if form.is_valid() and tried(form, closure.write, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("friendships:farewell", match.pk)
    missing = list(closure.missing())
    context = {"match": match, "closure": closure, "form": form, "missing": missing}
    return render(request, "friendships/farewell.html", context)


@access(Role.COORDINATOR, methods="POST")
def end(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Nothing is missing: it has ended."""
    match = require_followed(request, match_id)
    _closure_of(match, request.user).end(by=request.user)
    messages.success(request, _("The friendship has ended. Thank you."))
    return redirect("coordinators:pair", match.pk)


@access(Role.COORDINATOR, methods="POST")
def go_on(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """They go on after all; what was written of the ending goes."""
    match = require_followed(request, match_id)
    if match.state != match.State.ENDING:
        raise NotPossible(why_not(match, match.State.ACTIVE))
    match.go_on(by=request.user)
    messages.success(request, _("They go on. What was written of the farewell is gone."))
    return redirect("coordinators:pair", match.pk)


def _closure_of(match: Match, user) -> Closure:
    """How it ends or has ended; of a pair that does neither, the sentence of what it is."""
    if match.state not in {match.State.ENDING, match.State.ENDED}:
        raise NotPossible(why_not(match))
    closure: Closure = get_object_or_404(Closure.objects.visible_to(user).of(match))
    closure.match = match
    return closure
