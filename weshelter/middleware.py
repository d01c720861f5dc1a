"""Headers of every answer, the trail of what was shown and refused, and the sentence for what is no longer possible."""

from urllib.parse import unquote, urlsplit
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import BadRequest, DisallowedHost
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import is_valid_path

from access.context import acting
from access.declaration import Access
from access.requests import SiteRequest
from history.models import AccessTrail
from history.moves import NotPossible
from history.trail import leave_trail
from pages.typed_text import typed
from weshelter.logs import request_id

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class HeadersMiddleware:
    """Headers that Django has no setting for; no page leaves a copy in a cache. Names the request for the log."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        request.id = uuid4()
        request_id.set(str(request.id))
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        if getattr(request, "has_signed_out", False):
            # Not all cookies: one holds the language, and one the farewell.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
            if CookieStorage.cookie_name not in response.cookies:  # void as it is, it would still lie there
                response.delete_cookie(CookieStorage.cookie_name, samesite=settings.SESSION_COOKIE_SAMESITE)
        return response


class HostMiddleware:
    """The site answers under its own host and port alone: under another port limits would count anew."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not {request.get_host(), _without_usual_port(request)} & set(settings.HOSTS):
            raise DisallowedHost("the host is ours, the port is not")
        return self.get_response(request)


def _without_usual_port(request: HttpRequest) -> str:
    """Some proxies name the port also where a browser leaves it out."""
    return request.get_host().removesuffix(":443" if request.is_secure() else ":80")


@receiver(user_logged_out)
def remember_signing_out(request: SiteRequest, **_more) -> None:
    """However the session ended, the browser shall forget what it kept of the pages."""
    request.has_signed_out = True


class NulMiddleware:
    """A NUL, which no text of the database can hold, is refused in an address and in a cookie (400).

    In what is posted the forms refuse it, beside the field: what was typed there is not lost.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = [request.path_info, unquote(request.META.get("QUERY_STRING", "")), *request.COOKIES.values()]
        if any("\0" in said for said in asked):
            raise BadRequest("a NUL in an address or a cookie")
        return self.get_response(request)


class DenialMiddleware:
    """What was refused behind a login or a link is written once the answer's own transaction is rolled back."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        response = self.get_response(request)
        action = {403: AccessTrail.Action.DENIED, 404: AccessTrail.Action.NOT_FOUND}.get(response.status_code)
        declared = declaration_of(request)
        if action and declared and declared.purposes:
            with acting(link=getattr(request, "token", "")):
                leave_trail(request, action)
        elif action and declared and request.user.is_authenticated:
            with acting(user=request.user):
                leave_trail(request, action)
        return response


class TrailMiddleware:
    """Each page that a role or a link opens leaves its row in the transaction of the answer: no row, no page.

    Not what is open to everybody: that shows nobody.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        response = self.get_response(request)
        declared = declaration_of(request)
        if request.method == "GET" and response.status_code == 200 and declared and not declared.door:
            leave_trail(request, AccessTrail.Action.SHOWN)
        return response


def declaration_of(request: HttpRequest) -> Access | None:
    """Who may open the page that was asked for; None if there is no such page."""
    return getattr(request.resolver_match.func, "access", None) if request.resolver_match else None


MARKS = {"opened", "shown"}  # what a form says of itself, which nobody typed


class SentenceMiddleware:
    """What is no longer possible (NotPossible) answers with its sentence and a way back; nothing is changed.

    What was typed stands on the page, and can be sent once more: nobody writes a text twice because of a colleague.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NotPossible):
            return None
        fields = typed(request)
        texts = [said for name, said in fields if " " in said.strip() and name not in MARKS]
        context = {"sentence": str(exception), "back": _way_back(request), "fields": fields, "texts": texts}
        return render(request, "weshelter/not_possible.html", context, status=409)


def _way_back(request: HttpRequest) -> str:
    """The page one came from; from a form that would say the same again, the nearest page above it."""
    here, came_from = request.build_absolute_uri("/"), urlsplit(request.META.get("HTTP_REFERER", ""))
    if not came_from.geturl().startswith(here):
        return "/"
    if came_from.path != request.path:
        return came_from.geturl()
    path = request.path
    while path != "/":
        path = path.rstrip("/").rpartition("/")[0] + "/"
        if is_valid_path(path):
            return path
    return "/"
