"""The introducing conversation: times to choose from, the choice by link, how it went, and a second person's yes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from access.roles import Role
from history.moves import NotPossible, tried, why_not
from pages.calendars import file_of
from screening.calendars import date_of
from screening.emails import (
    send_conversation_answered,
    send_conversation_booked,
    send_conversation_called_off,
    send_conversation_moved,
    send_times,
)
from screening.forms.conversations import ChooseForm, ConversationForm, MoveForm, OfferForm
from screening.models import Appointment, SecondYes
from volunteers.models import Volunteer
from volunteers.screeners import require_screened


@access(Role.COORDINATOR, Role.SECRETARIAT)
def offer(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Offer an applicant times for the conversation; the letter has a link to choose by."""
    volunteer = require_screened(request.user, volunteer_id)
    if request.method != "POST":
        volunteer.refuse_unless(volunteer.is_on_the_way)
    house = volunteer.role.project.institution
    form = OfferForm(request.POST or None, volunteer=volunteer, initial={"place": house.name})
    if request.method == "POST" and form.is_valid():
        said = {"times": form.times, "place": form.cleaned_data["place"]}
        if tried(form, lambda: send_times(Appointment.offer(volunteer, **said, by=request.user))):
            messages.success(request, _("The times are on their way to %(name)s.") % {"name": volunteer.first_name})
            return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/offer.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT)
def move_conversation(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Another time, place or holder for the conversation that is agreed; each is told what it was and what it is."""
    volunteer = require_screened(request.user, volunteer_id)
    appointment = _agreed(request, volunteer)
    form = MoveForm(request.POST or None, row=appointment, user=request.user)
    if form.is_valid() and tried(form, _move, appointment, form.cleaned_data):
        messages.success(request, _("Saved. Those who are to be there get a mail if anything has changed."))
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/move_conversation.html", {"volunteer": volunteer, "form": form})


def _move(appointment: Appointment, said: dict) -> None:
    was = appointment.move_to(said["chosen"], place=said["place"], holder=said.get("by", appointment.by))
    if appointment.is_news_after(was):
        send_conversation_moved(appointment, was)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def call_off_conversation(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Say what happens, and call the agreed conversation off; both are told."""
    volunteer = require_screened(request.user, volunteer_id)
    appointment = _agreed(request, volunteer)
    if request.method == "POST":
        appointment.call_off(by=request.user)
        send_conversation_called_off(appointment)
        messages.success(request, _("The conversation is called off, and both get a mail."))
        return redirect("screening:detail", volunteer.pk)
    context = {"volunteer": volunteer, "appointment": appointment}
    return render(request, "screening/call_off_conversation.html", context)


def _agreed(request: HttpRequest, volunteer: Volunteer) -> Appointment:
    """The conversation that is agreed and ahead; another state of it is told."""
    appointment = volunteer.appointments.visible_to(request.user).with_people().first()
    if appointment is None:
        raise NotPossible(_("No time has been chosen."))
    if not appointment.is_ahead:
        raise NotPossible(why_not(appointment))
    return appointment


@access(Role.COORDINATOR, Role.SECRETARIAT)
def conversation(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Write down that the introducing conversation was held; a good one leads on."""
    volunteer = require_screened(request.user, volunteer_id)
    if request.method != "POST":
        volunteer.refuse_unless(volunteer.is_on_the_way)
    form = ConversationForm(request.POST or None, volunteer=volunteer)
    if form.is_valid() and tried(form, volunteer.hold_conversation, **form.cleaned_data, by=request.user):
        messages.success(request, _("The conversation is written down."))
        return redirect("screening:detail", volunteer.pk)
    return render(request, "screening/conversation.html", {"volunteer": volunteer, "form": form})


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def second_yes(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Say yes as the second person, where the role asks that two decide."""
    volunteer = require_screened(request.user, volunteer_id)
    SecondYes.say(volunteer, by=request.user)
    messages.success(request, _("Your yes is written down."))
    return redirect("screening:detail", volunteer.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="GET HEAD")
def calendar(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """The booked conversation for one's own calendar."""
    volunteer = require_screened(request.user, volunteer_id)
    return _calendar(volunteer.appointments.visible_to(request.user).for_calendar())


@access(Purpose.CONVERSATION)
def choose(request: LinkRequest) -> HttpResponse:
    """Choose one of the times by link, or say that none fits; the first answer stands."""
    appointment = get_object_or_404(
        Appointment.objects.visible_through(request.link).with_people(), pk=request.link.object_id
    )
    form = ChooseForm(request.POST or None, appointment=appointment)
    none_fits = request.POST.get("answer") == "none" and appointment.is_open
    chooses = not none_fits and appointment.state == Appointment.State.OFFERED
    given_back = None
    if request.method == "POST" and (none_fits or (chooses and form.is_valid())):
        try:
            if none_fits:
                given_back = appointment.none_fits(by=appointment.volunteer)
            else:
                appointment.choose(form.cleaned_data["time"], by=appointment.volunteer)
                send_conversation_booked(appointment, request.token)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            send_conversation_answered(appointment, given_back=given_back)
            return redirect("screening:choose", request.token)
    context = {"appointment": appointment, "volunteer": appointment.volunteer, "form": form, "token": request.token}
    return render(request, "screening/choose.html", context)


@access(Purpose.CONVERSATION, Purpose.OWN_PAGE, methods="GET HEAD")
def choose_calendar(request: LinkRequest) -> HttpResponse:
    """The chosen time for one's own calendar, by the link that asked for it or from her own page."""
    return _calendar(Appointment.objects.visible_through(request.link).for_calendar())


def _calendar(appointment: Appointment | None) -> HttpResponse:
    if appointment is None:
        raise NotPossible(_("No time has been chosen."))
    return file_of(date_of(appointment), "samtale.ics")
