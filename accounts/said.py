"""A sentence is said to whoever is signed in at that moment, and to nobody who sits down at the computer afterwards."""

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.core.signing import TimestampSigner, get_cookie_signer


class WithinOneSession(CookieStorage):
    """In the browser alone, and signed for the session: however that ended, for the next one the cookie is void.

    So the names in a sentence lie in no table.
    """

    @property
    def signer(self) -> TimestampSigner:
        """Made anew each time: the farewell is asked for within the session and stored when it has ended."""
        return get_cookie_signer(salt=f"{self.key_salt}|{self.request.session.session_key}")

    @signer.setter
    def signer(self, _one_for_all: TimestampSigner) -> None:
        """Django's own is not used."""


class Said(FallbackStorage):
    """What is too long for the cookie waits in the session, and is read together with it or not at all."""

    storage_classes = (WithinOneSession, SessionStorage)
