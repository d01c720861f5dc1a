"""The ways of a course or meeting, and of a place there."""

from access.context import acting
from courses.models import Attendance, Gathering
from volunteers.tests import lines, way
from weshelter.tests import databases
from weshelter.tests.ways.walking import BY_LINK, Brought, Same, Way, Ways

PAGE = "courses:gathering"
THIS = {"gathering": "{gathering_id}"}
YES = Way("booked", "courses:courses", {"answer": "yes"}, who=BY_LINK, holds=THIS)
NO = Way("declined", "courses:courses", {"answer": "no"}, who=BY_LINK, holds=THIS)
CAME = Way("attended", "courses:tick", {"kom": "ja"}, on=PAGE)
MISSED = Way("missed", "courses:tick", {"kom": "nej"}, on=PAGE)
CALL_OFF = Way("called_off", "courses:call_off", on=PAGE, who="sille")
IS_OUT = "Who is not on the list is out already; the one way leads back onto it."


def planned(cast) -> Brought:
    return Brought(cast.course, {"gathering_id": cast.course.pk})


def at(cast, attendance: Attendance) -> Brought:
    """Somebody on the list, with the link to say yes or no."""
    link = lines.token(cast, attendance.volunteer, about=attendance.gathering)
    named = {"gathering_id": attendance.gathering_id, "attendance_id": attendance.pk, "token": link}
    return Brought(attendance, named)


def invited(cast) -> Brought:
    tove = way.in_training(cast)
    with acting(user=cast.karen):
        cast.course.invite(tove)
        return at(cast, tove.attendances.select_related("gathering", "volunteer").get())


def waiting(cast) -> Brought:
    return at(cast, lines.full_course(cast).bodil)


def offered(cast) -> Brought:
    """Anna gives the one place back, and it is kept for Bodil."""
    full = lines.full_course(cast)
    with acting(user=cast.karen):
        full.anna.give_back()
    return at(cast, full.bodil)


def lapsed(cast) -> Brought:
    """The days to answer are over, and the daily job has given the place to Carla."""
    brought = offered(cast)
    databases.as_owner(
        "UPDATE courses_attendance SET offered_until = now() - interval '1 minute' WHERE id = %s", brought.thing.pk
    )
    databases.as_owner("SELECT app.lapse_offers()")
    return brought


def booked(cast) -> Brought:
    return at(cast, way.booked(cast))


def declined(cast) -> Brought:
    brought = booked(cast)
    with acting(user=cast.karen):
        brought.thing.give_back()
    return brought


def ticked(*, came: bool):
    """Ticked some hours before it begins."""

    def bring_about(cast) -> Brought:
        brought = booked(cast)
        with acting(user=cast.karen):
            brought.thing.tick(came=came, by=cast.karen)
        return brought

    return bring_about


WAYS = {
    Gathering: {
        "planned": Ways(
            planned, on=CALL_OFF, out=Same("It stays planned once it is held; to call it off is its only move.")
        )
    },
    Attendance: {
        "invited": Ways(invited, on=YES, out=NO),
        "waiting": Ways(
            waiting,
            on=Way("offered", "courses:change", {"places": "2"}, on=PAGE, who="sille"),
            out=Way("declined", "courses:cannot_come", on=PAGE),
        ),
        "offered": Ways(offered, on=YES, out=NO),
        "booked": Ways(booked, on=CAME, out=NO),
        "declined": Ways(declined, on=YES, out=Same(IS_OUT)),
        "lapsed": Ways(
            lapsed,
            on=Way("waiting", "courses:courses", {"answer": "yes"}, who=BY_LINK, holds=THIS),
            out=Same(IS_OUT),
        ),
        "missed": Ways(ticked(came=False), on=CAME, out=CALL_OFF),
        "attended": Ways(ticked(came=True), on=MISSED, out=CALL_OFF),
    },
}
