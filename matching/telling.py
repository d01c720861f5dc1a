"""Whoever was told that it might become something is told that it does not: before the move, while all may be known."""

from matching.emails import end_proposal_link, send_came_to_nothing, send_meeting_called_off
from matching.models import FirstMeeting, Match


def tell_that_it_came_to_nothing(match: Match, *, to_volunteer: bool) -> None:
    """A first meeting ahead is called off with its host; the volunteer hears of all of it, unless she said it."""
    meeting = FirstMeeting.objects.of(match).upcoming().first()
    if meeting:
        send_meeting_called_off(meeting, match, to_volunteer=to_volunteer)
    if to_volunteer:
        send_came_to_nothing(match)
    end_proposal_link(match)
