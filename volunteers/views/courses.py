"""Courses and meetings: who has a place, and who came."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role
from history.moves import NotPossible
from history.undo import undoable
from volunteers.emails import send_booked
from volunteers.forms import ParticipantForm
from volunteers.models import Attendance, Gathering, Volunteer
from volunteers.screening import missing, require_screening


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="GET HEAD")
def gatherings(request: HttpRequest) -> HttpResponse:
    """Courses and meetings ahead, and those held."""
    visible = Gathering.objects.visible_to(request.user)
    page = Paginator(visible.past(), 20).get_page(request.GET.get("side"))
    return render(request, "volunteers/gatherings.html", {"upcoming": visible.upcoming(), "page": page})


@access(Role.COORDINATOR, Role.SECRETARIAT)
def gathering(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """One course: the participants whom one knows, and a place for one more."""
    gathering = get_object_or_404(Gathering.objects.visible_to(request.user), pk=gathering_id)
    bookable = Volunteer.objects.screened_by(request.user).bookable_on(gathering)
    form = ParticipantForm(request.POST or None, volunteers=bookable)
    if request.method == "POST" and form.is_valid():
        volunteer = form.cleaned_data["volunteer"]
        require_screening(request.user, volunteer)
        try:
            gathering.book(volunteer)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            send_booked(volunteer, gathering)
            messages.success(request, _("The place is booked, and a letter with time and place is on its way."))
            return redirect("volunteers:gathering", gathering.pk)
    attendances = list(gathering.attendances.visible_to(request.user).with_volunteers())
    return render(
        request,
        "volunteers/gathering.html",
        {
            "gathering": gathering,
            "attendances": attendances,
            "others": gathering.taken - len(attendances),
            "bookable": bookable,
            "form": form,
        },
    )


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def tick(request: HttpRequest, gathering_id: UUID, attendance_id: UUID) -> HttpResponse:
    """Tick that somebody came or did not come; ticked the other way, it is undone."""
    attendance = get_object_or_404(
        Attendance.objects.visible_to(request.user).with_volunteers(), pk=attendance_id, gathering=gathering_id
    )
    require_screening(request.user, attendance.volunteer, Permission.TICK_ATTENDANCE)
    said = request.POST.get("kom")
    if said in ("ja", "nej"):
        attendance.tick(came=said == "ja", by=request.user)
        undo = reverse("volunteers:tick", args=[gathering_id, attendance_id])
        undoable(request, _after(attendance), undo, kom="nej" if said == "ja" else "ja")
    else:
        messages.error(request, _("Choose came or did not come: nothing has been written down."))
    return redirect("volunteers:gathering", gathering_id)


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
