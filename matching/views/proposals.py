"""Proposing: who fits, two of them beside each other, and the chosen one."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from access.declaration import access
from access.requests import SiteRequest
from access.roles import Permission, Role, require
from citizens.models import Citizen
from history.models import AccessTrail
from history.moves import NotPossible
from history.trail import leave_trail
from matching.emails import send_proposal
from matching.forms.proposals import ProposalForm
from matching.models import Match, WeightSet
from matching.preconditions import lacking
from matching.suggesting.candidates import suggestions_for
from matching.suggesting.comparison import beside
from matching.suggesting.ranking import Look, place_in
from matching.suggesting.rules import OPENED
from matching.suggesting.values import NONE, Codes
from pages.lists import SearchForm
from volunteers.models import Volunteer


@access(Role.COORDINATOR, Role.LEAD)
def propose(request: SiteRequest, citizen_id: UUID) -> HttpResponse:
    """Suggest volunteers for one citizen and propose the chosen one to both: any who fits, not only those shown."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user).for_list(), pk=citizen_id)
    require(request.user, Permission.PROPOSE_MATCH, citizen.project)
    missing = lacking(citizen, request.user)
    if missing is None and citizen.wishes.is_old:
        return redirect("citizens:still_wished", citizen.pk)
    weights = WeightSet.objects.in_force()
    search = SearchForm(request.POST if request.POST.get("words") or "find" in request.POST else None)
    ranking = suggestions_for(citizen, request.user, weights.values, _look(request, search))
    form = ProposalForm(None if "find" in request.POST else request.POST or None, possible=ranking.possible)
    if missing and form.is_valid():
        raise NotPossible(str(missing.sentence))  # whose page keeps the note
    if proposed := _proposed(request, citizen, form):
        return proposed
    shown = {"lacking": missing, "search": search, "form": form, "ranking": ranking, "weights": weights}
    return render(request, "matching/propose.html", {"citizen": citizen, **shown})


@access(Role.COORDINATOR)
def two_beside(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Two of those who fit beside each other, one of whom is proposed; where it is not two, the list says so."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user).for_list(), pk=citizen_id)
    require(request.user, Permission.PROPOSE_MATCH, citizen.project)
    back = suggestions_at(citizen, request.GET)
    missing = lacking(citizen, request.user)
    if missing and request.POST:
        raise NotPossible(str(missing.sentence))
    if missing or citizen.wishes.is_old:
        return redirect(back)
    look = Look(these=frozenset(request.GET.getlist("valgt")), opened=opened_in(request.GET))
    ranking = suggestions_for(citizen, request.user, WeightSet.objects.in_force().values, look)
    if not look.these or ranking.found != 2:
        if request.POST:
            raise NotPossible(_("One of the two can no longer be proposed. Look at the list again."))
        messages.error(request, _("Tick two who can be proposed: then they stand beside each other."))
        return redirect(back)
    possible = {one.candidate.id: one.candidate.first_name for one in ranking.suggestions}
    form = ProposalForm(request.POST or None, possible=possible)
    if proposed := _proposed(request, citizen, form):
        return proposed
    shown = {"form": form, "ranking": ranking, "rows": beside(ranking.suggestions), "back": back}
    return render(request, "matching/two_beside.html", {"citizen": citizen, **shown})


def _proposed(request: HttpRequest, citizen: Citizen, form: ProposalForm) -> HttpResponse | None:
    """Propose the chosen one and go to the pair; where it is not possible, the form says why."""
    if not form.is_valid():
        return None
    volunteer = get_object_or_404(Volunteer.objects.visible_to(request.user), pk=form.cleaned_data["volunteer"])
    try:
        match = Match.propose(volunteer, citizen, by=request.user, note=form.cleaned_data["note"])
    except NotPossible as error:
        form.add_error(None, str(error))
        return None
    send_proposal(match)
    messages.success(request, _("%(name)s gets a mail with the question.") % {"name": volunteer.first_name})
    return redirect("coordinators:pair", match.pk)


def opened_in(said: Mapping[str, str]) -> Codes:
    """The conditions that an address leaves aside on purpose: that there is a time in common."""
    return OPENED if said.get("tider") == "alle" else NONE


def suggestions_at(citizen: Citizen, said: Mapping[str, str] | None = None) -> str:
    """The address of the citizen's suggestions as they were looked at: the place among them, and what was opened."""
    return reverse("matching:propose", args=[citizen.pk], query=looked_at(said or {}))


def looked_at(said: Mapping[str, str]) -> dict[str, str]:
    """What an address or a form says of the look, to go on with: no more than that."""
    place = {"fra": str(place_in(said))} if place_in(said) else {}
    return place | ({"tider": "alle"} if opened_in(said) else {})


def _look(request: SiteRequest, search: SearchForm) -> Look:
    """Those of a first name, whose search leaves a trail; else from the place on that the address names."""
    if search.is_valid():
        leave_trail(request, AccessTrail.Action.SEARCH)
        return Look(named=search.cleaned_data["words"], opened=opened_in(request.GET))
    return Look(first=place_in(request.GET), opened=opened_in(request.GET))
