"""The match round: asking for one, looking at its pairs, and proposing those chosen."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role, require
from citizens.models import Citizen
from history.moves import NotPossible
from matching.emails import send_proposal
from matching.forms.rounds import PairsForm, RoundForm
from matching.models import Match, MatchRound
from matching.rounds import making
from matching.rounds.page import RoundPage
from matching.tasks import make_round
from volunteers.models import Volunteer


@access(Role.COORDINATOR)
def rounds(request: HttpRequest) -> HttpResponse:
    """Ask for a match round over some of one's projects; a long one is made by the worker."""
    form = RoundForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        for project in form.cleaned_data["projects"]:
            require(request.user, Permission.MAKE_ROUND, project)
        kept, people = making.begin(request.user, [project.pk for project in form.cleaned_data["projects"]])
        if people.is_small:
            making.keep(kept, people, making.make(people))
        else:
            make_round.enqueue(str(kept.pk))
        return redirect("matching:round", kept.pk)
    mine = MatchRound.objects.visible_to(request.user)
    return render(request, "matching/rounds.html", {"form": form, "rounds": mine[:10]})


@access(Role.COORDINATOR)
def match_round(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """The pairs of a round, each kept, changed or skipped; only proposals leave it."""
    kept = get_object_or_404(MatchRound.objects.visible_to(request.user).with_weights(), pk=round_id)
    if kept.step != MatchRound.Step.DONE:
        return render(request, "matching/round_waits.html", {"round": kept})
    page = RoundPage(kept, request.user)
    room = {candidate.id: candidate.room for candidate in page.people.pool.people}
    form = PairsForm(request.POST or None, rows=page.rows, room=room)
    if request.method == "POST" and form.is_valid():
        _propose(request, form.chosen())
        return redirect("matching:round", kept.pk)
    return render(request, "matching/round.html", {"round": kept, "page": page, "form": form})


def _propose(request: HttpRequest, chosen: Mapping[UUID, UUID]) -> None:
    """Propose each pair through the gate, and tell of each what came of it."""
    citizens = Citizen.objects.known_to(request.user).with_houses().in_bulk(list(chosen))
    volunteers = Volunteer.objects.visible_to(request.user).in_bulk(set(chosen.values()))
    for citizen_id, volunteer_id in chosen.items():
        citizen, volunteer = citizens[citizen_id], volunteers[volunteer_id]
        require(request.user, Permission.PROPOSE_MATCH, citizen.project)
        try:
            match = Match.propose(volunteer, citizen, by=request.user)
        except NotPossible as error:
            messages.error(request, f"{volunteer.first_name}: {error}")
        else:
            match.project = citizen.project  # the letter names its house
            send_proposal(match)
            messages.success(request, _("%(name)s gets a mail with the question.") % {"name": volunteer.first_name})
