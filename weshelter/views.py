"""The front page, a house's page, and the pages of errors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static

from access.declaration import PUBLIC, access
from access.middleware import as_signed_in
from access.requests import SiteRequest
from access.roles import Role, roles_of
from foodclubs.models import Evening
from institutions.models import Institution
from pages.typed_text import is_our_own_form, keep_what_was_typed, needs_login, typed
from volunteers.models import RoleProfile


@access(PUBLIC, methods="GET HEAD")
def front(request: HttpRequest) -> HttpResponse:
    """What a network friend and a food club are, where one meets us, and how to become a volunteer."""
    return render(
        request,
        "weshelter/front.html",
        {"houses": Institution.objects.open(), "evenings": Evening.objects.upcoming()[:3]},
    )


@access(PUBLIC, methods="GET HEAD")
def house(request: HttpRequest, slug: str) -> HttpResponse:
    """One house: what it is, when one meets us, what one can join there, and its next evenings."""
    house = get_object_or_404(Institution.objects.open(), slug=slug)
    return render(
        request,
        "weshelter/house.html",
        {
            "house": house,
            "roles": RoleProfile.objects.open().at(house),
            "evenings": Evening.objects.upcoming().at(house),
        },
    )


@access(PUBLIC, methods="GET HEAD")
def start(request: HttpRequest) -> HttpResponse:
    """Where one's work begins: the desk, the house, the administration; without a role, a page that says so."""
    roles = roles_of(request.user)
    for role, page in (
        (Role.COORDINATOR, "coordinators:desk"),
        (Role.LEAD, "coordinators:my_house"),
        (Role.SECRETARIAT, "admin:index"),
    ):
        if role in roles:
            return redirect(page)
    return render(request, "weshelter/no_role.html") if request.user.is_authenticated else redirect("front")


@access(PUBLIC, methods="GET HEAD")
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look by themselves."""
    return redirect(static("favicon.svg"))


def not_found(request: SiteRequest, exception) -> HttpResponse:
    """The same page, byte for byte, for what is not there and for what one may not see."""
    as_signed_in(request)
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception) -> HttpResponse:
    """For what one may see but not do."""
    return render(request, "403.html", status=403)


def csrf_failed(request: SiteRequest, reason: str = "") -> HttpResponse:
    """A form that waited too long gets back what was typed into it; one that came from elsewhere gets nothing."""
    if (
        is_our_own_form(request)
        and needs_login(request.resolver_match and request.resolver_match.func)
        and typed(request)
    ):
        return keep_what_was_typed(request)
    return render(request, "weshelter/csrf_failed.html", status=403)
