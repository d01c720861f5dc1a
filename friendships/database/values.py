"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import listed, moves
from friendships.models import StandIn
from friendships.models.consents import FORGOTTEN_WITHIN
from friendships.rhythm import QUIET_AFTER, USUAL
from matching.models import Match

DAYS = " ".join(f"WHEN '{how_often}' THEN {time.days}" for how_often, time in QUIET_AFTER.items())

VALUES = {
    "FORGOTTEN_WITHIN": str(FORGOTTEN_WITHIN.days),
    "MATCH_BEGUN": listed(Match.BEGUN),
    "QUIET_AFTER": f"CASE coalesce(a.how_often, '{USUAL}') {DAYS} END",
    "STAND_IN_MOVES": moves(StandIn.MOVES),
    "STAND_IN_OPEN": listed(StandIn.OPEN),
}
ANSWERS = {
    "is_a_task": "is_a_task_of_friendships",
    "leaves": "stand_ins_leave",
    "keeps_a_role": "stands_in_at",
    "takes_a_place": "stands_in_for",
}
