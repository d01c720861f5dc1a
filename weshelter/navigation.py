"""What stands in the header: the pages of one's roles, and whose eyes one is looking with."""

from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.roles import Role, kinds_of, memberships_of, roles_of
from accounts.middleware import IDLE
from citizens.breakglass import BreakGlass
from institutions.models import Project

COORDINATOR, LEAD, SECRETARIAT = Role.COORDINATOR, Role.LEAD, Role.SECRETARIAT
FRIENDS, FOOD_CLUB = Project.Kind.FRIENDS, Project.Kind.FOOD_CLUB


class Place(NamedTuple):
    """Where work begins: what it is called, whose it is, and what the secretariat comes there for."""

    label: Promise
    name: str
    whose: set[Role]
    what_for: Promise | str = ""
    of_kind: str = ""  # a coordinator comes here for her projects of this kind; without one she has nothing to do here

    def is_for(self, user) -> bool:
        """Has one of the user's roles something to do here?"""
        mine = self.whose & roles_of(user)
        if self.of_kind and self.of_kind not in kinds_of(user):
            mine = mine - {COORDINATOR}
        return bool(mine)


PAGES = [
    Place(_("My desk"), "coordinators:desk", {COORDINATOR}),
    Place(_("My house"), "coordinators:my_house", {LEAD}),
    Place(
        _("Volunteers"),
        "volunteers:list",
        {COORDINATOR, SECRETARIAT},
        _("From application to ready: the conversation, the agreement, the course and the project."),
    ),
    Place(_("Citizens"), "citizens:list", {COORDINATOR, LEAD}, of_kind=FRIENDS),
    Place(_("Matches"), "matching:list", {COORDINATOR}, of_kind=FRIENDS),
    Place(_("Food clubs"), "foodclubs:list", {COORDINATOR, LEAD}, of_kind=FOOD_CLUB),
    Place(
        _("Courses"),
        "courses:gatherings",
        {SECRETARIAT, COORDINATOR},
        _("Who has a place at a course or meeting, and who came."),
    ),
    Place(
        _("Figures"),
        "reports:figures",
        {SECRETARIAT, COORDINATOR, LEAD},
        _("Numbers for funders, by period, house and project. Never a name."),
    ),
    Place(
        _("Emergency access"),
        "coordinators:emergencies",
        {SECRETARIAT},
        _("What colleagues have opened in an emergency, and what you must look at."),
    ),
    Place(
        _("Access log"),
        "coordinators:log",
        {SECRETARIAT},
        _("Who has read what is confidential, and whether the log is whole."),
    ),
    Place(
        _("Operation"),
        "operation",
        {SECRETARIAT},
        _("Whether the site does its work: what failed, and how often."),
    ),
    Place(_("Administration"), "admin:index", {SECRETARIAT}),
]
# Where the secretariat's work begins as well, too seldom for the header.
SELDOM = [
    Place(
        _("Without the agreement"),
        "screening:lacking_agreement",
        {SECRETARIAT},
        _("Volunteers who have not signed the version of the agreement that is asked for now."),
    ),
    Place(
        _("Waiting for a role"),
        "volunteers:awaited_roles",
        {SECRETARIAT},
        _("Those who would like to hear when a closed role opens; when it does, write to them."),
    ),
    Place(
        _("Enter a volunteer"),
        "volunteers:enter",
        {SECRETARIAT},
        _("From an application on paper, or somebody who has been with a house for years."),
    ),
    Place(
        _("What two friends can do together"),
        "friendships:activities",
        {SECRETARIAT},
        _("Activities that are offered, each project's budget, and what is used of it."),
    ),
    Place(
        _("Who is away"),
        "coordinators:who_is_away",
        {SECRETARIAT},
        _("Who has it meanwhile, what nobody has, and who has not logged in for a month."),
    ),
    Place(
        _("Use emergency access"),
        "coordinators:begin_emergency",
        {SECRETARIAT},
        _("Open one citizen for an hour, with a reason, when somebody is in danger."),
    ),
    Place(
        _("Changes of access"),
        "accounts:changes",
        {SECRETARIAT},
        _("A login to reset, another address, one more of the secretariat. It takes two of you and a day."),
    ),
    Place(
        _("Reset a login"),
        "accounts:ask_way_back",
        {SECRETARIAT},
        _("For a colleague who has lost phone, passkeys and codes."),
    ),
    Place(
        _("Another e-mail address"),
        "accounts:ask_address",
        {SECRETARIAT},
        _("For a colleague who no longer gets at the old mailbox."),
    ),
    Place(
        _("One more of the secretariat"),
        "accounts:ask_secretariat",
        {SECRETARIAT},
        _("For somebody who logs in already."),
    ),
]


@dataclass(frozen=True)
class Page:
    """One entry of the header."""

    label: str
    url: str
    is_current: bool


def navigation(request: HttpRequest) -> dict:
    """The pages of the header, the scope in use, and whether this is the demo. A link's page has neither."""
    known = hasattr(request, "user") and request.user.is_authenticated  # a request refused at the door has no user
    anonymous = getattr(request, "is_anonymous_page", False) or not known
    if anonymous:
        show_login = not hasattr(request, "token")
        return {"navigation": [], "scope_label": "", "show_login": show_login, **demo()}
    pages = [(place.label, reverse(place.name)) for place in PAGES if place.is_for(request.user)]
    return {
        "navigation": [Page(str(label), url, request.path.startswith(url)) for label, url in pages],
        "scope_label": scope_label(request.user),
        "show_login": False,
        **demo(),
        "idle_seconds": IDLE // 2,  # half of it: a page younger than this need not ask whether one is still signed in
    }


def demo() -> dict:
    """What the banner says: that this is the demo, and whether it asks for second factors."""
    return {"demo": settings.DEMO, "demo_asks_factor": settings.DEMO_ASKS_FACTOR}


def secretariats_pages() -> list[Place]:
    """The one list of the secretariat's pages outside the admin, with what each is for."""
    return [place for place in [*PAGES, *SELDOM] if SECRETARIAT in place.whose and place.name != "admin:index"]


def emergency(request: HttpRequest) -> dict:
    """Emergency access, on every page of whoever has it; when it is over, on a colleague's, to be looked at."""
    asks = hasattr(request, "user") and not getattr(request, "is_anonymous_page", False)
    if not asks or Role.SECRETARIAT not in roles_of(request.user):
        return {"emergency": None}
    return {"emergency": BreakGlass.objects.visible_to(request.user).to_show(request.user)}


def scope_label(user) -> str:
    """The roles and places that the user looks with: "Coordinator: Network friends, RG60"."""
    parts = [str(_("Secretariat"))] if user.is_secretariat else []
    for membership in memberships_of(user):
        where = membership.project or membership.institution
        parts.append(f"{membership.get_role_display().capitalize()}: {where}")
    return " · ".join(parts)
