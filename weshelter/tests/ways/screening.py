"""The ways of an appointment for the conversation, and of a reference."""

from access.links import Purpose
from screening.models import Appointment, Reference
from volunteers.tests import way
from weshelter.tests.rows import token
from weshelter.tests.stale_pairs import hour
from weshelter.tests.ways.walking import BY_LINK, Brought, Way, Ways

PAGE = "screening:detail"


def of_appointment(cast, appointment: Appointment) -> Brought:
    """With the first of its times, as the form that chooses one sends it."""
    link = token(cast.rg60, Purpose.CONVERSATION, appointment.volunteer, appointment)
    named = {"volunteer_id": appointment.volunteer_id, "token": link, "first_time": appointment.times[0].isoformat()}
    return Brought(appointment, named)


def offered(cast) -> Brought:
    return of_appointment(cast, way.offered(cast, way.applied(cast)))


def booked(cast) -> Brought:
    return of_appointment(cast, way.chosen(cast, way.applied(cast)))


def asked(cast) -> Brought:
    vera = way.applied(cast)
    reference = way.referee(cast, vera)
    link = token(cast.rg60, Purpose.REFERENCE, vera, reference)
    return Brought(reference, {"volunteer_id": vera.pk, "reference_id": reference.pk, "token": link})


WAYS = {
    Appointment: {
        "offered": Ways(
            offered,
            on=Way("booked", "screening:choose", {"time": "{first_time}"}, who=BY_LINK),
            out=Way("none_fits", "screening:choose", {"answer": "none"}, who=BY_LINK),
        ),
        "booked": Ways(
            booked,
            on=Way("replaced", "screening:offer", {"place": "Haven", "time_1": hour(9)}, on=PAGE),
            out=Way("called_off", "screening:call_off_conversation", on=PAGE),
        ),
    },
    Reference: {
        "asked": Ways(
            asked,
            on=Way("answered", "screening:answer_reference", {"known_for": "years", "trusts": "yes"}, who=BY_LINK),
            out=Way("withdrawn", "screening:take_reference_back", on=PAGE),
        )
    },
}
