"""How often the public forms may be sent: a second click, a second thought and a robot get the same thank-you page."""

from datetime import timedelta

from django.http import HttpRequest

from access.attempts import Limit, count_attempt, sender_of

SAME_AGAIN = Limit("the same application", 1, timedelta(minutes=10))
PER_ADDRESS = Limit("applications of an address", 5, timedelta(hours=1))
PER_SENDER = Limit("applications from a network", 20, timedelta(hours=1))
INTEREST_AGAIN = Limit("the same interest", 1, timedelta(minutes=10))
LINK_AGAIN = Limit("the same new link", 1, timedelta(minutes=10))
LINKS_PER_ADDRESS = Limit("new links for an address", 5, timedelta(hours=24))
LINKS_PER_SENDER = Limit("new links from a network", 20, timedelta(hours=1))


def may_apply(request: HttpRequest, *, email: str, role) -> bool:
    """Is this one more application, and not the same again or one of too many? Counts it."""
    return _is_within(request, email, SAME_AGAIN, PER_ADDRESS, PER_SENDER, role.pk)


def may_show_interest(request: HttpRequest, *, email: str, role) -> bool:
    """The same for interest in a closed role, which counts together with the applications."""
    return _is_within(request, email, INTEREST_AGAIN, PER_ADDRESS, PER_SENDER, role.pk)


def may_ask_for_a_link(request: HttpRequest, *, email: str) -> bool:
    """The same for a new link to one's own page."""
    return _is_within(request, email, LINK_AGAIN, LINKS_PER_ADDRESS, LINKS_PER_SENDER)


def _is_within(request: HttpRequest, email: str, again: Limit, per_address: Limit, per_sender: Limit, *about) -> bool:
    """In this order, for all alike: who waits for another's count holds no count that the other waits for."""
    email = email.strip().lower()
    return (
        count_attempt(again, email, *map(str, about))
        and count_attempt(per_address, email)
        and count_attempt(per_sender, sender_of(request))
    )
