"""Whose address it is: who uses the link that was mailed there reads the mail there."""

from allauth.account.signals import password_reset
from django.dispatch import receiver

from accounts.models import User


@receiver(password_reset)
def proved_by_the_link(user: User, **kwargs) -> None:
    """An invitation and a forgotten password end on the same page: the mailed link was used, by a POST."""
    user.prove_address()
