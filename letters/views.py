"""The demo's Postkasse; elsewhere it is not there."""

from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from access.declaration import PUBLIC, access
from letters.postbox import letters_in


@access(PUBLIC, methods="GET HEAD")
def postbox(request: HttpRequest) -> HttpResponse:
    """Every message that the demo sent, with its working links: volunteers act only by link."""
    if not settings.DEMO:
        raise Http404
    to = request.GET.get("til", "")
    letters = letters_in(Path(settings.EMAIL_FILE_PATH), site=settings.SITE_URL)
    shown = Paginator([one for one in letters if to in ("", one.to)], 20)
    page = shown.get_page(request.GET.get("side"))
    addresses = sorted({one.to for one in letters})
    return render(request, "letters/postbox.html", {"page": page, "addresses": addresses, "to": to})
