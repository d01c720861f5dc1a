"""Breaking the glass in a test."""

from access.context import acting
from citizens.breakglass import BreakGlass, break_glass
from citizens.emails import send_emergency

WHY = "Bo er ikke set i tre dage, og Karen er på ferie"


def use(cast, citizen=None, *, by=None, why=WHY) -> BreakGlass:
    by = by or cast.sille
    with acting(user=by):
        glass = break_glass(citizen or cast.bo, why, tell=send_emergency, by=by)
        return BreakGlass.objects.get(pk=glass.pk)
