"""Where a volunteer chooses a course by the link in a letter or of her own page, and says whether she comes."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from courses.ahead import choices_through
from courses.calendars import date_of
from courses.emails import send_answer
from courses.forms import AnswerForm
from courses.models import Attendance, Gathering
from history.moves import NotPossible
from pages.calendars import file_of
from volunteers.models import Volunteer


@access(Purpose.COURSES, Purpose.OWN_PAGE)
def courses(request: LinkRequest) -> HttpResponse:
    """The courses ahead that she still needs, and what she is asked to: yes, no, a place given back."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link).with_roles())
    form = AnswerForm(request.POST or None, gatherings=Gathering.objects.visible_through(request.link).upcoming())
    if request.method == "POST" and form.is_valid():
        answer = _says_yes if form.cleaned_data["answer"] == "yes" else _says_no
        try:
            answer(request, volunteer, form.cleaned_data["gathering"])
        except NotPossible as error:
            messages.error(request, str(error))
        return redirect("courses:courses", request.token)
    if request.method == "POST":
        messages.error(request, _("This cannot be chosen any more. Here is what can."))
    context = {
        "volunteer": volunteer,
        "choices": choices_through(request.link, volunteer),
        "token": request.token,
        "comes_from_own_page": request.link.purpose == Purpose.OWN_PAGE,
    }
    return render(request, "courses/courses.html", context)


@access(Purpose.COURSES, Purpose.OWN_PAGE, methods="GET HEAD")
def calendar(request: LinkRequest, gathering_id: UUID) -> HttpResponse:
    """Her place for her own calendar; given back or called off, the file takes it out again."""
    own = Attendance.objects.visible_through(request.link).in_the_calendar().with_gatherings()
    return file_of(date_of(get_object_or_404(own, gathering=gathering_id)), "kursus.ics")


def _says_yes(request: LinkRequest, volunteer: Volunteer, gathering: Gathering) -> None:
    attendance = gathering.book(volunteer)
    send_answer(attendance, link=settings.SITE_URL + reverse("courses:courses", args=[request.token]))
    if attendance.state == attendance.State.BOOKED:
        messages.success(request, _("You have a place. We look forward to seeing you."))
    else:
        messages.success(request, _("You are on the waiting list. We write to you when there is a place."))


def _says_no(request: LinkRequest, volunteer: Volunteer, gathering: Gathering) -> None:
    attendance = get_object_or_404(gathering.attendances.visible_through(request.link))
    attendance.give_back()
    messages.success(request, _("Thank you for telling us. You can still change your mind here."))
