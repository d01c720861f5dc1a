"""It comes to nothing: a no after all, called back, and whoever had said yes is told."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from history.moves import tried
from matching.forms.proposals import NothingForm
from matching.models import Match
from matching.telling import tell_that_it_came_to_nothing


@access(Role.COORDINATOR)
def comes_to_nothing(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Before they have met: one of them would rather not, or we call it back. Whoever had said yes is told."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.PROPOSE_MATCH, match.project)
    match.refuse_unless_unmet()
    form = NothingForm(request.POST if request.method == "POST" else None, match=match)
    if form.is_valid() and tried(form, _bring_to_nothing, match, form.cleaned_data["who"], by=request.user):
        messages.success(request, _("It has come to nothing. %(next)s") % {"next": whats_next(match)})
        return redirect("coordinators:pair", match.pk)
    return render(request, "matching/comes_to_nothing.html", {"match": match, "form": form})


def _bring_to_nothing(match: Match, who: str, *, by) -> None:
    """First the mails: the volunteer is told unless it was she who said it."""
    tell_that_it_came_to_nothing(match, to_volunteer=who != "volunteer")
    if who == "us":
        match.withdraw(by=by)
    else:
        match.decline(by=by, by_citizen=who == "citizen")


def whats_next(match: Match) -> str:
    """What is left to do for whoever has just said so."""
    if match.waits_to_be_told:
        return _("Tell %(name)s, and say so on this page.") % {"name": match.citizen.called_name}
    return _("Nobody is told why.")


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def citizen_is_told(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Somebody has told the citizen that it came to nothing."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.RECORD_CITIZENS_ANSWER, acting_place(match.citizen, request.user))
    match.tell_the_citizen(by=request.user)
    messages.success(request, _("Saved: %(name)s has been told.") % {"name": match.citizen.called_name})
    return redirect("coordinators:pair", match.pk)


@access(Purpose.OWN_PAGE)
def take_back(request: LinkRequest, match_id: UUID) -> HttpResponse:
    """The volunteer would rather not after all, before they have met; no reason is asked, and none is told."""
    match = get_object_or_404(Match.objects.visible_through(request.link).for_link(), pk=match_id)
    is_over = match.state in Match.CAME_TO_NOTHING
    if request.method == "POST" and not is_over:
        match.refuse_unless_unmet()
        tell_that_it_came_to_nothing(match, to_volunteer=False)
        match.decline(by=match.volunteer)
        return redirect("matching:take_back", request.token, match.pk)
    return render(request, "matching/take_back.html", {"match": match, "is_over": is_over, "token": request.token})
