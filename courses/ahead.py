"""The courses of one volunteer: what she has a place at, is asked to, waits for, and can choose among."""

from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from courses.models import Attendance, Gathering
from courses.models.gatherings import modules_missing
from volunteers.readiness import with_exemptions


@dataclass(frozen=True)
class CourseAhead:
    """One gathering ahead as the volunteer sees it; `place_in_line` is her number on the waiting list, or 0."""

    gathering: Gathering
    attendance: Attendance | None
    place_in_line: int = 0

    @property
    def state(self) -> str:
        return self.attendance.state if self.attendance else ""

    @property
    def can_say_yes(self) -> bool:
        return self.state in {"", "invited", "offered", "declined", "lapsed"}

    @property
    def can_say_no(self) -> bool:
        return self.state in {"invited", "waiting", "offered", "booked"}


def choices_through(link, volunteer) -> list[CourseAhead]:
    """What is ahead, through her link: all that she has to do with, and the courses that she still needs."""
    had = {
        one.gathering_id: one
        for one in Attendance.objects.visible_through(link).filter(gathering__starts_at__gt=timezone.now())
    }
    lines = places_in_line(had.values())
    visible = Gathering.objects.visible_through(link)
    needed = visible.introductions().covering(modules_missing(volunteer)).upcoming()
    gatherings = (needed | visible.filter(pk__in=had).ahead()).ahead()
    return [
        CourseAhead(one, had.get(one.pk), lines.get(had[one.pk].pk, 0) if one.pk in had else 0) for one in gatherings
    ]


@dataclass(frozen=True)
class Lists:
    """The lists of one gathering, as far as one knows who stands on them; `others` have a place and are not known."""

    with_place: list[Attendance]
    waiting: list[Attendance]
    asked: list[Attendance]
    not_coming: list[Attendance]
    called_off: list[Attendance]
    others: int

    @property
    def to_be_ticked(self) -> int:
        return sum(one.state == Attendance.State.BOOKED for one in self.with_place)


def lists_of(gathering: Gathering, user) -> Lists:
    """Who has a place, who waits (in their order), who has not answered, who does not come or was told it is off."""
    known = list(gathering.attendances.visible_to(user).with_volunteers())
    with_exemptions(one.volunteer for one in known)
    states = Attendance.State
    lines = places_in_line(known)
    for one in known:
        one.place_in_line = lines.get(one.pk, 0)
    with_place = [one for one in known if one.state in {states.BOOKED, states.OFFERED, states.ATTENDED, states.MISSED}]
    return Lists(
        with_place=with_place,
        waiting=sorted((one for one in known if one.state == states.WAITING), key=lambda one: one.since),
        asked=[one for one in known if one.state == states.INVITED],
        not_coming=[one for one in known if one.state in {states.DECLINED, states.LAPSED}],
        called_off=[one for one in known if one.state == states.CALLED_OFF],
        others=gathering.taken - len(with_place),
    )


def places_in_line(attendances) -> dict:
    """The number on the waiting list of each of these who waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT attendance_id, place FROM app.places_in_line(%s)", [[one.pk for one in attendances]])
        return dict(cursor.fetchall())
