"""How often the public forms may be sent: an exact count in the database, by hashed keys only.

django-ratelimit counted 83 to 87 at a limit of 20; one upsert counts exactly, however many come at once.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Limit:
    """At most so many of one kind within a time that begins with the first."""

    kind: str
    at_most: int
    within: timedelta


def count_attempt(limit: Limit, *who: str) -> bool:
    """Count one more for whoever it is; is it within the limit? Only a salted hash of him is kept."""
    return ask(
        "SELECT app.count_attempt(%s, %s, make_interval(secs => %s))",
        key_of(limit, *who),
        limit.at_most,
        limit.within.total_seconds(),
    )


def take_back(limit: Limit, *who: str) -> None:
    """The last one counted was none; for a count in the same transaction, which nobody else can have changed since."""
    ask("SELECT app.take_back_attempt(%s)", key_of(limit, *who))


def begins_anew_at(limit: Limit, *who: str) -> datetime:
    """When whoever it is may try again."""
    return ask("SELECT app.attempts_begin_anew(%s)", key_of(limit, *who))


def key_of(limit: Limit, *who: str) -> str:
    """What is counted under, instead of whom."""
    return salted_hmac("access.attempts", "|".join([limit.kind, *who]), algorithm="sha256").hexdigest()


def ask(question: str, *values: str | float) -> Any:
    """The one answer of a function of the database."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]


def sender_of(request: HttpRequest) -> str:
    """The network address that a form was sent from; of IPv6 the part that a household or a house is given."""
    address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
