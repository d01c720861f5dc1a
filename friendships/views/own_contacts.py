"""Whether two have met, as the volunteer ticks it on their own page: one tap for that, one for what they did."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from friendships.forms.contacts import CorrectContactForm, TickForm
from friendships.models import Contact
from history.moves import tried
from matching.models import Match
from pages.undo import undoable


@access(Purpose.OWN_PAGE, methods="POST")
def tick(request: LinkRequest, match_id: UUID) -> HttpResponse:
    """The first tap. Whoever has met is asked what they did; everything else is done with it."""
    match = get_object_or_404(Match.objects.visible_through(request.link), pk=match_id)
    form = TickForm(request.POST, match=match)
    if not form.is_valid() or not tried(form, form.tick, by_volunteer=True):
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return redirect("coordinators:own_page", request.token)
    ticked = form.ticked
    back = reverse("friendships:take_own_contact_back", args=[request.token, match.pk, ticked.pk])
    undoable(request, _thanks(ticked), back)
    if ticked.have_met:
        return redirect("friendships:own_contact", request.token, match.pk, ticked.pk)
    return redirect("coordinators:own_page", request.token)


def _thanks(ticked: Contact) -> str:
    if ticked.kind == Contact.Kind.PAUSE:
        return _("Noted. The coordinator calls you about the rest.")
    return _("Noted. Thank you.")


@access(Purpose.OWN_PAGE)
def own_contact(request: LinkRequest, match_id: UUID, contact_id: UUID) -> HttpResponse:
    """The second tap: what they did. For a week it can be put right here, too."""
    ticked = _hers(request, match_id, contact_id)
    form = CorrectContactForm(request.POST if request.method == "POST" else None, row=ticked)
    if form.is_valid() and tried(form, ticked.say, **form.cleaned_data):
        messages.success(request, _("Noted. Thank you."))
        return redirect("coordinators:own_page", request.token)
    context = {"contact": ticked, "form": form, "token": request.token, "activities": Contact.Activity.choices}
    return render(request, "friendships/own_contact.html", context)


@access(Purpose.OWN_PAGE, methods="POST")
def take_own_contact_back(request: LinkRequest, match_id: UUID, contact_id: UUID) -> HttpResponse:
    """Ticked by mistake: nothing stays of it."""
    _hers(request, match_id, contact_id).take_back()
    messages.success(request, _("Taken back."))
    return redirect("coordinators:own_page", request.token)


def _hers(request: LinkRequest, match_id: UUID, contact_id: UUID) -> Contact:
    """What she has ticked herself, in the week in which she can put it right."""
    hers = Contact.objects.ticked_by_link(request.link).with_match()
    ticked: Contact = get_object_or_404(hers, match=match_id, pk=contact_id)
    return ticked
