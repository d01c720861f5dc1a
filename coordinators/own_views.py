"""The volunteer's own pages, by link: the page itself, the way to a calendar, and the calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose, issue_link, revoke_link
from access.requests import LinkRequest
from coordinators.feed import dates_through
from coordinators.own_page import own_page_of
from pages.calendars import answer, calendar_of
from volunteers.calendars import keep_feed_alive, live_feed
from volunteers.models import Volunteer


@access(Purpose.OWN_PAGE, methods="GET HEAD")
def own_page(request: LinkRequest) -> HttpResponse:
    """The volunteer's own page: my next step, my friend, my dates, whom I call."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link).with_roles())
    return render(
        request,
        "coordinators/own_page.html",
        {"volunteer": volunteer, "page": own_page_of(volunteer, request.link), "token": request.token},
    )


@access(Purpose.OWN_PAGE)
def calendar(request: LinkRequest) -> HttpResponse:
    """Make an address for one's own calendar, which is shown this once; a new one, or stopping, ends the former."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link))
    if request.method == "POST" and request.POST.get("act") == "stop":
        revoke_link(Purpose.FEED, volunteer)
        messages.success(request, _("The calendar is stopped: its address shows nothing any more."))
        return redirect("coordinators:calendar", request.token)
    address = issue_link(Purpose.FEED, volunteer, "coordinators:feed") if request.method == "POST" else ""
    return render(
        request,
        "coordinators/calendar.html",
        {"address": address, "webcal": f"webcal{address.removeprefix('https').removeprefix('http')}"}
        | {"token": request.token, "feed": live_feed(volunteer)},
    )


@access(Purpose.FEED, methods="GET HEAD")
def feed(request: LinkRequest) -> HttpResponse:
    """The dates of one volunteer, for her own calendar; that it is read at all is noted, once a day."""
    keep_feed_alive()
    return answer(calendar_of(dates_through(request.link), name="WeShelter"), "weshelter.ics")
