"""How often a wrong password may be tried: guessing is slow, and nobody closes an account that is not the own.

A device on which somebody has logged in with the address before is counted by itself. Every other guess counts for the
address and the network together, for the address from everywhere, and for the network. No network alone reaches what
an address allows from everywhere. Past that, a known device, a passkey and the link in a mail still open; so whoever
guesses from many networks slows down strangers, and stops nobody.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from access.attempts import Limit, begins_anew_at, count_attempt, sender_of, take_back
from accounts.devices import device_of

ON_A_KNOWN_DEVICE = Limit("wrong_password_device", 10, timedelta(minutes=15))
FROM_ONE_NETWORK = Limit("wrong_password_here", 5, timedelta(minutes=15))
FROM_EVERYWHERE = Limit("wrong_password", 30, timedelta(hours=1))
OF_A_NETWORK = Limit("wrong_password_network", 100, timedelta(hours=1))
TOO_MANY = _(
    "There have been too many wrong passwords. Try again at %(time)s, or choose a new password by the link in a mail:"
    " “Forgot your password?”."
)

Count = tuple[Limit, tuple[str, ...]]


def counts_of(request: HttpRequest, address: str) -> list[Count]:
    """What a guess counts for; always in this order, so that two at once never wait for each other."""
    address = address.lower()
    if device := device_of(request, address):
        return [(ON_A_KNOWN_DEVICE, (device, address))]
    network = sender_of(request)
    return [
        (FROM_ONE_NETWORK, (address, network)),
        (FROM_EVERYWHERE, (address,)),
        (OF_A_NETWORK, (network,)),
    ]


def count_guess(request: HttpRequest, address: str) -> list[Count]:
    """Count a guess before it is looked at: of many at once just the allowed number passes. Gives what was counted."""
    counted = counts_of(request, address)
    for limit, who in counted:
        if not count_attempt(limit, *who):
            raise ValidationError(too_many(limit, *who), code="too_many_login_attempts")
    return counted


def was_no_guess(counted: list[Count]) -> None:
    """The password was right: nothing is counted."""
    for limit, who in counted:
        take_back(limit, *who)


def too_many(limit: Limit, *who: str) -> str:
    """When one may try again, and what helps at once."""
    return TOO_MANY % {"time": time_format(timezone.localtime(begins_anew_at(limit, *who)), "TIME_FORMAT")}
