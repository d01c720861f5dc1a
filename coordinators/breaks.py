"""A break from being a volunteer: written down by whoever screens her, or said on her own page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from access.roles import Role
from coordinators.open_things import open_things
from history.moves import NotPossible, why_not
from volunteers.forms.breaks import BreakForm
from volunteers.models import Volunteer
from volunteers.screeners import require_screened

# What becomes of each thing that has begun: it goes on, but the gates let nobody into something new who rests.
DURING_A_BREAK = {
    "proposed": gettext_lazy("It cannot become a yes during the break, and expires in time."),
    "accepted": gettext_lazy("The first meeting waits until the break is over."),
    "running": gettext_lazy("Goes on. Talk with both about how often they meet meanwhile."),
    "stand_in": gettext_lazy("Goes on. Talk about whether it still fits, and end it otherwise."),
    "duty": gettext_lazy("Stands, until it is given back."),
    "place": gettext_lazy("Stands, until it is given back."),
}


@access(Role.COORDINATOR, Role.SECRETARIAT)
def rest(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """First what goes on, by name; then the break, or another day for one that has begun."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_one_of_us)
    form = BreakForm(request.POST or None, volunteer=volunteer)
    if request.method == "POST" and form.is_valid():
        if not volunteer.rest(**form.cleaned_data, by=request.user):
            raise NotPossible(why_not(volunteer, volunteer.State.RESTING))
        sentence = _("%(name)s takes a break until %(day)s.")
        messages.success(request, sentence % {"name": volunteer.name, "day": _day(form)})
        return redirect("screening:detail", volunteer.pk)
    things = open_things(volunteer, request.user, DURING_A_BREAK)
    return render(request, "coordinators/rest.html", {"volunteer": volunteer, "form": form, "things": things})


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def come_back(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """She has said that she is back."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.come_back(by=request.user)
    messages.success(request, _("%(name)s is back, and ready.") % {"name": volunteer.name})
    return redirect("screening:detail", volunteer.pk)


@access(Purpose.OWN_PAGE)
def own_rest(request: LinkRequest) -> HttpResponse:
    """A day and nothing more; the coordinators hear of it in the next mail of what waits."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link).with_roles())
    volunteer.refuse_unless(volunteer.is_one_of_us)
    form = BreakForm(request.POST or None, volunteer=volunteer)
    if request.method == "POST" and form.is_valid():
        volunteer.rest(**form.cleaned_data, by=volunteer)
        messages.success(request, _("Enjoy the break. We ask again on %(day)s.") % {"day": _day(form)})
        return redirect("coordinators:own_page", request.token)
    return render(request, "coordinators/own_rest.html", {"volunteer": volunteer, "form": form, "token": request.token})


@access(Purpose.OWN_PAGE, methods="POST")
def own_come_back(request: LinkRequest) -> HttpResponse:
    """She says herself that she is back; the coordinators hear of it in the next mail of what waits."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link).with_roles())
    volunteer.come_back(by=volunteer)
    messages.success(request, _("Welcome back! It is good to have you."))
    return redirect("coordinators:own_page", request.token)


def _day(form: BreakForm) -> str:
    return date_format(form.cleaned_data["back_on"], _("l j F"))
