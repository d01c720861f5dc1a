"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval, listed, moves
from courses.emails import LINK_LIVES_ON
from courses.models import Attendance, Gathering, Module
from courses.models.attendances import REMINDED_BEFORE
from courses.models.gatherings import ADDED_TO_FOR, TICKED_FROM

VALUES = {
    "ATTENDANCE_MOVES": moves(Attendance.MOVES),
    "GATHERING_MOVES": moves(Gathering.MOVES),
    "TOLD_OF_GATHERING": listed(Attendance.TOLD),
    "COURSE_LINK_LIVES_ON": interval(LINK_LIVES_ON),
    "REMINDED_BEFORE": interval(REMINDED_BEFORE),
    "WITH_A_PLACE": listed(Attendance.WITH_A_PLACE),
    "MODULES": f"ARRAY[{', '.join(repr(code) for code in Module.values)}]",
    "ADDED_TO_FOR": interval(ADDED_TO_FOR),
    "TICKED_FROM": interval(TICKED_FROM),
}
ANSWERS = {
    "is_a_task": "is_a_task_of_courses",
    "met": "met_in_courses",
    "came_about": "came_about_in_courses",
    "keeps_a_house": "has_gatherings_ahead",
    "leaves": "places_are_given_back",
}
