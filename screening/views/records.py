"""Record checks, being along first, and exemptions: asked for, seen, decided; never what a record says."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role
from history.moves import NotPossible
from screening.card import checks_to_ask, experienced_for
from screening.forms.records import CheckForm, ExemptionForm, SeenForm, ShadowingForm
from screening.models import RecordCheck, Shadowing
from volunteers.models import Exemption, Requirement
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
def ask_check(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Write down that a record check was asked for."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
    waiting = volunteer.record_checks.visible_to(request.user).waiting()
    form = CheckForm(request.POST or None, kinds=checks_to_ask(volunteer, request.user), waiting=waiting)
    if request.method == "POST" and form.is_valid():
        try:
            RecordCheck.ask(volunteer, kind=form.cleaned_data["kind"], by=request.user)
        except NotPossible as error:
            form.add_error("kind", str(error))
        else:
            messages.success(request, _("It is written down that the check was asked for."))
            return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/ask_check.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT)
def see_check(request: HttpRequest, volunteer_id: UUID, check_id: UUID) -> HttpResponse:
    """Write down that a record check was seen, and what came of it."""
    volunteer = require_screened(request.user, volunteer_id)
    check = get_object_or_404(volunteer.record_checks.visible_to(request.user), pk=check_id)
    check.refuse_if_decided()
    form = SeenForm(request.POST or None, instance=check)
    if request.method == "POST" and form.is_valid():
        check.see(**form.cleaned_data, by=request.user)
        messages.success(request, _("It is written down. Give the paper back, or delete the file: we keep no copy."))
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/see_check.html", {"volunteer": volunteer, "check": check, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT)
def shadowing(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Write down that a newcomer was along with somebody experienced."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_taken_in)
    form = ShadowingForm(request.POST or None, experienced=experienced_for(volunteer, request.user))
    if request.method == "POST" and form.is_valid():
        try:
            Shadowing.write(volunteer, **form.cleaned_data, by=request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It is written down: she has been along."))
            return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/shadowing.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT)
def exempt(request: HttpRequest, volunteer_id: UUID, requirement_id: UUID) -> HttpResponse:
    """Let a volunteer go without one thing that a role asks, for a time."""
    volunteer = require_screened(request.user, volunteer_id, Permission.GIVE_EXEMPTION)
    asked = Requirement.objects.visible_to(request.user).with_assignments()
    requirement = get_object_or_404(asked, pk=requirement_id, assignment__volunteer=volunteer)
    form = ExemptionForm(request.POST or None, requirement=requirement)
    if request.method == "POST" and form.is_valid():
        requirement.exempt(**form.cleaned_data, by=request.user)
        messages.success(request, _("The exemption is given. It is shown wherever the volunteer is shown."))
        return redirect("screening:detail", volunteer.pk)
    context = {"volunteer": volunteer, "requirement": requirement, "form": form}
    return render(request, "screening/exempt.html", context)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def end_exemption(request: HttpRequest, volunteer_id: UUID, exemption_id: UUID) -> HttpResponse:
    """Take an exemption back from now on."""
    volunteer = require_screened(request.user, volunteer_id, Permission.GIVE_EXEMPTION)
    given = Exemption.objects.visible_to(request.user).of(volunteer)
    get_object_or_404(given, pk=exemption_id).end(by=request.user)
    messages.success(request, _("The exemption holds no longer."))
    return redirect("screening:detail", volunteer.pk)
