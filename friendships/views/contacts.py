"""Whether two have met, as their coordinator notes it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.forms.contacts import ContactForm, CorrectContactForm
from friendships.models import Contact
from friendships.views.own_match import require_followed
from history.moves import tried


@access(Role.COORDINATOR)
def contacts(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """What has been noted of the pair, the newest first, and one more day."""
    match = require_followed(request, match_id)
    form = ContactForm(request.POST if request.method == "POST" else None, match=match)
    if form.is_valid() and tried(form, form.tick):
        messages.success(request, _("Saved."))
        return redirect("friendships:contacts", match.pk)
    noted = Contact.objects.visible_to(request.user).of(match)
    return render(request, "friendships/contacts.html", {"match": match, "form": form, "contacts": noted})


@access(Role.COORDINATOR)
def contact(request: HttpRequest, match_id: UUID, contact_id: UUID) -> HttpResponse:
    """It was another day, or came out otherwise."""
    match, noted = _own_contact(request, match_id, contact_id)
    form = CorrectContactForm(request.POST if request.method == "POST" else None, row=noted)
    if form.is_valid() and tried(form, noted.say, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("friendships:contacts", match.pk)
    return render(request, "friendships/contact.html", {"match": match, "form": form, "contact": noted})


@access(Role.COORDINATOR, methods="POST")
def take_contact_back(request: HttpRequest, match_id: UUID, contact_id: UUID) -> HttpResponse:
    """It was ticked by mistake: nothing stays of it."""
    match, noted = _own_contact(request, match_id, contact_id)
    noted.take_back()
    messages.success(request, _("Taken back."))
    return redirect("friendships:contacts", match.pk)


def _own_contact(request: HttpRequest, match_id: UUID, contact_id: UUID):
    """One day of a pair of one's own project."""
    match = require_followed(request, match_id)
    noted: Contact = get_object_or_404(Contact.objects.visible_to(request.user).of(match), pk=contact_id)
    noted.match = match
    return match, noted
