"""The access log: all of it for the secretariat, one's own for everybody else; and who has read about one citizen."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.declaration import access
from access.roles import Role, roles_of
from accounts.models import User
from citizens.models import Citizen
from coordinators.forms import LogForm
from history.models import AccessLog, AccessTrail, failed_logins
from notes.readers import readers_of
from notes.reading import PURPOSES

ROWS = 50
# What a row may be about, in words.
ABOUT = {
    "citizen": _("citizen"),
    "confidence": _("confidential message"),
    "guidance": _("guidance"),
    "match": _("match"),
    "volunteer": _("volunteer"),
    "evening": _("evening"),
    "gathering": _("course or meeting"),
    "reports.Figure": _("figures"),
}


@access(Role.SECRETARIAT, Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def access_log(request: HttpRequest) -> HttpResponse:
    """Newest first: what was opened, or by choice what was shown and refused. Ids, never a name of a citizen."""
    may_choose = Role.SECRETARIAT in roles_of(request.user)
    form = LogForm(request.GET, users=User.objects.order_by("name") if may_choose else None)
    model: Any = AccessTrail if form.chosen("action") in AccessTrail.Action.values else AccessLog
    chosen = model.objects.visible_to(request.user).chosen(
        action=form.chosen("action"), user=form.chosen("user"), month=form.chosen("month")
    )
    rows = list(chosen.before(request.GET.get("before"))[: ROWS + 1])
    return render(
        request,
        "coordinators/log.html",
        {
            "form": form,
            "rows": [(row, ABOUT.get(row.object_type, row.object_type), _what_for(row)) for row in rows[:ROWS]],
            "older": rows[ROWS - 1].key if len(rows) > ROWS else "",
            "failed_logins": failed_logins() if may_choose else None,
            "sees_all": may_choose,
        },
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def who_has_read(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """A print for the citizen who asks: who has read about me?"""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    openings, readers = readers_of(citizen)
    return render(
        request,
        "coordinators/who_has_read.html",
        {"citizen": citizen, "openings": openings, "readers": readers, "today": timezone.localdate()},
    )


def _what_for(row: AccessLog | AccessTrail) -> str:
    """The purpose of an opening, the page of the rest."""
    return row.view if isinstance(row, AccessTrail) else str(PURPOSES.get(row.purpose, row.purpose))
