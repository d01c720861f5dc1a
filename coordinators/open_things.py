"""What a volunteer has begun and not ended, by name: proposals, friendships, standing in, tasks and courses ahead.

Each is named to whoever may see it and to nobody else: the secretariat reads no citizen's name, and a coordinator
nothing of another project.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from access.links import Purpose
from courses.models import Attendance
from foodclubs.models import Evening, Task
from friendships.models import StandIn
from institutions.models import Project
from matching.models import Match
from volunteers.models import Volunteer

Text = str | Promise


@dataclass(frozen=True)
class OpenThing:
    """One thing: of what kind, its name, its day if it has one, what becomes of it, and its page if one may open it."""

    kind: str
    name: str
    becomes: Text
    at: datetime | None = None
    page: str = ""
    id: UUID | None = None


def open_things(
    volunteer: Volunteer, user, becomes: Mapping[str, Text], *, at: Project | None = None
) -> list[OpenThing]:
    """All that the user may see of the kinds in `becomes`, which says what follows; at one project if it is told."""
    there = {"project": at} if at else {}
    found = [
        *_matches(volunteer, user, there),
        *_stand_ins(volunteer, user, there),
        *_duties(volunteer, user, there),
    ]
    if "place" in becomes:
        found += _places(volunteer, user)
    if "assignment" in becomes:
        assignments = volunteer.assignments.visible_to(user).in_force().with_projects()
        found += [("assignment", str(one.project)) for one in assignments]
        links = [Purpose(purpose).label for (purpose,) in _ask("live_links(%s)", volunteer)]
        found += [("link", _("Link: %(purpose)s") % {"purpose": label}) for label in links]
    return [OpenThing(kind, name, becomes[kind], *rest) for kind, name, *rest in found]


def _matches(volunteer: Volunteer, user, there: dict) -> list[tuple]:
    matches = Match.objects.visible_to(user).filter(volunteer=volunteer, **there).open()
    known = set(Match.objects.known_to(user).filter(volunteer=volunteer).values_list("pk", flat=True))
    found = []
    for match in matches.for_list().order_by("proposed_at"):
        kind = match.state if match.state in {Match.State.PROPOSED, Match.State.ACCEPTED} else "running"
        whom = match.citizen.called_name if match.pk in known else str(match.project)
        name = _("Proposal: %(whom)s") if kind == Match.State.PROPOSED else _("Friendship: %(whom)s")
        where = ("coordinators:pair", match.pk) if match.pk in known else ()
        found.append((kind, name % {"whom": whom}, None, *where))
    return found


def _stand_ins(volunteer: Volunteer, user, there: dict) -> list[tuple]:
    """Where she stands in or could: whom for, her coordinators there see on the page of the pair."""
    found = (
        StandIn.objects.open().visible_to(user).filter(volunteer=volunteer, **there).select_related("pause", "project")
    )
    name = _("Stand-in: %(project)s")
    return [
        ("stand_in", name % {"project": one.project}, None, "coordinators:pair", one.pause.match_id) for one in found
    ]


def _duties(volunteer: Volunteer, user, there: dict) -> list[tuple]:
    """Asked of the database: the secretariat sees evenings, but no task in its row."""
    tasks = dict(_ask("tasks_ahead(%s)", volunteer))
    known = set(Evening.objects.known_to(user).filter(pk__in=tasks).values_list("pk", flat=True))
    return [
        (
            "duty",
            f"{evening.food_club}: {Task.Kind(tasks[evening.pk]).label}",
            evening.starts_at,
            *(("foodclubs:evening", evening.pk) if evening.pk in known else ()),
        )
        for evening in Evening.objects.visible_to(user).filter(pk__in=tasks, **there).with_house().order_by("starts_at")
    ]


def _places(volunteer: Volunteer, user) -> list[tuple]:
    states = Attendance.State
    ahead = volunteer.attendances.visible_to(user).filter(
        gathering__starts_at__gt=timezone.now(),
        state__in=[states.INVITED, states.WAITING, states.OFFERED, states.BOOKED],
    )
    return [
        (
            "place",
            f"{one.gathering.title}: {one.get_state_display()}",
            one.gathering.starts_at,
            "courses:gathering",
            one.gathering_id,
        )
        for one in ahead.select_related("gathering").order_by("gathering__starts_at")
    ]


def _ask(function: str, volunteer: Volunteer) -> list[tuple]:
    """The rows of one of the database's functions about the volunteer."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM app.{function}", [volunteer.pk])  # noqa: S608
        return cursor.fetchall()
