"""The ways of a volunteer, from the application to the farewell."""

from access.links import Purpose
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.rows import token
from weshelter.tests.stale_pairs import day
from weshelter.tests.ways.walking import BY_LINK, Brought, Way, Ways

PAGE, OWN_PAGE = "screening:detail", "coordinators:own_page"
HELD = dict.fromkeys(("robustness", "expectations", "time", "limits", "outcome"), "good") | {"held_on": day(0)}
DECLINE = Way("declined", "screening:decline", {"choose": "1", "reason": "not_now"}, on=PAGE, then={})
LEAVE = Way("left", "coordinators:leave", on=PAGE)


def of_volunteer(cast, volunteer: Volunteer, **named) -> Brought:
    own_page = token(cast.rg60, Purpose.OWN_PAGE, volunteer)
    return Brought(volunteer, {"volunteer_id": volunteer.pk, "token": own_page, **named}, seen_by="sille")


def applied(cast) -> Brought:
    return of_volunteer(cast, way.applied(cast))


def interviewed(cast) -> Brought:
    return of_volunteer(cast, way.interviewed(cast))


def in_training(cast) -> Brought:
    """What is left is the course of today, at which there is a place."""
    booked = way.booked(cast)
    return of_volunteer(cast, booked.volunteer, gathering_id=booked.gathering_id, attendance_id=booked.pk)


def ready(cast) -> Brought:
    return of_volunteer(cast, people.ready_volunteer(cast))


def resting(cast) -> Brought:
    return of_volunteer(cast, way.rests(cast, people.ready_volunteer(cast)))


WAYS = {
    Volunteer: {
        "applied": Ways(
            applied,
            on=Way("interviewed", "screening:conversation", HELD, on=PAGE),
            out=Way("withdrawn", "volunteers:withdraw", on=OWN_PAGE, who=BY_LINK),
        ),
        "interviewed": Ways(interviewed, on=Way("in_training", "screening:training", on=PAGE), out=DECLINE),
        "in_training": Ways(
            in_training, on=Way("ready", "courses:tick", {"kom": "ja"}, on="courses:gathering"), out=DECLINE
        ),
        "ready": Ways(ready, on=Way("resting", "coordinators:rest", {"back_on": day(30)}, on=PAGE), out=LEAVE),
        "resting": Ways(resting, on=Way("ready", "coordinators:own_come_back", on=OWN_PAGE, who=BY_LINK), out=LEAVE),
    }
}
