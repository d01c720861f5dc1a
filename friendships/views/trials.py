"""The trial: looked back at on its day, gone on with, or given more time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.forms.trials import LookBackForm
from friendships.views.own_match import require_followed
from history.moves import NotPossible, tried, why_not


@access(Role.COORDINATOR)
def look_back(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Both have been asked: they go on, or need more time. To end it is a page of its own."""
    match = require_followed(request, match_id)
    if not match.is_tried:
        raise NotPossible(why_not(match, match.State.ACTIVE))
    form = LookBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and tried(form, form.say, match, by=request.user):
        goes_on = form.cleaned_data["answer"] == "goes_on"
        messages.success(request, _("They are friends. The trial is over.") if goes_on else _("Saved: the new day."))
        return redirect("coordinators:pair", match.pk)
    return render(request, "friendships/look_back.html", {"match": match, "form": form})
