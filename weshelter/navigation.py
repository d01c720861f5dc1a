"""What stands in the header: the pages of one's roles, and whose eyes one is looking with."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from access.roles import Role, memberships_of, roles_of
from accounts.middleware import IDLE
from citizens.breakglass import BreakGlass

COORDINATOR, LEAD, SECRETARIAT = Role.COORDINATOR, Role.LEAD, Role.SECRETARIAT
PAGES = [
    (_("My desk"), "coordinators:desk", {COORDINATOR}),
    (_("My house"), "coordinators:my_house", {LEAD}),
    (_("Volunteers"), "volunteers:list", {COORDINATOR, SECRETARIAT}),
    (_("Citizens"), "citizens:list", {COORDINATOR, LEAD}),
    (_("Matches"), "matching:list", {COORDINATOR}),
    (_("Food clubs"), "foodclubs:list", {COORDINATOR, LEAD}),
    (_("Courses"), "volunteers:gatherings", {SECRETARIAT, COORDINATOR}),
    (_("Figures"), "reports:figures", {SECRETARIAT, COORDINATOR, LEAD}),
    (_("Emergency access"), "coordinators:emergencies", {SECRETARIAT}),
    (_("Access log"), "coordinators:log", {SECRETARIAT}),
    (_("Administration"), "admin:index", {SECRETARIAT}),
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
        show_login = not hasattr(request, "link")
        return {"navigation": [], "scope_label": "", "show_login": show_login, "demo": settings.DEMO}
    roles = roles_of(request.user)
    pages = [(label, reverse(name)) for label, name, whose in PAGES if whose & roles]
    return {
        "navigation": [Page(str(label), url, request.path.startswith(url)) for label, url in pages],
        "scope_label": scope_label(request.user),
        "show_login": False,
        "demo": settings.DEMO,
        "idle_seconds": IDLE // 2,  # half of it: a page younger than this need not ask whether one is still signed in
    }


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
