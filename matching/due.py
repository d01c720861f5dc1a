"""What falls due with the days: proposals are reminded of once and expire; match rounds are kept for two weeks."""

from datetime import date, timedelta

from django.utils import timezone

from access.links import Purpose, issue_link_by_job
from history.moves import NotPossible
from matching.emails import send_meeting_reminder, send_proposal_reminder, write_came_to_nothing
from matching.models import FirstMeeting, Match, MatchRound

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


def expire_proposals(today: date) -> int:
    """End the proposals that nobody answered in time, and tell each volunteer who had said yes. Gives how many."""
    expired = 0
    for match in Match.objects.out_of_time():
        try:
            match.expire(by="proposals")
        except NotPossible:
            continue  # answered, or ended by another run, a moment ago
        expired += 1
    for match in Match.objects.expired_and_not_told().for_link():
        if Match.objects.expired_and_not_told().filter(pk=match.pk).update(volunteer_told_on=today):
            link = issue_link_by_job(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
            write_came_to_nothing(match, link)
    return expired


def forget_rounds(_today: date) -> int:
    """Delete the rounds that have been kept long enough, and give how many."""
    return MatchRound.objects.kept_long_enough().delete()[1].get("matching.MatchRound", 0)


def remind_of_first_meetings(today: date) -> int:
    """The day before, once: the volunteer and whoever is there. Gives of how many meetings."""
    reminded = 0
    for meeting in FirstMeeting.objects.to_be_reminded(today).for_letters():
        standing = FirstMeeting.objects.filter(pk=meeting.pk, reminded_at=None, called_off_at=None)
        if standing.update(reminded_at=timezone.now()):
            link = issue_link_by_job(Purpose.OWN_PAGE, meeting.match.volunteer, "coordinators:own_page")
            send_meeting_reminder(meeting, link=link)
            reminded += 1
    return reminded
