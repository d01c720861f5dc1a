"""A login in the database: under the hash of what the browser's cookie holds, with what it holds sealed for that row.

Whoever reads the table learns no cookie, and whoever writes in it makes no login: what a row holds is signed by the
site for this key alone, so it opens nothing under another one.
"""

import hashlib

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string


def key_of(secret: str) -> str:
    """What the database keeps of a cookie: as much of its SHA-256 as a session's key has room for, 160 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()[:40]


class SessionStore(db.SessionStore):
    """Django's, but its key is no secret: the browser has one from which the key follows, and not the other way."""

    secret: str | None = None

    @classmethod
    def of(cls, secret: str | None) -> "SessionStore":
        """The session of a browser, by its cookie."""
        store = cls(key_of(secret) if secret else None)
        store.secret = secret
        return store

    def _get_new_session_key(self) -> str:
        self.secret = get_random_string(32, VALID_KEY_CHARS)
        return key_of(self.secret)

    @property
    def key_salt(self) -> str:
        return f"accounts.sessions {self.session_key}"


class SecretCookieMiddleware(SessionMiddleware):
    """Django's, but the cookie holds the secret and not the key."""

    def process_request(self, request: HttpRequest) -> None:
        request.session = SessionStore.of(request.COOKIES.get(settings.SESSION_COOKIE_NAME))

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and cookie.value:  # an empty one takes the cookie away
            secret = request.session.secret  # type: ignore[attr-defined]  # of ours, see above
            cookie.set(cookie.key, secret, secret)
        return response
