"""A passkey opens the door alone, so its row carries a seal of the site: one that SQL wrote for somebody has none."""

import json

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver
from django.utils.crypto import constant_time_compare, salted_hmac


def seal_of(passkey: Authenticator) -> str:
    """What only the site can write under this credential of this user."""
    sealed = json.dumps([str(passkey.user_id), passkey.data.get("credential")], sort_keys=True)
    return salted_hmac("accounts.passkeys", sealed, algorithm="sha256").hexdigest()


def is_ours(passkey_id: int, user) -> bool:
    """Was this passkey made on our pages, by this user?"""
    passkey = Authenticator.objects.filter(pk=passkey_id, user=user).first()
    return passkey is not None and constant_time_compare(passkey.data.get("seal", ""), seal_of(passkey))


@receiver(authenticator_added)
def seal(authenticator: Authenticator, **kwargs) -> None:
    """Whoever added it has just shown who it is."""
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        authenticator.data["seal"] = seal_of(authenticator)
        authenticator.save(update_fields=["data"])
