"""References: a referee is named by who screens or by the applicant, and answers by link."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import PUBLIC, access
from access.links import Purpose
from access.requests import LinkRequest
from access.roles import Role
from history.moves import NotPossible
from history.who import by_whom, same_before
from screening.emails import send_name_referees, send_reference
from screening.forms.records import RefereeForm, ReferenceForm
from screening.limits import refuse_too_many_referees
from screening.models import Reference
from screening.models.references import asking_about
from volunteers.models import Volunteer
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
def ask(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Name somebody who knows the applicant; a letter with three questions goes out."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
    form = RefereeForm(request.POST or None, volunteer=volunteer)
    if request.method == "POST" and form.is_valid() and _asked(form, volunteer, by=request.user):
        messages.success(request, _("The letter to the referee is on its way."))
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/ask_reference.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def ask_volunteer(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Send the applicant a link by which she names them herself."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
    send_name_referees(volunteer)
    messages.success(request, _("%(name)s gets a mail with the question.") % {"name": volunteer.first_name})
    return redirect("screening:detail", volunteer.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def take_back(request: HttpRequest, volunteer_id: UUID, reference_id: UUID) -> HttpResponse:
    """Ask this referee no more: the link dies."""
    volunteer = require_screened(request.user, volunteer_id)
    reference = get_object_or_404(volunteer.references.visible_to(request.user), pk=reference_id)
    reference.take_back(by=request.user)
    messages.success(request, _("This referee is asked no more. The link no longer works."))
    return redirect("screening:detail", volunteer.pk)


@access(Purpose.REFEREES)
def name_referee(request: LinkRequest) -> HttpResponse:
    """The applicant names somebody who knows her; the link goes on working for one more."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link).with_roles())
    form = RefereeForm(request.POST or None, volunteer=volunteer, names_herself=True)
    if request.method == "POST" and form.is_valid() and _asked(form, volunteer):
        messages.success(request, _("Thank you. We have written to %(name)s.") % {"name": form.instance.first_name})
        return redirect("screening:name_referee", request.token)
    return render(request, "screening/name_referee.html", {"volunteer": volunteer, "form": form})


@access(Purpose.REFERENCE)
@sensitive_post_parameters()
@sensitive_variables("form")
def answer(request: LinkRequest) -> HttpResponse:
    """The referee answers, once; of the applicant she is shown the first name alone."""
    reference = get_object_or_404(Reference.objects.visible_through(request.link))
    form = ReferenceForm(request.POST or None)  # never shows what the row holds
    if request.method == "POST" and form.is_valid():
        reference.answer(**form.cleaned_data, by=reference)
        return redirect("screening:reference_answered")
    return render(request, "screening/answer_reference.html", {"first_name": asking_about(), "form": form})


@access(PUBLIC, methods="GET HEAD")
def answered(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens with the answer."""
    return render(request, "screening/reference_answered.html")


def _asked(form: RefereeForm, volunteer: Volunteer, by=None) -> bool:
    """Whether the referee was named and written to; if not, the form says why."""
    named = {name: form.cleaned_data[name] for name in ("name", "email", "relation")}
    try:
        with transaction.atomic():  # what is refused does not count
            reference = Reference.ask(volunteer, **named, by=by)
            refuse_too_many_referees(volunteer, named["email"])
    except NotPossible as error:
        asked = volunteer.references.filter(email=named["email"]).exclude(state=Reference.State.WITHDRAWN)
        form.add_error("email", by_whom(error, same_before(asked)))
        return False
    send_reference(reference)
    return True
