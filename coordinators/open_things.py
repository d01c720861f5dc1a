"""What a volunteer has begun and not ended, by name: proposals and friendships, tasks ahead, places at courses.

Each is named to whoever may see it and to nobody else: the secretariat reads no citizen's name, and a coordinator
nothing of another project.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from matching.models import Match
from volunteers.models import Attendance, Volunteer

Text = str | Promise


@dataclass(frozen=True)
class OpenThing:
    """One thing: of what kind, its name, its day if it has one, what becomes of it, and its page if one may open it."""

    kind: str
    name: str
    at: datetime | None
    becomes: Text
    page: str = ""
    id: UUID | None = None


def open_things(volunteer: Volunteer, user, becomes: Mapping[str, Text]) -> list[OpenThing]:
    """All that the user may see; `becomes` says of each kind what follows from the act that is asked about."""
    return [
        *_matches(Match.objects.visible_to(user).filter(volunteer=volunteer), user, becomes),
        *_duties(volunteer.duties.visible_to(user), becomes),
        *_places(volunteer.attendances.visible_to(user), becomes),
    ]


def _matches(matches, user, becomes) -> list[OpenThing]:
    known = set(Match.objects.known_to(user).values_list("pk", flat=True).filter(pk__in=matches.values("pk")))
    found = []
    for match in matches.open().for_list().order_by("proposed_at"):
        kind = match.state if match.state in {Match.State.PROPOSED, Match.State.ACCEPTED} else "running"
        whom = match.citizen.called_name if match.pk in known else str(match.project)
        name = _("Proposal: %(whom)s") if kind == Match.State.PROPOSED else _("Friendship: %(whom)s")
        where = ("coordinators:pair", match.pk) if match.pk in known else ("", None)
        found.append(OpenThing(kind, name % {"whom": whom}, None, becomes[kind], *where))
    return found


def _duties(duties, becomes) -> list[OpenThing]:
    return [
        OpenThing(
            "duty",
            f"{duty.evening.food_club}: {duty.task}",
            duty.evening.starts_at,
            becomes["duty"],
            "foodclubs:evening",
            duty.evening_id,
        )
        for duty in duties.upcoming()
    ]


def _places(attendances, becomes) -> list[OpenThing]:
    states = Attendance.State
    ahead = attendances.filter(
        gathering__starts_at__gt=timezone.now(),
        state__in=[states.INVITED, states.WAITING, states.OFFERED, states.BOOKED],
    )
    return [
        OpenThing(
            "place",
            f"{one.gathering.title}: {one.get_state_display()}",
            one.gathering.starts_at,
            becomes["place"],
            "volunteers:gathering",
            one.gathering_id,
        )
        for one in ahead.select_related("gathering").order_by("gathering__starts_at")
    ]
