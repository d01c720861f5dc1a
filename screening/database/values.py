"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import moves
from screening.models import Appointment, Reference

VALUES = {
    "APPOINTMENT_MOVES": moves(Appointment.MOVES),
    "REFERENCE_MOVES": moves(Reference.MOVES),
}
ANSWERS = {
    "met": "met_in_screening",
    "came_about": "came_about_in_screening",
    "may_issue_link": "may_issue_screening",
    "leaves": "screening_ends",
}
