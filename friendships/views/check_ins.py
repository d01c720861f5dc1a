"""How it goes: what both say beside each other, and whom to ask."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.links import Purpose, issue_link
from access.requests import SiteRequest
from access.roles import Permission, Role, require, roles_of
from citizens.acting import acting_place
from friendships.emails import write_how_it_goes
from friendships.forms.check_ins import AnswerForm, CorrectAnswerForm
from friendships.how_it_goes import HowItGoesPage
from friendships.models import CheckIn, CheckInAnswer, Milestone
from friendships.models.check_in import Side
from friendships.views.own_match import require_followed
from history.moves import NotPossible, tried
from institutions.choices import project_choice
from institutions.models import Project
from matching.models import Match
from pages.lists import Choice, Listing

WHICH = {
    "": gettext_lazy("to be asked"),
    "oensker": gettext_lazy("would like to talk, rest or stop"),
    "alle": gettext_lazy("all who are asked"),
}


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters("words")
@sensitive_variables("listing")
def check_ins(request: SiteRequest) -> HttpResponse:
    """Everybody who is to be asked how it goes, whoever has waited longest first."""
    which = Choice.of(request, "vis", _("Which pairs"), WHICH)
    project = project_choice(request, kind=Project.Kind.FRIENDS)
    scope = CheckIn.objects.visible_to(request.user).with_said(request.user).for_list()
    chosen = {"": scope.to_see_to(), "oensker": scope.filter(somebody_wishes=True)}.get(which.chosen, scope)
    if project.made:
        chosen = chosen.filter(project=project.made)
    listing = Listing(request, [which, project])
    names = ("match__citizen__known_as__called_name", "match__volunteer__name")
    listing.show(scope, chosen, by="due_on", search=names)
    return render(
        request,
        "friendships/check_ins.html",
        {"list": listing, "sees_list": Role.COORDINATOR in roles_of(request.user)},
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def check_in(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """What both say now and have said; the lead sees what the citizen says, and asks him."""
    match = _known(request, match_id)
    return render(request, "friendships/check_in.html", {"match": match, "page": HowItGoesPage(match, request.user)})


@access(Role.COORDINATOR, Role.LEAD)
def citizen_says(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Somebody has asked the citizen."""
    match = _known(request, match_id)
    require(request.user, Permission.RECORD_CITIZENS_ANSWER, acting_place(match.citizen, request.user))
    return _says(request, match, Side.CITIZEN)


@access(Role.COORDINATOR)
def volunteer_says(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The coordinator has asked the volunteer, who has not answered by link or says something else by now."""
    return _says(request, require_followed(request, match_id), Side.VOLUNTEER)


def _says(request: HttpRequest, match: Match, side: Side) -> HttpResponse:
    asked = CheckIn.objects.visible_to(request.user).open().of(match).first()
    if asked is None:
        raise NotPossible(_("Nobody is asked about these two just now."))
    said = CheckInAnswer.objects.visible_to(request.user).filter(check_in=asked, side=side).first()
    posted = request.POST if request.method == "POST" else None
    form = CorrectAnswerForm(posted, row=said) if said else AnswerForm(posted)
    if form.is_valid() and tried(form, form.say, asked, side, by=request.user):
        messages.success(request, _("Saved."))
        return redirect("friendships:check_in", match.pk)
    return render(request, "friendships/says.html", {"match": match, "form": form, "side": side, "said": said})


@access(Role.COORDINATOR, methods="POST")
def talked_about(request: HttpRequest, match_id: UUID, answer_id: UUID) -> HttpResponse:
    """Somebody wished to talk, rest or stop, and has been talked with."""
    match = require_followed(request, match_id)
    said = CheckInAnswer.objects.visible_to(request.user).filter(check_in__match=match)
    get_object_or_404(said, pk=answer_id).has_been_talked_about()
    messages.success(request, _("Noted: you have talked."))
    return redirect("friendships:check_in", match.pk)


@access(Role.COORDINATOR, methods="POST")
def ask_now(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Both are asked today, before their day has come: the volunteer by mail."""
    match = require_followed(request, match_id)
    CheckIn.ask_today(match)
    write_how_it_goes(match, issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page"))
    messages.success(
        request, _("%(name)s is asked by mail. Ask the citizen yourself.") % {"name": match.volunteer.first_name}
    )
    return redirect("friendships:check_in", match.pk)


@access(Role.COORDINATOR, methods="POST")
def milestone_is_said(request: HttpRequest, match_id: UUID, milestone_id: UUID) -> HttpResponse:
    """Somebody has said it to both."""
    match = require_followed(request, match_id)
    get_object_or_404(Milestone.objects.visible_to(request.user).of(match), pk=milestone_id).is_said()
    messages.success(request, _("Noted. It is good to be seen."))
    return redirect("friendships:check_in", match.pk)


def _known(request: HttpRequest, match_id: UUID) -> Match:
    """The pair of one's project or house."""
    match: Match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    return match
