"""Headers of every answer, and the plain sentence for what is no longer possible."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from history.moves import NotPossible

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class HeadersMiddleware:
    """Headers that Django has no setting for; no page leaves a copy in a cache."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


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
