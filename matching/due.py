"""What falls due with the days: proposals are reminded of once and expire; match rounds are kept for two weeks."""

from datetime import date, timedelta

from django.utils import timezone

from access.links import Purpose, issue_link_by_job
from history.moves import NotPossible
from matching.emails import send_proposal_reminder
from matching.models import Match, MatchRound

REMINDED_AFTER = timedelta(days=7)


def remind_of_proposals(today: date) -> int:
    """Remind each volunteer who has not answered, once and never again; gives how many."""
    waiting = Match.objects.awaiting_the_volunteer().filter(proposed_at__date__lte=today - REMINDED_AFTER).for_link()
    reminded = 0
    for match in waiting:
        if Match.objects.awaiting_the_volunteer().filter(pk=match.pk).update(reminded_at=timezone.now()):
            send_proposal_reminder(match, link=_link_to_answer(match))
            reminded += 1
    return reminded


def _link_to_answer(match: Match) -> str:
    """As long as the question stands."""
    return issue_link_by_job(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match, until=match.answer_by)


def expire_proposals(_today: date) -> int:
    """End the proposals that nobody answered in time; neither side is told. Gives how many."""
    expired = 0
    for match in Match.objects.out_of_time():
        try:
            match.expire(by="proposals")
        except NotPossible:
            continue  # answered, or ended by another run, a moment ago
        expired += 1
    return expired


def forget_rounds(_today: date) -> int:
    """Delete the rounds that have been kept long enough, and give how many."""
    return MatchRound.objects.kept_long_enough().delete()[1].get("matching.MatchRound", 0)
