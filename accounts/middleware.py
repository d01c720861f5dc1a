"""Nobody works here with a password alone, and nobody stays signed in behind an empty chair."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from access.requests import SiteRequest
from pages.typed_text import is_our_own_form, keep_what_was_typed, needs_login, typed

IDLE = 30 * 60
IN_ALL = 8 * 60 * 60
BETWEEN_WRITES = 60  # the last page is noted at most once a minute


# Pages that somebody without a second factor needs to get one, or to leave.
OPEN_WITHOUT = {
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_logout",
    "account_reauthenticate",
    "set_language",
    "mfa_index",
    "accounts:address",
    "accounts:call_off_address",
    "accounts:confirm_address",
    "accounts:alive",
}


def asks_second_factor() -> bool:
    """Everywhere but in the demo, which asks when it is started with MFA=1."""
    return not settings.DEMO or settings.DEMO_ASKS_FACTOR


@receiver(user_logged_in)
def begin(request: HttpRequest, **kwargs) -> None:
    """A session knows since when it lasts."""
    request.session["began_at"] = request.session["seen_at"] = time.time()


@receiver(authenticator_added)
def shown_while_added(request: HttpRequest, user, authenticator: Authenticator, **kwargs) -> None:
    """Who has just set up the first factor has shown it, and need not log in again at once."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def is_over(session: SessionBase, now: float) -> bool:
    """30 minutes without a page, or 8 hours in all; a session that does not know its age is over."""
    return now - session.get("seen_at", 0) > IDLE or now - session.get("began_at", 0) > IN_ALL


class SessionLimitsMiddleware:
    """Ends a session that is over. A form sent by somebody signed out meanwhile is answered with what was typed."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            now = time.time()
            if is_over(request.session, now):
                logout(request)
            elif now - request.session["seen_at"] > BETWEEN_WRITES:
                request.session["seen_at"] = now
        return self.get_response(request)

    def process_view(self, request: SiteRequest, view, args, kwargs) -> HttpResponse | None:
        if request.method != "POST" or request.user.is_authenticated or not needs_login(view):
            return None
        return keep_what_was_typed(request) if is_our_own_form(request) and typed(request) else None


class SecondFactorMiddleware:
    """Signed in without a second factor: to the page that makes one. A session that skipped it is ended."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not asks_second_factor() or not request.user.is_authenticated:
            return None
        if not is_mfa_enabled(request.user):
            is_open = request.resolver_match is not None and request.resolver_match.view_name in OPEN_WITHOUT
            return None if is_open else redirect("mfa_activate_totp")
        if not any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user)):
            logout(request)
            return redirect("account_login")
        return None
