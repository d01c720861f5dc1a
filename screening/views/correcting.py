"""A record of the screening is put right: whoever wrote it down stays, and the timeline says who put it right."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from history.moves import NotPossible, tried
from screening.forms.correcting import CorrectInterview, CorrectShadowing, CorrectSignature
from volunteers.models import Volunteer
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
def interview(request: HttpRequest, volunteer_id: UUID, interview_id: UUID) -> HttpResponse:
    """How a conversation went: by who held it alone, since its yes is one of the two that a role may ask."""
    volunteer = require_screened(request.user, volunteer_id)
    held = get_object_or_404(volunteer.interviews.visible_to(request.user).with_holders(), pk=interview_id)
    if held.by_id != request.user.pk:
        sentence = _("Only %(name)s, who held the conversation, can put it right. You can write down one of your own.")
        raise NotPossible(sentence % {"name": held.by.name})
    return _correct(request, volunteer, volunteer.interviews, interview_id, CorrectInterview)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def shadowing(request: HttpRequest, volunteer_id: UUID, shadowing_id: UUID) -> HttpResponse:
    """When she was along."""
    volunteer = require_screened(request.user, volunteer_id)
    return _correct(request, volunteer, volunteer.shadowings, shadowing_id, CorrectShadowing)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def signature(request: HttpRequest, volunteer_id: UUID, signature_id: UUID) -> HttpResponse:
    """When a paper was signed."""
    volunteer = require_screened(request.user, volunteer_id)
    return _correct(request, volunteer, volunteer.signatures.on_paper(), signature_id, CorrectSignature)


def _correct(request: HttpRequest, volunteer: Volunteer, records: Any, pk: UUID, form_class) -> HttpResponse:
    rows = records.visible_to(request.user)
    record = get_object_or_404(rows, pk=pk)
    form = form_class(request.POST or None, instance=record)
    if request.method == "POST" and form.is_valid() and tried(form, rows.put_right, pk, **form.cleaned_data):
        messages.success(request, _("It is put right."))
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/correct.html", {"volunteer": volunteer, "form": form, "record": record})
