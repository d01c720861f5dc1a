"""The pairs of one's projects, both sides' answers, and the start."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest, SiteRequest
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from history.moves import NotPossible, tried
from institutions.choices import project_choice
from institutions.models import Project
from matching.emails import end_proposal_link, send_both_said_yes
from matching.forms.meetings import StartForm
from matching.in_common import coordinators_of, in_common
from matching.models import Match
from matching.telling import tell_that_it_came_to_nothing
from pages.lists import ORDER, Choice, Listing
from volunteers.readiness import with_exemptions

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
def match_list(request: SiteRequest) -> HttpResponse:
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
        # First the mails: a lead knows the volunteer only while the match is open. Who has not answered hears nothing.
        tell_that_it_came_to_nothing(match, to_volunteer=match.volunteer_yes_at is not None)
        match.decline(by=request.user, shown=request.POST.get("opened", ""), by_citizen=True)
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
    shown = {"match": match, "in_common": in_common(match), "coordinators": coordinators_of(match)}
    return render(request, "matching/answer.html", {**shown, "is_unclear": request.method == "POST"})


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
