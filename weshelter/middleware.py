"""Headers of every answer, and the plain sentence for what is no longer possible."""

from uuid import uuid4

from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from history.moves import NotPossible
from weshelter.logs import request_id

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class HeadersMiddleware:
    """Headers that Django has no setting for; no page leaves a copy in a cache. Names the request for the log."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.id = uuid4()  # type: ignore[attr-defined]
        request_id.set(str(request.id))  # type: ignore[attr-defined]
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        if getattr(request, "has_signed_out", False):
            # Not the cookies: the session's is gone already, and the others hold the language and the farewell.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


@receiver(user_logged_out)
def remember_signing_out(request: HttpRequest, **_more) -> None:
    """However the session ended, the browser shall forget what it kept of the pages."""
    request.has_signed_out = True  # type: ignore[attr-defined]


class SentenceMiddleware:
    """What is no longer possible (NotPossible) answers with its sentence and a way back; nothing is changed."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NotPossible):
            return None
        back = request.META.get("HTTP_REFERER", "")
        back = back if back.startswith(request.build_absolute_uri("/")) else "/"
        return render(request, "weshelter/not_possible.html", {"sentence": str(exception), "back": back}, status=409)
