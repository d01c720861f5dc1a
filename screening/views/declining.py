"""Saying no to an applicant: the reason for ourselves, and a kind letter that is read before it goes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from history.moves import tried
from screening.emails import send_declined
from screening.forms.declining import DeclineForm, ReasonForm
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
def decline(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Choose the reason, which brings its letter; edit the letter; then it happens. The reason is in no address."""
    volunteer = require_screened(request.user, volunteer_id)
    if request.method != "POST":
        volunteer.refuse_unless(volunteer.is_on_the_way)
    why = ReasonForm(request.POST if "choose" in request.POST else None)
    if request.method != "POST" or (why.is_bound and not why.is_valid()):
        return render(request, "screening/decline.html", {"volunteer": volunteer, "form": why})
    chosen = why.cleaned_data["reason"] if why.is_bound else ""
    form = DeclineForm(None if why.is_bound else request.POST, volunteer=volunteer, reason=chosen, by=request.user)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("reason", "offered")}
        if tried(form, volunteer.decline, **said, by=request.user):
            send_declined(volunteer, letter=form.cleaned_data["letter"], offered=said["offered"])
            messages.success(request, _("The application is declined, and the letter is on its way."))
            return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/decline_letter.html", {"volunteer": volunteer, "form": form})
