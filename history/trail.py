"""Leaving a row in the trail; the database itself says who acts and through which link."""

from uuid import UUID, uuid4

from django.contrib.auth.signals import user_login_failed
from django.db import connection
from django.dispatch import receiver
from django.urls import ResolverMatch
from django.utils.crypto import salted_hmac

from access.requests import SiteRequest
from history.models import AccessTrail

Action = AccessTrail.Action


def leave_trail(request: SiteRequest, action: Action) -> None:
    """Write that a page was shown or refused: its name, and the one thing that its address names."""
    if match := request.resolver_match:
        object_type, object_id = subject(match)
        write(action, match.view_name, object_type, object_id, request=request.id)


def write(
    action: Action, view: str, object_type: str = "", object_id: UUID | None = None, *, request: UUID | None = None
) -> None:
    """One row under the context of now. The app has no other way to add one, and none to change one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT app.leave_trail(%s, %s, %s, %s, %s)",
            [request or uuid4(), action.value, view[:80], object_type[:40], object_id],
        )


@receiver(user_login_failed)
def note_failed_login(credentials: dict, **_more) -> None:
    """That somebody could not log in; of the address only a keyed hash, by which attempts on one are counted."""
    address = str(credentials.get("email") or credentials.get("username") or "").strip().lower()
    hashed = UUID(bytes=salted_hmac("history.trail.address", address).digest()[:16])
    write(Action.LOGIN_FAILED, "account_login", "address", hashed)


def subject(match: ResolverMatch) -> tuple[str, UUID | None]:
    """What an address is about: `citizen_id` of our own pages, `object_id` of the admin's."""
    for name, value in match.kwargs.items():
        if name == "object_id" and match.app_names == ["admin"] and match.url_name:  # its old addresses have no name
            return match.url_name.rsplit("_", 2)[-2], _uuid(value)
        if name.endswith("_id") and isinstance(value, UUID):
            return name.removesuffix("_id"), value
    return "", None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
