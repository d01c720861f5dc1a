"""The first meeting of a pair: arranged, moved, and in one's own calendar."""

from uuid import UUID

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from access.roles import Permission, Role, require
from history.moves import NotPossible
from matching.calendars import date_of
from matching.emails import send_first_meeting, send_meeting_called_off
from matching.forms.meetings import FirstMeetingForm
from matching.models import FirstMeeting, Match
from matching.models.first_meeting import hosts_of
from pages.calendars import file_of


@access(Role.COORDINATOR, Role.LEAD)
def first_meeting(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Arrange the first meeting, or arrange it anew: the volunteer and whoever is there get a letter."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.START_MATCH, match.project)
    arranged = FirstMeeting.objects.visible_to(request.user).of(match).first()
    as_it_is = model_to_dict(arranged) if arranged else {"accompanied_by": request.user}
    meeting = arranged or FirstMeeting(match=match)
    form = FirstMeetingForm(request.POST or None, row=meeting, hosts=hosts_of(match), initial=as_it_is)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = FirstMeeting.arrange(match, **form.cleaned_data)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            if meeting.is_news_after(arranged):
                send_first_meeting(meeting, match, arranged)
            messages.success(request, _("The first meeting is arranged, and both of those who come get a mail."))
            return redirect("coordinators:pair", match.pk)
    return render(request, "matching/first_meeting.html", {"match": match, "form": form})


@access(Role.COORDINATOR, Role.LEAD)
def call_off_first_meeting(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Say what happens, and call the first meeting off; another can be arranged."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    require(request.user, Permission.START_MATCH, match.project)
    meeting = get_object_or_404(FirstMeeting.objects.visible_to(request.user).of(match).with_hosts())
    if request.method == "POST":
        meeting.call_off(by=request.user)
        send_meeting_called_off(meeting, match)
        messages.success(request, _("The first meeting is called off, and both of those who were to come get a mail."))
        return redirect("coordinators:pair", match.pk)
    return render(request, "matching/call_off_first_meeting.html", {"match": match, "meeting": meeting})


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def calendar(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The first meeting for the calendar of whoever is there with them."""
    return _ics(get_object_or_404(FirstMeeting.objects.visible_to(request.user), match=match_id))


@access(Purpose.OWN_PAGE, methods="GET HEAD")
def own_calendar(request: LinkRequest, match_id: UUID) -> HttpResponse:
    """The first meeting for the volunteer's own calendar."""
    return _ics(get_object_or_404(FirstMeeting.objects.visible_through(request.link), match=match_id))


def _ics(meeting: FirstMeeting) -> HttpResponse:
    return file_of(date_of(meeting), "foerste-moede.ics")
