"""While two rest somebody else may meet the citizen, if he himself says yes to it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.forms.stand_ins import StandInAnswerForm, StandInForm
from friendships.models import Pause, StandIn
from friendships.views.own_match import require_followed
from history.moves import SENTENCES, NotPossible, tried, why_not
from matching.models import Match
from matching.suggesting.candidates import ready_with_room
from volunteers.models import Volunteer


@access(Role.COORDINATOR)
def propose_stand_in(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """One of those who are ready; neither the friend who rests nor anybody else is told of it."""
    match = require_followed(request, match_id)
    pause = _rest_of(match, request.user)
    if request.method == "POST":  # before the form, which offers the one who stands in no more
        StandIn.refuse_second(pause)
    ready = Volunteer.objects.visible_to(request.user).ready().assigned_to(match.project).order_by("sorted_as")
    others = ready.exclude(pk=match.volunteer_id).filter(pk__in=ready_with_room(request.user, match.project_id))
    form = StandInForm(request.POST if request.method == "POST" else None, volunteers=others)
    if form.is_valid() and tried(form, form.propose, pause, by=request.user):
        messages.success(request, _("Saved. Now the citizen is asked, and your desk reminds you of it."))
        return redirect("coordinators:pair", match.pk)
    return render(request, "friendships/stand_in.html", {"match": match, "form": form})


@access(Role.COORDINATOR)
def stand_in_answered(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The citizen's own answer: after a yes she is written to, after a no nobody is."""
    match = require_followed(request, match_id)
    stand_in = _stand_in_of(match, request.user)
    form = StandInAnswerForm(request.POST if request.method == "POST" else None, stand_in=stand_in)
    if form.is_valid() and tried(form, form.say, by=request.user):
        messages.success(request, _("The answer is saved."))
        return redirect("coordinators:pair", match.pk)
    context = {"match": match, "form": form, "stand_in": stand_in}
    return render(request, "friendships/stand_in_answered.html", context)


@access(Role.COORDINATOR, methods="POST")
def stand_in_ended(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """It is called back, or over before the rest is."""
    match = require_followed(request, match_id)
    stand_in = _stand_in_of(match, request.user)
    stand_in.end(by=request.user)
    messages.success(request, _("It is over: %(name)s no longer stands in.") % {"name": stand_in.volunteer.first_name})
    return redirect("coordinators:pair", match.pk)


def _rest_of(match: Match, user) -> Pause:
    """The rest that they have; where they do not rest, the sentence of what they do."""
    pause: Pause | None = Pause.objects.open().visible_to(user).of(match).first()
    if pause is None:
        raise NotPossible(why_not(match, match.State.PAUSED))
    return pause


def _stand_in_of(match: Match, user) -> StandIn:
    """Who was named last for the rest that they have."""
    last: StandIn | None = StandIn.objects.during(_rest_of(match, user)).visible_to(user).first()
    if last is None:
        raise NotPossible(SENTENCES["a_stand_in_goes_with_a_rest"])
    return last
