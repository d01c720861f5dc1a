"""How often the public forms may be sent. What is taken is kept: a form that is refused says so, and loses nothing."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from access.attempts import Limit, count_attempt, sender_of
from access.requests import NewRequest

SENT_TWICE = Limit("the very same form", 1, timedelta(minutes=1))
PER_ADDRESS = Limit("applications of an address", 5, timedelta(hours=1))
PER_SENDER = Limit("applications from a network", 100, timedelta(hours=1))  # a lecture hall sends from one
PER_APPLICATION = Limit("addresses of an application that are put right", 5, timedelta(hours=1))
LINK_AGAIN = Limit("the same new link", 1, timedelta(minutes=10))
LINKS_PER_ADDRESS = Limit("new links for an address", 5, timedelta(hours=24))
LINKS_PER_SENDER = Limit("new links from a network", 20, timedelta(hours=1))


def is_one_too_many(request: HttpRequest, form: forms.BaseForm) -> bool:
    """Count one more of the network and the address; beyond a limit the form says so, and keeps what was typed.

    It is counted alike whether we know the address or not, so it tells nothing about anybody.
    """
    if _is_within(request, form.cleaned_data["email"], PER_ADDRESS, PER_SENDER):
        return False
    form.add_error(
        None, _("Many have written from here within an hour. All that you wrote is here: send it again in an hour.")
    )
    return True


def is_sent_twice(form: forms.BaseForm) -> bool:
    """The very same again within a minute, by an impatient thumb: it is kept already.

    Another name or a corrected phone is another application: maybe a double, which whoever screens is shown.
    """
    said = sorted((name, str(getattr(value, "pk", value))) for name, value in form.cleaned_data.items())
    return not count_attempt(SENT_TWICE, *(f"{name}={value}" for name, value in said))


def may_put_right(request: NewRequest, *, email: str) -> bool:
    """May one more mail go anew for an application just sent? It counts as one more application of its address, too."""
    return count_attempt(PER_APPLICATION, str(request.new_id)) and _is_within(request, email, PER_ADDRESS, PER_SENDER)


def may_ask_for_a_link(request: HttpRequest, *, email: str) -> bool:
    """Is this one more, and not the same again or one of too many? Counts it."""
    return count_attempt(LINK_AGAIN, email.strip().lower()) and _is_within(
        request, email, LINKS_PER_ADDRESS, LINKS_PER_SENDER
    )


def _is_within(request: HttpRequest, email: str, per_address: Limit, per_sender: Limit) -> bool:
    """In this order, for all alike: who waits for another's count holds no count that the other waits for."""
    return count_attempt(per_address, email.strip().lower()) and count_attempt(per_sender, sender_of(request))
