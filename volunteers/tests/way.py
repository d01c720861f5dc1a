"""Volunteers at each step of the way, made by the verbs; at RG60 by Karen unless told."""

from datetime import timedelta

from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from courses.models import Attendance
from screening.models import Appointment, RecordCheck, Reference
from volunteers.models import Exemption, Requirement, RoleProfile, Volunteer
from weshelter.tests import people


def applied(cast, name: str = "Anna Ansøger", *, role=None, **fields) -> Volunteer:
    return people.apply(name, role or cast.rg60.friend_role, **fields)


def interviewed(cast, name: str = "Ida Interviewet", *, role=None) -> Volunteer:
    volunteer = applied(cast, name, role=role)
    with acting(user=cast.sille):
        volunteer.hold_conversation(held_on=timezone.localdate(), outcome="good", by=cast.sille)
    return volunteer


def in_training(cast, name: str = "Tove Træning", *, role=None, signed: bool = False) -> Volunteer:
    volunteer = interviewed(cast, name, role=role)
    with acting(user=cast.sille):
        volunteer.take_into_training(by=cast.sille)
        if signed:
            volunteer.sign(cast.agreement, how="paper", by=cast.sille)
    return volunteer


def booked(cast, name: str = "Birgit Booket", *, role=None, signed: bool = True) -> Attendance:
    """In training, agreement signed, with a place at the course of today."""
    volunteer = in_training(cast, name, role=role, signed=signed)
    with acting(user=cast.sille):
        return cast.course.book(volunteer)


def now(cast, volunteer: Volunteer) -> Volunteer:
    """The volunteer as she stands now."""
    with acting(user=cast.sille):
        return Volunteer.objects.get(pk=volunteer.pk)


def becomes_user(cast, volunteer: Volunteer, user) -> None:
    """A coordinator is a volunteer too."""
    with acting(user=cast.sille):
        Volunteer.objects.filter(pk=volunteer.pk).update(user=user)


def asks(cast, role, **what) -> None:
    """The secretariat lets a role ask for more, by the fields of the role: `asks_two=True`."""
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=role.pk).update(**what)
        role.refresh_from_db()


def requirement(cast, volunteer: Volunteer, kind: str) -> Requirement:
    with acting(user=cast.sille):
        return Requirement.objects.select_related("assignment").get(assignment__volunteer=volunteer, kind=kind)


def offered(cast, volunteer: Volunteer, *, hours=(48, 72), by=None) -> Appointment:
    """Times some hours from now, offered by Karen unless told."""
    times = [timezone.now() + timedelta(hours=one) for one in hours]
    with acting(user=by or cast.karen):
        return Appointment.offer(volunteer, times=times, place="Caféen", by=by or cast.karen)


def chosen(cast, volunteer: Volunteer, *, hours: int = 48) -> Appointment:
    """A time for the conversation that the volunteer has chosen, some hours from now."""
    appointment = offered(cast, volunteer, hours=(hours, hours + 24))
    with acting(user=cast.karen):
        appointment.choose(appointment.times[0], by=volunteer)
    return appointment


def referee(cast, volunteer: Volunteer, *, by=None, **said) -> Reference:
    """Rita is named, by Karen unless told; with an answer, she gives it by her link."""
    by = by or cast.karen
    with acting(user=by):
        reference = Reference.ask(volunteer, name="Rita Referent", email="rita@example.org", relation="work", by=by)
        token = token_of(issue_link(Purpose.REFERENCE, volunteer, "screening:answer_reference", about=reference))
    if said:
        with acting(link=token):
            reference.answer(by=reference, **{"known_for": "years", "trusts": "yes", **said})
    return reference


def exempted(cast, volunteer: Volunteer, *, kind="criminal_record", days: int = 30) -> Exemption:
    """The volunteer goes without one thing that her role asks for, some days from now on."""
    asked = requirement(cast, volunteer, kind)
    with acting(user=cast.sille):
        until = timezone.localdate() + timedelta(days=days)
        return asked.exempt(why="Attesten er bestilt", until_on=until, by=cast.sille)


def rests(cast, volunteer: Volunteer, *, days: int = 30, by=None) -> Volunteer:
    """A break of some days, written down by Karen unless told."""
    with acting(user=by or cast.karen):
        volunteer.rest(back_on=timezone.localdate() + timedelta(days=days), by=by or cast.karen)
    return volunteer


def token_of(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]


def checked(cast, volunteer: Volunteer, *, kind="criminal_record", outcome="ok", days=365, by=None) -> RecordCheck:
    """A record check seen today, by Karen unless told."""
    today, by = timezone.localdate(), by or cast.karen
    with acting(user=by):
        check = RecordCheck.ask(volunteer, kind=kind, by=by)
        check.see(seen_on=today, outcome=outcome, next_due_on=today + timedelta(days=days), by=by)
    return check
