"""Courses and meetings: who is asked, has a place, waits for one, and who came."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.declaration import access
from access.roles import Permission, Role, may
from courses.ahead import lists_of
from courses.emails import send_answer, send_invited
from courses.forms import ParticipantForm
from courses.models import Attendance, Gathering
from history.moves import NotPossible, why_not
from pages.undo import undoable
from volunteers.models import Volunteer
from volunteers.readiness import missing
from volunteers.screeners import require_screening


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="GET HEAD")
def gatherings(request: HttpRequest) -> HttpResponse:
    """Courses and meetings ahead, and those held."""
    visible = Gathering.objects.visible_to(request.user)
    page = Paginator(visible.past(), 20).get_page(request.GET.get("side"))
    return render(request, "courses/gatherings.html", {"upcoming": visible.ahead(), "page": page})


@access(Role.COORDINATOR, Role.SECRETARIAT)
def gathering(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """One course: those on its lists whom one knows, and a place for one more."""
    gathering = _seen(request, gathering_id)
    bookable = Volunteer.objects.screened_by(request.user).bookable_on(gathering)
    listed = gathering.attendances.visible_to(request.user).on_the_list()
    form = ParticipantForm(request.POST or None, volunteers=bookable, listed=listed)
    if request.method == "POST" and form.is_valid():
        volunteer = form.cleaned_data["volunteer"]
        require_screening(request.user, volunteer)
        try:
            attendance = gathering.book(volunteer)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            if not gathering.has_begun:
                send_answer(attendance)
            messages.success(request, what_came_of(attendance))
            return redirect("courses:gathering", gathering.pk)
    return render(
        request,
        "courses/gathering.html",
        {
            "gathering": gathering,
            "lists": lists_of(gathering, request.user),
            "bookable": bookable,
            "to_ask": Volunteer.objects.screened_by(request.user).not_asked_to(gathering).count(),
            "form": form,
            "may_change": gathering.can_be_changed and may(request.user, Permission.SET_UP_HOUSES),
        },
    )


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def invite(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Ask all of one's own whom the gathering is for and who have not been asked: a letter with a link each."""
    gathering = _seen(request, gathering_id)
    asked = 0
    for volunteer in Volunteer.objects.screened_by(request.user).not_asked_to(gathering).with_roles():
        if gathering.invite(volunteer):
            send_invited(volunteer, gathering)
            asked += 1
    sentence = ngettext("%(n)s volunteer has been asked.", "%(n)s volunteers have been asked.", asked)
    messages.success(request, sentence % {"n": asked})
    return redirect("courses:gathering", gathering.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def cannot_come(request: HttpRequest, gathering_id: UUID, attendance_id: UUID) -> HttpResponse:
    """She has said that she cannot come: the place goes to whoever waits longest."""
    attendance = _attendance(request, gathering_id, attendance_id)
    require_screening(request.user, attendance.volunteer)
    if not attendance.can_give_back:
        raise NotPossible(why_not(attendance, Attendance.State.DECLINED))
    attendance.give_back()
    name = attendance.volunteer.name
    messages.success(request, _("%(name)s is off the list. The place is free for the next.") % {"name": name})
    return redirect("courses:gathering", gathering_id)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def tick(request: HttpRequest, gathering_id: UUID, attendance_id: UUID) -> HttpResponse:
    """Tick that somebody came or did not come; ticked the other way, it is undone."""
    attendance = _attendance(request, gathering_id, attendance_id)
    require_screening(request.user, attendance.volunteer, Permission.TICK_ATTENDANCE)
    said = request.POST.get("kom")
    if said in ("ja", "nej"):
        attendance.tick(came=said == "ja", shown=request.POST.get("opened", ""), by=request.user)
        undo = reverse("courses:tick", args=[gathering_id, attendance_id])
        undoable(request, _after(attendance), undo, kom="nej" if said == "ja" else "ja")
    else:
        messages.error(request, _("Choose came or did not come: nothing has been written down."))
    return redirect("courses:gathering", gathering_id)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def tick_the_rest(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """All of one's own with a place who have not been ticked came; first those who did not are ticked one by one."""
    gathering = _seen(request, gathering_id)
    known = Volunteer.objects.screened_by(request.user)
    attendances = gathering.attendances.visible_to(request.user).filter(volunteer__in=known)
    n = attendances.tick_all_as_having_come(by=request.user)
    came = ngettext("%(n)s volunteer is ticked as having come.", "%(n)s volunteers are ticked as having come.", n)
    messages.success(request, came % {"n": n})
    return redirect("courses:gathering", gathering.pk)


def what_came_of(attendance: Attendance) -> str:
    """A place, or one on the waiting list, in a sentence."""
    if attendance.state == Attendance.State.BOOKED and attendance.gathering.has_begun:
        return _("%(name)s is on the list, and can be ticked now.") % {"name": attendance.volunteer.name}
    if attendance.state == Attendance.State.BOOKED:
        return _("The place is booked, and a letter with time and place is on its way.")
    return _("There is no place left: %(name)s is on the waiting list, and moves up by herself.") % {
        "name": attendance.volunteer.name
    }


def _seen(request: HttpRequest, gathering_id: UUID) -> Gathering:
    return get_object_or_404(Gathering.objects.visible_to(request.user), pk=gathering_id)


def _attendance(request: HttpRequest, gathering_id: UUID, attendance_id: UUID) -> Attendance:
    attendances = Attendance.objects.visible_to(request.user).with_volunteers()
    return get_object_or_404(attendances, pk=attendance_id, gathering=gathering_id)


def _after(attendance: Attendance) -> str:
    """What the tick led to, in a sentence."""
    volunteer, lacking = attendance.volunteer, missing(attendance.volunteer)
    if volunteer.state == Volunteer.State.READY and not lacking:
        return _("%(name)s is ready now.") % {"name": volunteer.name}
    if not lacking:
        return _("%(name)s: %(state)s.") % {"name": volunteer.name, "state": attendance.get_state_display()}
    return _("%(name)s: %(state)s. Still missing: %(missing)s.") % {
        "name": volunteer.name,
        "state": attendance.get_state_display(),
        "missing": ", ".join(str(step.label) for step in lacking),
    }
