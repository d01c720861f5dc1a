"""What Python and SQL must both know; the SQL of this app says it by these names."""

from access.installation import interval, listed, moves
from volunteers.models import Appointment, Attendance, Reference, Volunteer
from volunteers.models.attendances import OFFERED_FOR
from volunteers.models.breaks_and_leaving import LONGEST_BREAK
from volunteers.models.gatherings import ADDED_TO_FOR, Module


def is_met(*, volunteer: str, kind: str, number: str) -> str:
    """Whether a volunteer meets what a role asks: of one who applies, and of many at once without a call for each."""
    return f"""
    CASE
        WHEN {kind} = 'second_yes' THEN EXISTS (
            SELECT FROM volunteers_secondyes s JOIN volunteers_interview i ON i.volunteer_id = s.volunteer_id
            WHERE s.volunteer_id = {volunteer} AND i.outcome = 'good' AND i.by_id <> s.by_id)
        WHEN {kind} = 'references' THEN (
            SELECT count(*) FROM volunteers_reference r
            WHERE r.volunteer_id = {volunteer} AND r.state = 'answered' AND r.trusts = 'yes') >= {number}
        WHEN {kind} IN ('criminal_record', 'children_record') THEN EXISTS (
            SELECT FROM volunteers_recordcheck c
            WHERE c.volunteer_id = {volunteer} AND c.kind = {kind} AND c.outcome IN ('ok', 'assessed_ok')
                AND (c.next_due_on IS NULL OR c.next_due_on >= app.today())
                AND NOT EXISTS (SELECT FROM volunteers_recordcheck n
                    WHERE n.volunteer_id = c.volunteer_id AND n.kind = c.kind AND n.id <> c.id
                        AND n.outcome IN ('under_discussion', 'not_ok') AND n.seen_on >= c.seen_on))
        WHEN {kind} = 'shadowing' THEN app.has_been_along({volunteer})
        ELSE false END"""


VALUES = {
    "VOLUNTEER_MOVES": moves(Volunteer.MOVES),
    "VOLUNTEER_GONE": listed(Volunteer.GONE),
    "APPOINTMENT_MOVES": moves(Appointment.MOVES),
    "REFERENCE_MOVES": moves(Reference.MOVES),
    "ATTENDANCE_MOVES": moves(Attendance.MOVES),
    "WITH_A_PLACE": listed(Attendance.WITH_A_PLACE),
    "VOLUNTEER_TAKEN_IN": listed(Volunteer.TAKEN_IN),
    "MODULES": f"ARRAY[{', '.join(repr(code) for code in Module.values)}]",
    "IS_MET": is_met(volunteer="of_volunteer", kind="is_met.kind", number="number"),
    "IS_MET_OF_EACH": is_met(volunteer="a.volunteer_id", kind="q.kind", number="q.number"),
    "LONGEST_BREAK": str(LONGEST_BREAK.days),
    "ADDED_TO_FOR": interval(ADDED_TO_FOR),
    "OFFERED_FOR": interval(OFFERED_FOR),
}
ANSWERS = {"is_a_task": "is_a_task_of_volunteers"}
