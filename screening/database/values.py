"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval, moves
from screening.emails import LINK_LIVES_ON
from screening.models import Appointment, Reference

VALUES = {
    "APPOINTMENT_MOVES": moves(Appointment.MOVES),
    "CONVERSATION_LINK_LIVES_ON": interval(LINK_LIVES_ON),
    "REFERENCE_MOVES": moves(Reference.MOVES),
}
ANSWERS = {
    "met": "met_in_screening",
    "came_about": "came_about_in_screening",
    "may_issue_link": "may_issue_screening",
    "leaves": "screening_ends",
}
