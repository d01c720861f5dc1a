"""One volunteer, as seen by whoever screens her: what is known, and what comes next."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.links import Purpose, revoke_link
from access.roles import Permission, Role, may, require
from courses.emails import send_answer, send_choice
from courses.forms import BookingForm
from courses.views.gatherings import what_came_of
from history.moves import NotPossible, tried
from screening.card import Card, courses_for, other_roles_for, roles_for
from screening.emails import send_agreement
from screening.forms.records import AnotherRoleForm, AssignmentForm
from screening.passing_on import pass_on
from volunteers.calendars import live_feed
from volunteers.emails import send_feed_stopped, send_role_changed
from volunteers.forms.about import AboutForm
from volunteers.models import Volunteer
from volunteers.screeners import may_screen, require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT, Role.LEAD, methods="GET HEAD")
def detail(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """One volunteer: all for those who screen her; name, phone, role and ready or not for the lead and herself."""
    volunteer = get_object_or_404(Volunteer.objects.visible_to(request.user).with_roles(), pk=volunteer_id)
    if not may_screen(request.user, volunteer):
        return render(request, "screening/detail_limited.html", {"volunteer": volunteer})
    return _card(request, volunteer)


@access(Role.COORDINATOR, Role.SECRETARIAT)
@sensitive_post_parameters()
@sensitive_variables("form")
def tell(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Write down what a volunteer tells of herself for the match."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
    form = AboutForm(request.POST or None, instance=volunteer)
    if request.method == "POST" and form.is_valid():
        volunteer.tell(**form.cleaned_data)
        messages.success(request, _("What %(name)s tells is saved.") % {"name": volunteer.first_name})
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/tell.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def training(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Take an applicant into training: assigned to the role's project, and the agreement is sent."""
    volunteer = require_screened(request.user, volunteer_id)
    require(request.user, Permission.SCREEN_VOLUNTEER, volunteer.role.project)
    volunteer.take_into_training(by=request.user)
    send_agreement(volunteer)
    send_choice(volunteer)
    sentence = _("%(name)s is in training. The agreement and the choice of courses are on their way.")
    messages.success(request, sentence % {"name": volunteer.name})
    return redirect("screening:detail", volunteer.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def book(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Give a volunteer a place on an introduction course."""
    volunteer = require_screened(request.user, volunteer_id)
    form = BookingForm(request.POST or None, gatherings=courses_for(request.user, volunteer))
    if request.method == "POST" and form.is_valid():
        gathering = form.cleaned_data["gathering"]
        try:
            attendance = gathering.book(volunteer)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            send_answer(attendance)
            messages.success(request, what_came_of(attendance))
            return redirect("screening:detail", volunteer.pk)
    return _card(request, volunteer, booking_form=form)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def choice(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Send the link by which the volunteer herself chooses a course; the former link ends."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_taken_in)
    send_choice(volunteer)
    messages.success(request, _("The choice of courses is on its way. The former link no longer works."))
    return redirect("screening:detail", volunteer.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def stop_feed(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """End the address of a volunteer's own calendar: somebody else may have it. She is told, and can make a new one."""
    volunteer = require_screened(request.user, volunteer_id)
    if live_feed(volunteer):
        revoke_link(Purpose.FEED, volunteer)
        send_feed_stopped(volunteer)
    messages.success(request, _("The calendar is stopped, and %(name)s is told.") % {"name": volunteer.first_name})
    return redirect("screening:detail", volunteer.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def assign(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Assign a volunteer to one more of one's own projects."""
    volunteer = require_screened(request.user, volunteer_id)
    form = AssignmentForm(request.POST or None, roles=roles_for(volunteer, request.user))
    if request.method == "POST" and form.is_valid():
        role = form.cleaned_data["role"]
        require(request.user, Permission.SCREEN_VOLUNTEER, role.project)
        volunteer.assign(role.project, role=role, by=request.user)
        messages.success(
            request, _("%(name)s now belongs to %(project)s too.") % {"name": volunteer, "project": role.project}
        )
        return redirect("screening:detail", volunteer.pk)
    return _card(request, volunteer, assignment_form=form)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def change_role(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Another role, without a no and a new application; an applicant may go to another house. She is written to."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(not volunteer.is_gone)
    roles = other_roles_for(volunteer, request.user)
    form = AnotherRoleForm(request.POST or None, volunteer=volunteer, roles=roles)
    if request.method == "POST" and form.is_valid():
        role = form.cleaned_data["role"]
        said = {"name": volunteer.first_name, "role": role, "house": role.project.institution}
        if may(request.user, Permission.SCREEN_VOLUNTEER, role.project):
            volunteer.change_role(role, by=request.user)
            send_role_changed(volunteer, role)
            messages.success(request, _("%(name)s is written to: from now on it is “%(role)s”.") % said)
            return redirect("screening:detail", volunteer.pk)
        if tried(form, pass_on, volunteer, role, by=request.user):
            messages.success(
                request, _("%(house)s has the application of %(name)s now, and %(name)s is written to.") % said
            )
            return redirect("volunteers:list")
    return render(request, "screening/change_role.html", {"volunteer": volunteer, "form": form})


def _card(request: HttpRequest, volunteer: Volunteer, **forms) -> HttpResponse:
    card = Card(volunteer, request.user, **forms)
    return render(request, "screening/detail.html", {"volunteer": volunteer, "card": card, **forms})
