"""How allauth behaves here: nobody signs up by himself, and second-factor seeds are stored encrypted."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class InvitedOnly(DefaultAccountAdapter):
    """Users are invited; there is no sign-up page."""

    def is_open_for_signup(self, request) -> bool:
        return False


class SecondFactor(DefaultMFAAdapter):
    """Seeds under the master keys; the last factor cannot be taken away."""

    def encrypt(self, text: str) -> str:
        return master_keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return master_keys().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator) -> bool:
        return authenticator.type == authenticator.Type.WEBAUTHN


def master_keys() -> MultiFernet:
    """The keys that wrap all other keys, newest first."""
    return MultiFernet([Fernet(key) for key in settings.MASTER_KEYS])
