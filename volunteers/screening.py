"""What stands between a volunteer and ready: named reasons, shown as they are.

Whether each is met is asked of the database (`app.requirements_seen`), where the gates ask the same rows: so a page, a
link and a gate cannot differ, though a link may not read the conversation.
"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.roles import Permission, may
from institutions.models import Project

LABELS = {
    "interview": (_("conversation"), _("the coordinator")),
    "agreement": (_("agreement"), _("the volunteer")),
    "course": (_("introduction course"), _("the coordinator")),
}


@dataclass(frozen=True)
class Step:
    """One step on the way to ready: its name, whether it is done, whose turn it is, and whether it is the next."""

    code: str
    label: str | Promise
    done: bool
    whose: str | Promise = ""
    current: bool = False


def requirements_of(volunteers) -> dict[UUID, list[Step]]:
    """For each volunteer: conversation, agreement (the version in force) and introduction course, met or not."""
    found: dict[UUID, list[Step]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute("SELECT volunteer_id, code, met FROM app.requirements_seen(%s)", [[v.pk for v in volunteers]])
        for volunteer_id, code, met in cursor.fetchall():
            label, whose = LABELS[code]
            found[volunteer_id].append(Step(code, label, met, whose))
    return found


def missing(volunteer) -> list[Step]:
    """The requirements not yet met, in order; empty means that nothing stands between the volunteer and ready."""
    return [step for step in requirements_of([volunteer])[volunteer.pk] if not step.done]


def steps(volunteer, requirements: list[Step] | None = None) -> list[Step]:
    """The whole way as a step bar: applied, the requirements, ready; the first open one is current."""
    if requirements is None:
        requirements = requirements_of([volunteer])[volunteer.pk]
    ready = volunteer.state in {"ready", "resting"}
    way = [Step("applied", _("applied"), True), *requirements, Step("ready", _("ready"), ready)]
    first_open = next((step.code for step in way if not step.done), None)
    return [Step(step.code, step.label, step.done, step.whose, current=step.code == first_open) for step in way]


@dataclass(frozen=True)
class Waiting:
    """One volunteer in a list: what comes next, if anything, and for how many days she has waited."""

    volunteer: object
    next_step: Step | None
    days: int


def waiting(volunteers, today=None) -> list[Waiting]:
    """A page of volunteers with the next step of each, all asked in one query."""
    volunteers, today = list(volunteers), today or timezone.localdate()
    found = requirements_of(volunteers)
    return [
        Waiting(
            volunteer,
            next((step for step in found[volunteer.pk] if not step.done), None),
            (today - timezone.localdate(volunteer.applied_at)).days,
        )
        for volunteer in volunteers
    ]


def may_screen(user, volunteer, permission: Permission = Permission.SCREEN_VOLUNTEER) -> bool:
    """Whoever holds one of the volunteer's projects, and the secretariat; never the volunteer herself."""
    if volunteer.user_id == user.pk:
        return False
    return any(may(user, permission, project) for project in Project.objects.filter(pk__in=volunteer.project_ids))


def require_screening(user, volunteer, permission: Permission = Permission.SCREEN_VOLUNTEER) -> None:
    """403 unless `may_screen(...)`: for a volunteer whom one may see but not screen."""
    if not may_screen(user, volunteer, permission):
        raise PermissionDenied(permission.name)
