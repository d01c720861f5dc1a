"""A volunteer leaves: everything open by name and what becomes of it, then all of it in one act that is not undone."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.declaration import access
from access.roles import Permission, Role, may
from coordinators.open_things import OpenThing, open_things
from history.moves import NotPossible
from institutions.models import Project
from volunteers.emails import send_goodbye
from volunteers.models import Volunteer
from volunteers.screeners import require_screened

# What `app.volunteer_leaves` makes of each kind; a friendship nobody ends in passing.
WHEN_SHE_LEAVES = {
    "proposed": gettext_lazy(
        "Becomes a no thank you. If the citizen has been asked, tell that it will be somebody else."
    ),
    "accepted": gettext_lazy("Both have said yes: it is brought to an end first, so that nobody waits in vain."),
    "running": gettext_lazy("Is brought to an end first, with a goodbye: nobody just disappears."),
    "stand_in": gettext_lazy("Ends. Tell the citizen, and ask whether somebody else is wanted."),
    "duty": gettext_lazy("Is given back, and the evening needs somebody else."),
    "place": gettext_lazy("Goes to whoever waits."),
    "assignment": gettext_lazy("Ends."),
    "link": gettext_lazy("Works no longer."),
}
FIRST = {"accepted", "running"}


@dataclass(frozen=True)
class Leaving:
    """What has to be settled first, what the act settles, and the projects that somebody else holds."""

    first: list[OpenThing]
    settled: list[OpenThing]
    elsewhere: list[Project]

    @property
    def is_possible(self) -> bool:
        return not self.first and not self.elsewhere


def leaving_of(volunteer: Volunteer, user) -> Leaving:
    """As the user sees it; the database's gate asks the same of all projects."""
    things = open_things(volunteer, user, WHEN_SHE_LEAVES)
    projects = Project.objects.filter(pk__in=volunteer.project_ids).select_related("institution")
    return Leaving(
        first=[thing for thing in things if thing.kind in FIRST],
        settled=[thing for thing in things if thing.kind not in FIRST],
        elsewhere=[one for one in projects if not may(user, Permission.SCREEN_VOLUNTEER, one)],
    )


@access(Role.COORDINATOR, Role.SECRETARIAT)
def leave(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """First what is open and what becomes of it; then she has left, and a letter says thank you."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_one_of_us)
    leaving = leaving_of(volunteer, request.user)
    if request.method == "POST":
        if leaving.elsewhere:
            raise NotPossible(_("Whoever holds all the projects writes it down: the secretariat does."))
        volunteer.leave(by=request.user)
        send_goodbye(volunteer)
        messages.success(
            request, _("%(name)s has left, and a letter with our thanks is on its way.") % {"name": volunteer}
        )
        return redirect("screening:detail", volunteer.pk)
    return render(request, "coordinators/leave.html", {"volunteer": volunteer, "leaving": leaving})
