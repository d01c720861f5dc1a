"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval, listed, moves
from citizens.wordings import TICKS_MAY_BE_TOLD
from matching.models import Match
from matching.models.answering import ANSWERED_WITHIN

WAITS = f"m.state = 'proposed' AND m.proposed_at > now() - {interval(ANSWERED_WITHIN)}"

VALUES = {
    "MATCH_MOVES": moves(Match.MOVES),
    "MATCH_OPEN": listed(Match.OPEN),
    "MATCH_RUNNING": listed(Match.RUNNING),
    "MATCH_COUNTS": f"(m.state IN {listed(Match.RUNNING)} OR {WAITS})",
    "ANSWERED_WITHIN": interval(ANSWERED_WITHIN),
    "TICKS_MAY_BE_TOLD": str(TICKS_MAY_BE_TOLD),
}
ANSWERS = {
    "is_a_task": "is_a_task_of_matching",
    "has_been_along": "has_had_a_friend",
    "is_a_friend_of_the_house": "is_house_friend",
    "may_issue_link": "may_issue_proposal",
    "leaves": "proposals_end",
    "keeps_a_project": "has_open_matches",
    "keeps_a_role": "has_a_match_at",
    "waited": "waited_for_a_friend",
    "takes_a_place": "matches_with",
}
