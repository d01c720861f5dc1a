"""What is known of a volunteer is put right: by whoever screens her, and by herself on her own page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from access.roles import Role
from volunteers.forms.correcting import CorrectForm, OwnDetailsForm
from volunteers.models import Volunteer
from volunteers.new_links import put_right
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
@sensitive_post_parameters()
@sensitive_variables("form")
def correct(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Name, address, phone and postcode; with a new address her links are sent anew, to that one alone."""
    volunteer = require_screened(request.user, volunteer_id)
    form = CorrectForm(request.POST or None, instance=volunteer)
    if request.method == "POST" and form.is_valid():
        volunteer.refresh_from_db(fields=["email"])  # the form has written into it what was typed
        is_new_address = put_right(volunteer, **form.cleaned_data)
        messages.success(request, _what_follows(volunteer, is_new_address))
        return redirect("screening:detail", volunteer.pk)
    return render(request, "coordinators/correct.html", {"volunteer": volunteer, "form": form})


@access(Purpose.OWN_PAGE)
@sensitive_post_parameters()
@sensitive_variables("form")
def own_details(request: LinkRequest) -> HttpResponse:
    """How she is reached, and what she tells so that the right match is found."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link).with_roles())
    volunteer.refuse_unless(not volunteer.is_gone)
    form = OwnDetailsForm(request.POST or None, instance=volunteer)
    if request.method == "POST" and form.is_valid():
        volunteer.tell(**form.cleaned_data)
        messages.success(request, _("Thank you, it is saved."))
        return redirect("coordinators:own_page", request.token)
    return render(
        request, "coordinators/own_details.html", {"volunteer": volunteer, "form": form, "token": request.token}
    )


def _what_follows(volunteer: Volunteer, is_new_address: bool) -> str:
    """What was saved, and what leaves because of it."""
    if not is_new_address:
        return _("It is put right.")
    if volunteer.is_gone:
        return _("It is put right. The links sent to the former address no longer work.")
    sentence = _("It is put right. The links sent before no longer work; new ones are on their way to %(address)s.")
    return sentence % {"address": volunteer.email}
