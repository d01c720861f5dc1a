"""The list of volunteers, as seen by whoever screens them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.requests import SiteRequest
from access.roles import Role, roles_of
from institutions.choices import project_choice
from institutions.models import Project
from pages.lists import ORDER, Choice, Listing
from volunteers.models import Volunteer
from volunteers.readiness import waiting

STATES = Volunteer.State
ORDERS = {"ventet": gettext_lazy("oldest application first"), "navn": gettext_lazy("by name")}
SECOND_YES, OF_NOBODY = "andet-ja", "uden-projekt"
BY = {"ventet": "applied_at", "navn": "sorted_as"}


@access(Role.COORDINATOR, Role.SECRETARIAT)
@sensitive_post_parameters("words")
@sensitive_variables("listing")
def volunteer_list(request: SiteRequest) -> HttpResponse:
    """Those on the way to ready, the oldest application first; or those in one state, or searched for."""
    begun = {"": _("On the way"), SECOND_YES: _("waiting for your second yes")}
    if Role.SECRETARIAT in roles_of(request.user):
        begun[OF_NOBODY] = _("without a project")
    states = {**begun, **dict(STATES.choices), "alle": _("all")}
    state = Choice.of(request, "tilstand", _("State"), states)
    project = project_choice(request)
    kinds = Project.Kind.choices if Role.SECRETARIAT in roles_of(request.user) else []
    kind = Choice.of(request, "slags", _("Kind"), {"": _("All kinds"), **dict(kinds)})
    order = Choice.of(request, ORDER, _("Order"), ORDERS, default="navn" if state.chosen else "ventet")
    scope = Volunteer.objects.screened_by(request.user).for_list()
    volunteers = scope.of(project.made, kind.chosen)
    if state.chosen == SECOND_YES:
        volunteers = volunteers.awaiting_second_yes(request.user)
    elif state.chosen == OF_NOBODY:
        volunteers = volunteers.without_project()
    elif state.chosen != "alle":
        volunteers = volunteers.in_state(state.chosen) if state.chosen else volunteers.awaiting_screening()
    listing = Listing(request, [state, project, kind, order])
    listing.show(scope, volunteers, by=BY[order.chosen], search=("name", "email", "phone"))
    return render(request, "volunteers/list.html", {"list": listing, "rows": waiting(listing.rows)})
