"""Two of whom nobody hears have been asked how it goes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.models import Asked, Contact
from friendships.views.own_match import require_followed
from pages.undo import undoable


@access(Role.COORDINATOR, methods="POST")
def asked(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The coordinator has asked today; the desk says no more of it until they had the time to meet."""
    match = require_followed(request, match_id)
    Asked.write(match, by=request.user, after_a_wish=Contact.is_rest_wished(match, request.user))
    undoable(request, _("Saved: you have asked today."), reverse("friendships:not_asked", args=[match.pk]))
    return redirect("coordinators:pair", match.pk)


@access(Role.COORDINATOR, methods="POST")
def not_asked(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Nobody has asked today after all: the pair stands on the desk as before."""
    match = require_followed(request, match_id)
    get_object_or_404(Asked.objects.of_today().visible_to(request.user).of(match)).take_back()
    messages.success(request, _("Taken back: they stand on your desk again."))
    return redirect("coordinators:pair", match.pk)
