"""What a volunteer finds on her own page; all of it asked through her link, under the database's own rules."""

from dataclasses import dataclass

from django.utils import timezone

from foodclubs.models import Duty
from matching.models import Match
from notes.friend import FriendView, friend_view
from volunteers.models import Attendance
from volunteers.screening import Step, steps


@dataclass(frozen=True)
class OwnPage:
    """Her way to ready, her friends, her dates, the proposals that she has not answered."""

    steps: list[Step]
    friends: list[FriendView]
    attendances: list[Attendance]
    duties: list[Duty]
    unanswered: int


def own_page_of(volunteer, link) -> OwnPage:
    """Gather the page from volunteers, matching, food clubs and notes."""
    matches = list(Match.objects.visible_through(link).open())
    return OwnPage(
        steps=steps(volunteer),
        friends=[view for match in matches if match.is_running and (view := friend_view(match))],
        attendances=list(
            Attendance.objects.visible_through(link)
            .filter(gathering__ends_at__gte=timezone.now())
            .select_related("gathering")
            .order_by("gathering__starts_at")
        ),
        duties=list(Duty.objects.visible_through(link).upcoming()),
        unanswered=sum(match.state == Match.State.PROPOSED and not match.volunteer_yes_at for match in matches),
    )
