"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval, listed, moves
from foodclubs.emails import LINK_LIVES_ON
from foodclubs.models import Duty, Evening, Signup
from foodclubs.models.helping import APART

VALUES = {
    "EVENING_MOVES": moves(Evening.MOVES),
    "EVENING_CLOSED": listed(Evening.CLOSED),
    "EVENING_AHEAD": listed(Evening.AHEAD),
    "EVENINGS_APART": interval(APART),
    "DUTY_LINK_LIVES_ON": interval(LINK_LIVES_ON),
    "SIGNUP_MOVES": moves(Signup.MOVES),
    "SIGNUP_OFF": listed(Signup.OFF_THE_LIST),
    "DUTY_MOVES": moves(Duty.MOVES),
}
ANSWERS = {
    "has_been_along": "has_helped",
    "may_issue_link": "may_issue_duty",
    "leaves": "tasks_are_given_back",
    "keeps_a_project": "has_evenings_ahead",
    "keeps_a_role": "has_a_task_at",
}
