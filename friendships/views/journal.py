"""That a citizen has a network friend is written into the journal of his house on his yes; the house confirms it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role, may, require
from citizens.acting import acting_place
from friendships.forms.journal import JournalForm
from friendships.models import JournalNotice
from history.moves import NotPossible, tried, why_not
from matching.models import Match


@access(Role.COORDINATOR, Role.LEAD)
def journal(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """What stands in whose journal, and what is still to be asked, written in or struck out."""
    match = _require_pair(request, match_id)
    if request.method == "POST" and match.state not in Match.BEGUN:
        raise NotPossible(why_not(match))
    form = JournalForm(request.POST if request.method == "POST" else None, match=match, user=request.user)
    if form.is_valid() and tried(form, form.say_yes, by=request.user):
        messages.success(request, _("Saved. It stands on the desk of the house's lead until it is written in."))
        return redirect("friendships:journal", match.pk)
    notices = list(JournalNotice.objects.visible_to(request.user).of(match).for_page())
    asked = {one.institution_id for one in notices if not one.ended_on}
    may_ask = match.state in Match.BEGUN and any(house.pk not in asked for house in form.houses)
    shown = [_with_what_to_do(one, match, request.user) for one in notices]
    context = {"match": match, "notices": shown, "form": form if may_ask or form.errors else None}
    return render(request, "friendships/journal.html", context)


@access(Role.LEAD, methods="POST")
def journal_written(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The lead: it stands in our journal."""
    notice = _require_own_journal(request, notice_id)
    notice.is_written(by=request.user)
    messages.success(request, _("Thank you. It is confirmed."))
    return redirect("friendships:journal", notice.match_id)


@access(Role.LEAD, methods="POST")
def journal_not_written(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The lead: it does not stand there after all."""
    notice = _require_own_journal(request, notice_id)
    notice.is_not_written()
    messages.success(request, _("Saved: it is still to be written in."))
    return redirect("friendships:journal", notice.match_id)


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def journal_struck(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The house knows that the yes has ended; the coordinator has told it, where it knows the citizen no more."""
    notice = get_object_or_404(JournalNotice.objects.visible_to(request.user), pk=notice_id)
    _require_pair(request, notice.match_id)
    notice.is_struck()
    messages.success(request, _("Saved: the house knows it."))
    return redirect("friendships:journal", notice.match_id)


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def journal_ends(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The citizen has taken it back, or it is not to be written any more."""
    notice = get_object_or_404(JournalNotice.objects.visible_to(request.user), pk=notice_id)
    _require_pair(request, notice.match_id)
    notice.end()
    messages.success(
        request, _("Ended. If it stands in the journal already, somebody is reminded until the house knows it.")
    )
    return redirect("friendships:journal", notice.match_id)


def _require_pair(request: HttpRequest, match_id: UUID) -> Match:
    """404 for whoever may not know it, 403 for whoever may not write down what the citizen says."""
    match: Match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(match.citizen, request.user))
    return match


def _require_own_journal(request: HttpRequest, notice_id: UUID) -> JournalNotice:
    notice = get_object_or_404(JournalNotice.objects.visible_to(request.user).for_page(), pk=notice_id)
    require(request.user, Permission.CONFIRM_JOURNAL, notice.institution)
    return notice


def _with_what_to_do(notice: JournalNotice, match: Match, user) -> dict:
    """One notice, the sentence to paste, and whether whoever looks leads its house."""
    notice.project = match.project
    is_of_the_house = may(user, Permission.CONFIRM_JOURNAL, notice.institution)
    sentence = notice.sentence() if is_of_the_house and notice.waits_to_be_written else ""
    may_strike = notice.waits_to_be_struck and (is_of_the_house or not notice.is_known_there())
    return {"notice": notice, "sentence": sentence, "is_of_the_house": is_of_the_house, "may_strike": may_strike}
