"""Taking the own application back, by the link of the own page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from access.declaration import PUBLIC, access
from access.links import Purpose
from access.requests import LinkRequest
from volunteers.models import Volunteer


@access(Purpose.OWN_PAGE)
def withdraw(request: LinkRequest) -> HttpResponse:
    """First what it means, then it happens; a place on a course goes to whoever waits."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link))
    volunteer.refuse_unless(volunteer.is_on_the_way)
    if request.method == "POST":
        volunteer.withdraw(by=volunteer)
        return redirect("volunteers:withdrawn")
    return render(request, "volunteers/withdraw.html", {"volunteer": volunteer, "token": request.token})


@access(PUBLIC, methods="GET HEAD")
def withdrawn(request: LinkRequest) -> HttpResponse:
    """Goodbye, and what becomes of what one wrote."""
    return render(request, "volunteers/withdrawn.html")
