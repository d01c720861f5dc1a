"""How often one may apply: a second click, a second thought and a robot get the same thank-you page."""

from datetime import timedelta

from django.http import HttpRequest

from access.attempts import Limit, count_attempt, sender_of

SAME_AGAIN = Limit("the same application", 1, timedelta(minutes=10))
PER_ADDRESS = Limit("applications of an address", 5, timedelta(hours=1))
PER_SENDER = Limit("applications from a network", 20, timedelta(hours=1))


def may_apply(request: HttpRequest, *, email: str, role) -> bool:
    """Is this one more application, and not the same again or one of too many? Counts it.

    In this order, for all alike: who waits for another's count holds no count that the other waits for.
    """
    email = email.strip().lower()
    return (
        count_attempt(SAME_AGAIN, email, str(role.pk))
        and count_attempt(PER_ADDRESS, email)
        and count_attempt(PER_SENDER, sender_of(request))
    )
