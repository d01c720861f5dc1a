"""What a volunteer sees about a citizen: one function, for the own page, the proposal and staff's preview alike."""

import json
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection

from citizens.models import Citizen, Disclosure
from friendships.models import StandIn
from matching.models import Match
from notes.models import Guidance


@dataclass(frozen=True)
class GuidanceForFriend:
    """One approved sentence as the friend gets it."""

    id: UUID
    text: str
    acknowledged: bool


@dataclass(frozen=True)
class FriendView:
    """All that the volunteer of a match is shown about the citizen."""

    called_name: str
    house: str
    both_said_yes: bool
    lines: tuple[tuple[str, str], ...] = ()
    guidance: tuple[GuidanceForFriend, ...] = ()

    def with_draft(self, guidance: Guidance) -> "FriendView":
        """The same as it would be once this draft is approved."""
        draft = GuidanceForFriend(guidance.pk, guidance.text, acknowledged=False)
        return replace(self, guidance=(*self.guidance, draft))


def friend_view(match: Match) -> FriendView | None:
    """What the friend sees; None where whoever acts may not look, the match is over, or the consent was taken back.

    The database decides: `app.friend_view` gives the name and house of a proposal, and once both have said yes
    the lines that the citizen said yes to and the approved guidance, each only on a live consent.
    """
    return _seen("app.friend_view", match.pk)


def stand_in_view(stand_in: StandIn) -> FriendView | None:
    """What she sees who stands in for a friend: the lines, never the guidance; None before his yes and afterwards."""
    return _seen("app.stand_in_view", stand_in.pk)


def friend_preview(citizen: Citizen) -> FriendView | None:
    """What a friend would see once both have said yes, before there is one: from where the real view comes."""
    return _seen("app.friend_preview", citizen.pk)


def _seen(function: str, pk: UUID) -> FriendView | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [pk])
        found = cursor.fetchone()[0]
    if found is None:
        return None
    seen = json.loads(found) if isinstance(found, str) else found
    words = {line["line"]: line["words"] for line in seen["lines"]}
    return FriendView(
        called_name=seen["called_name"],
        house=seen["house"],
        both_said_yes=seen["both_said_yes"],
        lines=tuple((str(line.label), words[line.value]) for line in Disclosure.Line if line.value in words),
        guidance=tuple(
            GuidanceForFriend(UUID(one["id"]), one["text"], one["acknowledged"]) for one in seen["guidance"]
        ),
    )


def preview_of(guidance: Guidance, user) -> FriendView | None:
    """What today's friend sees with this guidance: a draft as if it were approved. None while there is no friend."""
    match = Match.objects.visible_to(user).running().filter(citizen=guidance.citizen_id).first()
    view = friend_view(match) if match else None
    if view and guidance.state == Guidance.State.DRAFT:
        return view.with_draft(guidance)
    return view
