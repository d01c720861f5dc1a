"""The context of every request, and the door of every view."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.views import redirect_to_login
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from access.context import set_context
from access.declaration import AGAIN, NEW, Access
from access.links import Purpose, open_link
from access.requests import JUST_MADE, LinkRequest, NewRequest, SiteRequest
from access.roles import roles_of


class ContextMiddleware:
    """One transaction around the whole response, rendering included; inside it the database knows who acts.

    ATOMIC_REQUESTS would end the transaction before a template is rendered, and a roll-back in `process_exception`
    would take the context away from the error page: so failures set a flag and the roll-back comes last.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        with transaction.atomic():
            response = self.get_response(request)
            if response.streaming:
                raise RuntimeError("a streamed response would outlive its transaction")
            if getattr(request, "has_failed", False) or response.status_code >= 500 or response.status_code == 409:
                transaction.set_rollback(True)
        if connection.in_atomic_block:  # inside a test's own transaction the keys would live on
            set_context()
        return response

    def process_exception(self, request: SiteRequest, exception: Exception) -> None:
        request.has_failed = True

    def process_view(self, request: Any, view, args, kwargs) -> HttpResponse | None:
        """What the view declares decides which kind of request this is."""
        declared: Access | None = getattr(view, "access", None)
        if declared is None:
            as_signed_in(request)
            raise Http404("no access declared")
        if request.method not in declared.methods:
            return HttpResponseNotAllowed(declared.methods)
        if declared.purposes:
            return self.by_link(request, declared, kwargs.pop("token"))
        if declared.door in {NEW, AGAIN}:
            self.as_somebody_new(request, again=declared.door is AGAIN)
            return None
        as_signed_in(request)
        return self.by_role(request, declared)

    def as_somebody_new(self, request: NewRequest, *, again: bool) -> None:
        """Anybody may fill the form in; the database takes one new row, and shows no other, nor another one again."""
        request.is_anonymous_page = True
        made = request.session.get(JUST_MADE) if again else None
        request.new_id = UUID(made) if made else uuid4()
        set_context(new_id=request.new_id, view=view_of(request))

    def by_link(self, request: LinkRequest, declared: Access, token: str) -> HttpResponse | None:
        """A live link of a declared purpose opens the page; any other gets one and the same page."""
        request.is_anonymous_page = True
        request.token = token
        set_context(link=token, view=view_of(request))
        if link := open_link(declared.purposes):
            request.link = link
            return None
        about_login = Purpose.STOP_CHANGE in declared.purposes
        return render(request, "access/dead_link.html", {"about_login": about_login}, status=404)

    def by_role(self, request: SiteRequest, declared: Access) -> HttpResponse | None:
        """Sign in first; a page that none of one's roles opens is not there."""
        if declared.door and declared.door.value == "public":
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if declared.roles and not declared.roles & roles_of(request.user):
            raise Http404("not for this role")
        return None


def as_signed_in(request: SiteRequest) -> None:
    """The context of whoever is signed in, once per request; error pages outside any view call it for navigation."""
    if not getattr(request, "has_context", False):
        request.has_context = True
        set_context(uid=request.user.pk if request.user.is_authenticated else None, view=view_of(request))


def view_of(request: HttpRequest) -> str:
    """The name of the page for the history; never its path, which may hold a token."""
    return request.resolver_match.view_name if request.resolver_match else ""
