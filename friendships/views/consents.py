"""A consent is taken back: what follows is said first, and whoever had been told of what it carried is told anew."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from citizens.models import Consent
from friendships.models import Pause
from friendships.models.consents import FORGOTTEN_WITHIN, is_seen_no_more, match_resting_on
from friendships.views.own_match import require_followed
from matching.models import Match
from matching.telling import tell_that_it_came_to_nothing


@access(Role.COORDINATOR, Role.LEAD)
def withdraw_consent(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """A proposal is called back and a friendship rests, at once; the page says so before."""
    consent = get_object_or_404(Consent.objects.for_page().visible_to(request.user), pk=consent_id)
    citizen = consent.citizen
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(citizen, request.user))
    match = match_resting_on(consent, request.user)
    is_unmet = match is not None and match.state not in Match.BEGUN
    if request.method != "POST":
        days = FORGOTTEN_WITHIN.days
        context = {"consent": consent, "match": match, "is_unmet": is_unmet, "days": days}
        return render(request, "friendships/withdraw_consent.html", context)
    if match and is_unmet and not consent.withdrawn_at:  # first the mails: afterwards a lead knows neither of them
        tell_that_it_came_to_nothing(match, to_volunteer=True)
    consent.withdraw(by=request.user)
    messages.success(request, _("The consent is withdrawn; what rested on it is hidden from now on."))
    if is_seen_no_more(citizen, request.user):
        return redirect("coordinators:my_house")
    return redirect("coordinators:citizen", citizen.pk)


@access(Role.COORDINATOR, methods="POST")
def volunteer_is_told(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The coordinator has told the volunteer that the friendship rests, and never why."""
    match = require_followed(request, match_id)
    Pause.tell_the_volunteer(match)
    messages.success(request, _("Saved: %(name)s knows it.") % {"name": match.volunteer.first_name})
    return redirect("coordinators:pair", match.pk)
