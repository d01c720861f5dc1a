"""Is it still you? Exports, break-glass and changes of one's own access want a login of the last five minutes."""

import time
from collections.abc import Callable
from functools import wraps

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from access.declaration import SIGNED_IN, access
from access.requests import SiteRequest
from history.moves import gates
from pages.typed_text import keep_what_was_typed


def is_fresh(request: HttpRequest) -> bool:
    """Has this session shown a password or a factor within the last five minutes?"""
    newest = max((record["at"] for record in get_authentication_records(request, request.user)), default=0)
    return time.time() - newest < app_settings.REAUTHENTICATION_TIMEOUT


def way_to_confirm(request: HttpRequest, then: str) -> str:
    """The address where one shows once more who one is, and goes on to `then`."""
    return f"{get_adapter().get_reauthentication_methods(request.user)[0]['url']}?{urlencode({'next': then})}"


def fresh_login(view: Callable) -> Callable:
    """Below `@access`: the page asks first; what was typed into a form that waited too long is kept in the answer.

    Put it on the page that shows the form and on the one that takes it. The suspended request of allauth is never
    used: it would store the body and the cookies of a POST in the session.
    """

    @wraps(view)
    def page(request: SiteRequest, *args, **kwargs) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            return keep_what_was_typed(request, confirm=way_to_confirm(request, "/start/"))
        return redirect(way_to_confirm(request, request.get_full_path()))

    return page


class FreshLoginToChange(ModelAdmin):
    """Mixed into the admin's pages about who has access: they are changed by somebody who has just shown who it is.

    The list may be read; its actions and the form of one row may not be begun without.
    """

    def changeform_view(self, request, *args, **kwargs):
        return fresh_login(super().changeform_view)(request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        view = super().changelist_view
        return (fresh_login(view) if request.method == "POST" else view)(request, *args, **kwargs)


def change_of_factors(view: Callable) -> Callable:
    """The declaration of a page of allauth on which one changes a factor: freshly logged in, and one factor stays."""

    @wraps(view)
    def page(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_fresh(request):
            return redirect(way_to_confirm(request, request.path))
        with gates():
            return view(request, *args, **kwargs)

    return access(SIGNED_IN)(page)
