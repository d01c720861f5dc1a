"""The friends and tasks that a volunteer has, and for how many friends there is room."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.declaration import access
from access.roles import Role
from coordinators.open_things import open_things
from history.moves import tried
from pages.stale_forms import OnlyChanges
from volunteers.models import Volunteer
from volunteers.screeners import require_screened

MOST = 5
HOW_IT_IS = {
    "proposed": gettext_lazy("Waits for an answer."),
    "accepted": gettext_lazy("Both have said yes, and they have not met yet."),
    "running": gettext_lazy("They are friends."),
    "stand_in": gettext_lazy("Stands in for a friend, or could."),
    "duty": gettext_lazy("A task ahead."),
    "place": gettext_lazy("A course or meeting ahead."),
}


class RoomForm(OnlyChanges, forms.Form):
    """For how many friends at a time."""

    capacity = forms.IntegerField(
        label=gettext_lazy("Room for how many friends at a time?"),
        min_value=1,
        max_value=MOST,
        error_messages={"required": gettext_lazy("Write a number from 1 to 5.")},
    )

    def __init__(self, *args, volunteer: Volunteer, **kwargs) -> None:
        super().__init__(*args, row=volunteer, initial={"capacity": volunteer.capacity}, **kwargs)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def friends(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """What there is, each named to whoever may know it; and the room, not less than there are friends."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_taken_in)
    form = RoomForm(request.POST if request.method == "POST" else None, volunteer=volunteer)
    if form.is_valid() and tried(form, volunteer.make_room, form.cleaned_data["capacity"]):
        messages.success(request, _("Saved."))
        return redirect("coordinators:friends", volunteer.pk)
    things = open_things(volunteer, request.user, HOW_IT_IS)
    return render(request, "coordinators/friends.html", {"volunteer": volunteer, "form": form, "things": things})
