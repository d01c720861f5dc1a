"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import listed, moves
from letters.kinds import ASKS
from volunteers.models import Volunteer
from volunteers.models.breaks_and_leaving import LONGEST_BREAK

VALUES = {
    "VOLUNTEER_MOVES": moves(Volunteer.MOVES),
    "VOLUNTEER_GONE": listed(Volunteer.GONE),
    "VOLUNTEER_ON_THE_WAY": listed(Volunteer.ON_THE_WAY),
    "VOLUNTEER_TAKEN_IN": listed(Volunteer.TAKEN_IN),
    "VOLUNTEER_NOT_TAKEN_IN": listed([one for one in Volunteer.ON_THE_WAY if one not in Volunteer.TAKEN_IN]),
    "HER_OWN_TO_SAY": f"[{', '.join(map(repr, Volunteer.HER_OWN))}]",
    "LONGEST_BREAK": str(LONGEST_BREAK.days),
    "KINDS_THAT_ASK": listed(sorted(ASKS)),
}
ANSWERS = {"is_a_task": "is_a_task_of_volunteers", "keeps_a_project": "has_volunteers"}
