"""What the secretariat sees of the site's own work: a page that failed, so that one knows what that looks like."""

from django.db import OperationalError

from access.context import acting
from history.failures import Failure, count_failure
from weshelter.demo.past import Past, at


def let_a_page_fail(past: Past, *, by) -> None:
    """Three times within a week, and nobody has seen to it."""
    for _time in range(3):
        count_failure(Failure.Kind.PAGE, "reports:figures", OperationalError())
    with acting(user=by):
        past.date(Failure.objects.unsettled().get(), first_at=at(-6, hour=9), last_at=at(-2, hour=14))
