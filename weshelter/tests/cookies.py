"""The tests' client keeps in its cookie what a browser keeps: the secret; Django's own would put the key there."""

from django.conf import settings
from django.http import HttpRequest
from django.test.client import ClientMixin

from accounts.sessions import SessionStore


def session_of(client: ClientMixin) -> SessionStore:
    """The session of the client's cookie; a new one where there is none."""
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    session = SessionStore.of(cookie.value if cookie else None)
    if not cookie:
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.secret
    return session


def remember(client: ClientMixin, request: HttpRequest) -> None:
    """After `force_login`: as the browser that has just logged in."""
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.secret


ClientMixin.session = property(session_of)
ClientMixin._set_login_cookies = remember
