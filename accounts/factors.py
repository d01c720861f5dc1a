"""A new phone: the app moves there in one step, so that there is a factor at every moment."""

from base64 import b64encode
from typing import cast

from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import clear_totp_secret
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User


def app_of(user) -> Authenticator | None:
    """The app on a phone, if it is one of the user's factors."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()


def picture_for_app(user, secret: str) -> str:
    """What the app reads, as a picture that stands in the page itself."""
    adapter = get_mfa_adapter()
    svg = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def move_app(request: HttpRequest, app: Authenticator, secret: str) -> None:
    """From now on the codes come from the phone that holds this secret, and from no other; the user is told."""
    app.data = {"secret": get_mfa_adapter().encrypt(secret)}
    app.created_at, app.last_used_at = timezone.now(), None
    app.save()
    clear_totp_secret(request)
    get_adapter(request).send_notification_mail("accounts/email/app_moved", cast(User, request.user))
