"""Nobody works here with a password alone."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

# Pages that somebody without a second factor needs to get one, or to leave.
OPEN_WITHOUT = {"mfa_activate_totp", "account_logout", "account_reauthenticate", "set_language", "mfa_index"}


class SecondFactorMiddleware:
    """Signed in without a second factor: to the page that makes one. A session that skipped it is ended."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if settings.DEMO or not request.user.is_authenticated:
            return None
        if request.resolver_match and request.resolver_match.view_name in OPEN_WITHOUT:
            return None
        if not is_mfa_enabled(request.user):
            return redirect("mfa_activate_totp")
        if not any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user)):
            logout(request)
            return redirect("account_login")
        return None
