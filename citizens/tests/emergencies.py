"""Breaking the glass in a test."""

from django.core.management import call_command

from access.context import acting
from citizens.breakglass import BreakGlass, break_glass

WHY = "Bo er ikke set i tre dage, og Karen er på ferie"


def use(cast, citizen=None, *, by=None, why=WHY) -> BreakGlass:
    by = by or cast.sille
    with acting(user=by):
        glass = break_glass(citizen or cast.bo, why, by=by)
        return BreakGlass.objects.get(pk=glass.pk)


def work(as_login) -> None:
    """All that waits for the worker is done, and what comes of it."""
    as_login("jobs")
    call_command("work", once=True)
    as_login("app")
