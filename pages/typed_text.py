"""What was typed is not lost when a login ran out: it goes back to the browser that sent it, and is stored nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from access.declaration import SIGNED_IN, Access
from access.middleware import as_signed_in
from access.requests import SiteRequest

SECRET = ("password", "code", "credential")


def needs_login(view) -> bool:
    """Does the page open only for somebody who is signed in?"""
    declared: Access | None = getattr(view, "access", None)
    return declared is not None and bool(declared.roles or declared.door is SIGNED_IN)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form as they came; none at all if a password or a code is among them."""
    fields = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    if any(name.endswith(SECRET) or name.startswith(SECRET) for name, _value in fields):
        return []
    return [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]


def is_our_own_form(request: HttpRequest) -> bool:
    """Did the browser say that the form came from one of our own pages?"""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def keep_what_was_typed(request: SiteRequest, *, confirm: str = "") -> HttpResponse:
    """A page that holds the form as it was sent: sign in in another window (or `confirm` who you are), send again."""
    as_signed_in(request)
    return render(request, "parts/typed_text.html", {"fields": typed(request), "confirm": confirm}, status=403)
