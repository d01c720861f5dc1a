"""What a coordinator does with a suggestion: not this one, somebody met by chance, the same two again on purpose."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role, require
from citizens.models import Citizen
from history.moves import NotPossible
from matching.emails import send_both_said_yes, send_proposal
from matching.forms.proposals import AlreadyFriendsForm, SpontaneousForm
from matching.models import Match, NotThisOne
from matching.preconditions import lacking
from matching.views.proposals import looked_at, suggestions_at
from pages.undo import undoable
from volunteers.models import Volunteer
from volunteers.readiness import with_exemptions


@access(Role.COORDINATOR, Role.LEAD)
def spontaneous(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Two who have found each other at an evening, an event or a course: the same gate as any proposal."""
    return _found_each_other(request, citizen_id, SpontaneousForm)


@access(Role.COORDINATOR, Role.LEAD)
def already_friends(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """A friendship that runs already, with its real first day: it stands here once both have said yes to that."""
    return _found_each_other(request, citizen_id, AlreadyFriendsForm)


def _found_each_other(request: HttpRequest, citizen_id: UUID, of_kind: type[SpontaneousForm]) -> HttpResponse:
    citizen = get_object_or_404(Citizen.objects.known_to(request.user).for_list(), pk=citizen_id)
    require(request.user, Permission.PROPOSE_MATCH, citizen.project)
    is_running = of_kind is AlreadyFriendsForm
    missing = None if request.method == "POST" else lacking(citizen, request.user, are_friends=is_running)
    volunteers = Volunteer.objects.visible_to(request.user).ready().assigned_to(citizen.project).order_by("name")
    form = of_kind(request.POST or None, volunteers=volunteers)
    if request.method == "POST" and form.is_valid():
        volunteer = get_object_or_404(volunteers, pk=form.cleaned_data["volunteer"])
        try:
            match = Match.propose(volunteer, citizen, by=request.user, **form.how())
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            _say_and_ask(match, form.cleaned_data, by=request.user)
            messages.success(request, _("The pair is written down."))
            return redirect("coordinators:pair", match.pk)
    context = {"citizen": citizen, "form": form, "lacking": missing, "is_running": is_running}
    return render(request, "matching/spontaneous.html", context)


def _say_and_ask(match: Match, said: dict, *, by) -> None:
    """The yeses that were given on the spot; whoever has not said yes is asked, as always."""
    if said["citizen_said_yes"]:
        match.citizen_says_yes(heard_by=by)
    if said["volunteer_said_yes"]:
        match.volunteer_says_yes()
    else:
        send_proposal(match)
    if match.is_running:
        send_both_said_yes(match)


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def not_these(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Who is left out of this citizen's suggestions, each brought back with one tap."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.PROPOSE_MATCH, citizen.project)
    left_out = list(NotThisOne.objects.visible_to(request.user).about(citizen))
    with_exemptions(one.volunteer for one in left_out)
    return render(request, "matching/not_these.html", {"citizen": citizen, "left_out": left_out})


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def not_this_one(request: HttpRequest, citizen_id: UUID, volunteer_id: UUID) -> HttpResponse:
    """Not this one, without a reason; or, with `undo`, this one again: from the list of those put aside, or at once."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.PROPOSE_MATCH, citizen.project)
    volunteer = get_object_or_404(Volunteer.objects.visible_to(request.user), pk=volunteer_id)
    if "undo" in request.POST:
        NotThisOne.take_back(volunteer, citizen, by=request.user)
        messages.success(request, _("%(name)s can be suggested again.") % {"name": volunteer.first_name})
        if "fra" in request.POST:
            return redirect(suggestions_at(citizen, request.POST))
        return redirect("matching:not_these", citizen.pk)
    NotThisOne.say(volunteer, citizen, by=request.user)
    said = _("%(name)s is not suggested here any more.") % {"name": volunteer.first_name}
    undoable(request, said, request.path, undo=1, **{"fra": 0} | looked_at(request.POST))
    return redirect(suggestions_at(citizen, request.POST))


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def propose_again(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The same two once more, on purpose; the page of the former pair is where it is chosen."""
    former = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.PROPOSE_MATCH, former.project)
    match = Match.propose(former.volunteer, former.citizen, by=request.user, again_on_purpose=True)
    send_proposal(match)
    messages.success(request, _("%(name)s gets a mail with the question.") % {"name": match.volunteer.first_name})
    return redirect("coordinators:pair", match.pk)
