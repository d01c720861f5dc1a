"""Emergency access: the secretariat opens one citizen for an hour, and somebody else looks at it afterwards."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.roles import Permission, Role, require
from accounts.reauthentication import fresh_login
from citizens.breakglass import SENTENCES, BreakGlass, break_glass
from citizens.models import Citizen
from coordinators.forms import EmergencyForm, ReviewForm
from history.models import AccessLog
from history.moves import NotPossible
from notes.models import Confidence
from notes.reading import EMERGENCY, open_confidence


@access(Role.SECRETARIAT, methods="GET HEAD")
def emergencies(request: HttpRequest) -> HttpResponse:
    """What waits for one's eyes, and all that was used before."""
    used = BreakGlass.objects.visible_to(request.user)
    return render(
        request,
        "coordinators/emergencies.html",
        {"waiting": used.for_page().to_be_reviewed_by(request.user), "used": used.for_page()[:50]},
    )


@access(Role.SECRETARIAT)
@fresh_login
@sensitive_post_parameters("reason")
def begin_emergency(request: HttpRequest) -> HttpResponse:
    """One citizen by number, with a reason; coordinators and colleagues are told at once."""
    require(request.user, Permission.BREAK_GLASS)
    form = EmergencyForm(request.POST or None, citizens=Citizen.objects.visible_to(request.user))
    if request.method == "POST" and form.is_valid():
        citizen, reason = form.cleaned_data["number"], form.cleaned_data["reason"]
        try:
            glass = break_glass(citizen, reason, by=request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("You have emergency access for 60 minutes. The coordinator has been told."))
            return redirect("coordinators:emergency", glass.pk)
    return render(request, "coordinators/begin_emergency.html", {"form": form})


@access(Role.SECRETARIAT, methods="GET HEAD")
def emergency(request: HttpRequest, glass_id: UUID) -> HttpResponse:
    """The citizen, to read; that something was told in confidence, to open one by one."""
    glass = _in_force(request, glass_id)
    citizen = glass.citizen
    return render(
        request,
        "coordinators/emergency.html",
        {
            "glass": glass,
            "citizen": citizen,
            "house": citizen.current_house(),
            "said": getattr(citizen, "wishes", None),
            "consents": citizen.consents.live(),
            "disclosures": citizen.disclosures.told(),
            "confidences": Confidence.objects.visible_to(request.user).about(citizen),
        },
    )


@access(Role.SECRETARIAT, methods="POST")
@sensitive_variables("text")
def open_in_emergency(request: HttpRequest, glass_id: UUID, confidence_id: UUID) -> HttpResponse:
    """Open one confidence; the text stands in this answer only, and the log calls it an emergency."""
    glass = _in_force(request, glass_id)
    told = Confidence.objects.visible_to(request.user).about(glass.citizen).for_page()
    confidence = get_object_or_404(told, pk=confidence_id)
    text = open_confidence(confidence, EMERGENCY)
    return render(
        request, "coordinators/opened_in_emergency.html", {"glass": glass, "confidence": confidence, "text": text}
    )


@access(Role.SECRETARIAT, methods="POST")
def end_emergency(request: HttpRequest, glass_id: UUID) -> HttpResponse:
    """Over before the hour is."""
    glass = get_object_or_404(BreakGlass.objects.visible_to(request.user), pk=glass_id)
    glass.end(by=request.user)
    messages.success(request, _("The emergency access has ended. A colleague looks at it afterwards."))
    return redirect("coordinators:emergencies")


@access(Role.SECRETARIAT)
def review_emergency(request: HttpRequest, glass_id: UUID) -> HttpResponse:
    """Somebody else looks at why it was used and what was opened, and closes the task."""
    glass = get_object_or_404(BreakGlass.objects.visible_to(request.user).for_page(), pk=glass_id)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        glass.review(form.cleaned_data["outcome"], by=request.user)
        messages.success(request, _("Thank you. It is written down that you have looked at it."))
        return redirect("coordinators:emergencies")
    return render(
        request,
        "coordinators/review_emergency.html",
        {
            "glass": glass,
            "opened": AccessLog.objects.visible_to(request.user).in_emergency(glass.user, glass.opened_at, glass.until),
            "form": form,
            "may_review": glass.may_be_reviewed_by(request.user),
        },
    )


def _in_force(request: HttpRequest, glass_id: UUID) -> BreakGlass:
    """One's own, as long as it lasts."""
    glass = get_object_or_404(BreakGlass.objects.visible_to(request.user).for_page(), pk=glass_id)
    if glass.user_id != request.user.pk or not glass.is_in_force:
        raise NotPossible(SENTENCES["an_emergency_is_not_prolonged"])
    return glass
