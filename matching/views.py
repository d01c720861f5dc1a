"""Proposing a match, both sides' answers, and the start."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.links import LinkRequest, Purpose
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from citizens.models import Citizen
from history.models import AccessTrail
from history.moves import NotPossible, tried
from history.trail import leave_trail
from institutions.lists import ORDER, Choice, Listing, SearchForm, project_choice
from institutions.models import Project
from matching.beside import beside
from matching.candidates import suggestions_for
from matching.emails import end_proposal_link, send_both_said_yes, send_proposal
from matching.forms import ProposalForm, StartForm
from matching.lacking import lacking
from matching.models import Match, WeightSet
from matching.suggestions import Look, place_in
from volunteers.models import Volunteer
from volunteers.screening import with_exemptions

WHICH = {
    "": gettext_lazy("open ones"),
    "forslag": gettext_lazy("proposed ones"),
    "loeber": gettext_lazy("both said yes"),
    "afsluttede": gettext_lazy("ended ones"),
}
ORDERS = {"nyeste": gettext_lazy("newest first"), "navn": gettext_lazy("by the citizen's name")}
BY = {"nyeste": "-proposed_at", "navn": "citizen__known_as__sorted_as"}


@access(Role.COORDINATOR)
@sensitive_post_parameters("words")
@sensitive_variables("listing")
def match_list(request: HttpRequest) -> HttpResponse:
    """The pairs of one's projects: those open, and by choice those proposed, running or ended."""
    which = Choice.of(request, "vis", _("Which matches"), WHICH)
    project = project_choice(request, kind=Project.Kind.FRIENDS)
    order = Choice.of(request, ORDER, _("Order"), ORDERS, default="nyeste")
    scope = Match.objects.known_to(request.user).for_rows()
    matches = scope.standing(which.chosen)
    if project.made:
        matches = matches.filter(project=project.made)
    listing = Listing(request, [which, project, order])
    listing.show(scope, matches, by=BY[order.chosen], search=("citizen__known_as__called_name", "volunteer__name"))
    with_exemptions(match.volunteer for match in listing.rows)
    return render(request, "matching/list.html", {"list": listing, "ended": which.chosen == "afsluttede"})


@access(Role.COORDINATOR, Role.LEAD)
def propose(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
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
    back = suggestions_at(citizen, place_in(request.GET))
    missing = lacking(citizen, request.user)
    if missing and request.POST:
        raise NotPossible(str(missing.sentence))
    if missing or citizen.wishes.is_old:
        return redirect(back)
    look = Look(these=frozenset(request.GET.getlist("valgt")))
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
    messages.success(request, _("%(name)s has been asked by letter.") % {"name": volunteer.first_name})
    return redirect("coordinators:pair", match.pk)


def suggestions_at(citizen: Citizen, place: int = 0) -> str:
    """The address of the citizen's suggestions, at the place where one was among them."""
    return reverse("matching:propose", args=[citizen.pk]) + (f"?fra={place}" if place else "")


def _look(request: HttpRequest, search: SearchForm) -> Look:
    """Those of a first name, whose search leaves a trail; else from the place on that the address names."""
    if search.is_valid():
        leave_trail(request, AccessTrail.Action.SEARCH)
        return Look(named=search.cleaned_data["words"])
    return Look(first=place_in(request.GET))


@access(Role.COORDINATOR, Role.LEAD)
def citizen_answers(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Write down the citizen's yes or no to the proposal; before a no, a page says what follows from it."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.RECORD_CITIZENS_ANSWER, acting_place(match.citizen, request.user))
    if request.method != "POST":
        return render(request, "matching/no_thank_you.html", {"match": match})
    said = request.POST.get("answer")
    if said == "yes":
        match.citizen_says_yes(heard_by=request.user)
        if match.is_running:
            send_both_said_yes(match)
        messages.success(request, _("The yes is written down."))
    elif said == "no":
        end_proposal_link(match)  # first: a lead knows the volunteer only while the match is open
        match.decline(by=request.user, shown=request.POST.get("opened", ""))
        messages.success(request, _("The no is written down. It is not explained to anybody."))
    else:
        messages.error(request, _("Choose yes or no: nothing has been written down."))
    return redirect("coordinators:pair", match.pk)


@access(Role.COORDINATOR, Role.LEAD)
def start(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The first meeting has been held: the match starts. A day that cannot be is asked again, as it was typed."""
    match = get_object_or_404(Match.objects.visible_to(request.user), pk=match_id)
    require(request.user, Permission.START_MATCH, match.project)
    form = StartForm(request.POST if request.method == "POST" else None, match=match)
    if form.is_valid() and tried(form, match.start, on=form.cleaned_data["met_on"], by=request.user):
        messages.success(request, _("They have met. The friendship has begun."))
        return redirect("coordinators:pair", match.pk)
    return render(request, "matching/start.html", {"match": match, "form": form})


@access(Purpose.PROPOSAL)
def answer(request: LinkRequest) -> HttpResponse:
    """The volunteer's yes or no, by link; a no needs no reason and is told to nobody."""
    match = get_object_or_404(Match.objects.visible_through(request.link).for_link(), pk=request.link.object_id)
    said = request.POST.get("answer")
    if said in ("yes", "no"):
        return render(request, "matching/answered.html", {"match": match, "sentence": _volunteer_says(match, said)})
    if match.volunteer_yes_at or match.state != Match.State.PROPOSED:
        return render(request, "matching/answered.html", {"match": match, "sentence": ""})
    return render(request, "matching/answer.html", {"match": match, "is_unclear": request.method == "POST"})


def _volunteer_says(match: Match, said: str) -> str:
    """Take the volunteer's answer; where it is not possible, one sentence that tells nothing of the citizen."""
    try:
        if said == "yes":
            match.volunteer_says_yes()
            if match.is_running:
                send_both_said_yes(match)
        else:
            match.decline(by=match.volunteer)
            end_proposal_link(match)
    except NotPossible:
        return _("The proposal cannot be answered just now. You will hear from the coordinator.")
    return ""
