"""What the secretariat sees of the site's own work: a page that failed, and a mail that came back."""

from datetime import timedelta

from django.db import OperationalError
from django.utils import timezone

from access.context import acting
from history.failures import Failure, count_failure
from letters.models import Message
from weshelter.demo.past import Past, at


def let_a_page_fail(past: Past, *, by) -> None:
    """Three times within a week, and nobody has seen to it."""
    for _time in range(3):
        count_failure(Failure.Kind.PAGE, "reports:figures", OperationalError())
    with acting(user=by):
        past.date(Failure.objects.unsettled().get(), first_at=at(-6, hour=9), last_at=at(-2, hour=14))


def let_a_mail_come_back(past: Past, *, by) -> None:
    """An applicant has written the own address wrong, and nobody has decided yet."""
    with acting(user=by):
        message = Message.objects.filter(kind="application_received").latest("made_at")
        past.date(message, state="refused", fault="refused", made_at=timezone.now() - timedelta(hours=3))
