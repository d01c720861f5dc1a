"""Volunteers at each step of the way, made by the verbs; at RG60 by Karen unless told."""

from django.utils import timezone

from access.context import acting
from volunteers.models import Attendance, Volunteer
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
