"""What mails tell of a moment or a place, and a thing of each kind that can be moved, with those who were told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from courses.places import take_place
from foodclubs.tests import tables
from matching.models import FirstMeeting
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.code import our_models

PLACES = {"place"}
# The mail itself, and the link in it.
NOT_TOLD = {"letters.Message", "access.Link"}
OLD_PLACE, NEW_PLACE = "Biblioteket", "Orangeriet"


@dataclass
class Scene:
    """A thing that was told, to whom, when it is, and what moves it or calls it off on its page."""

    told: set[str]
    at: datetime
    user: object
    moves: tuple[str, dict]
    calls_off: str
    about: tuple[Purpose, object] | None = None  # a live link that asks about it

    @property
    def later(self) -> datetime:
        return self.at + timedelta(days=7)


def minute(ahead: timedelta) -> datetime:
    """A moment as a page writes it."""
    return (timezone.localtime() + ahead).replace(second=0, microsecond=0)


def typed(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


def course(cast) -> Scene:
    """One has a place, one waits for one; the links to their answers live."""
    at = minute(timedelta(days=10))
    with acting(user=cast.sille):
        course = people.create_course(days=10, places=1)
        course.change(by=cast.sille, starts_at=at, ends_at=at + timedelta(hours=3), place=OLD_PLACE)
    three = [way.in_training(cast, name) for name in ("Anna A", "Bea B")]
    with acting(user=cast.karen):
        for one in three:
            course.book(one)
        issue_link(Purpose.COURSES, three[0], "courses:courses", about=course, until=at + timedelta(days=1))
    later = at + timedelta(days=7)
    said = {"starts_at": typed(later), "ends_at": typed(later + timedelta(hours=3)), "place": NEW_PLACE, "places": 1}
    page = reverse("courses:change", args=[course.pk])
    told = {one.email for one in three}
    off = reverse("courses:call_off", args=[course.pk])
    return Scene(told, at, cast.sille, (page, said), off, (Purpose.COURSES, course.pk))


def evening(cast) -> Scene:
    """One has a task; another has a link to take one, and has not answered."""
    at = minute(timedelta(days=10))
    evening, hanne = tables.create_evening(cast.rg60), tables.helper(cast)
    with acting(user=cast.karen):
        evening.change(tasks={}, by=cast.karen, starts_at=at, place=OLD_PLACE)
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    mads = tables.helper(cast, "Mads Mad")
    with acting(user=cast.karen):
        issue_link(Purpose.DUTY, mads, "foodclubs:duty", about=evening, until=at + timedelta(hours=12))
    said = {"starts_at": typed(at + timedelta(days=7)), "menu": evening.menu, "place": NEW_PLACE, "places": 12}
    page, off = (reverse(f"foodclubs:{name}", args=[evening.pk]) for name in ("change", "cancel"))
    return Scene({hanne.email, mads.email}, at, cast.karen, (page, said), off, (Purpose.DUTY, evening.pk))


def talk(cast) -> Scene:
    """The applicant has chosen a time, and Karen holds the conversation."""
    at = minute(timedelta(days=5))
    anna = way.applied(cast, "Anna Ansøger")
    with acting(user=cast.karen):
        talk = anna.appointments.model.offer(anna, times=[at], place=OLD_PLACE, by=cast.karen)
        talk.choose(at, by=anna)
        issue_link(Purpose.CONVERSATION, anna, "screening:choose", about=talk, until=at + timedelta(days=1))
    page, off = (reverse(f"screening:{act}_conversation", args=[anna.pk]) for act in ("move", "call_off"))
    said = {"chosen": typed(at + timedelta(days=7)), "place": NEW_PLACE}
    told = {anna.email, cast.karen.email}
    return Scene(told, at, cast.karen, (page, said), off, (Purpose.CONVERSATION, talk.pk))


def first_meeting(cast) -> Scene:
    """Both have said yes, and Lars is there."""
    at = minute(timedelta(days=5))
    match = people.create_match(cast, volunteer=people.ready_volunteer(cast, "Vera Ven"), started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        FirstMeeting.arrange(match, starts_at=at, place=OLD_PLACE, accompanied_by=cast.lars)
    said = {"starts_at": typed(at + timedelta(days=7)), "place": NEW_PLACE, "accompanied_by": cast.lars.pk}
    page, off = (reverse(f"matching:{name}", args=[match.pk]) for name in ("first_meeting", "call_off_first_meeting"))
    return Scene({match.volunteer.email, cast.lars.email}, at, cast.karen, (page, said), off)


# What can be moved, and how that is tried.
MOVED: dict[str, Callable] = {
    "courses.Gathering": course,
    "foodclubs.Evening": evening,
    "matching.FirstMeeting": first_meeting,
    "screening.Appointment": talk,
}


def told_fields() -> dict[type[models.Model], set[str]]:
    """Of each model the moments, days and places that a mail could tell."""
    return {
        model: {one.name for one in model._meta.local_fields if is_a_moment(one) or one.name in PLACES}
        for model in our_models()
        if model._meta.label not in NOT_TOLD
    }


def is_a_moment(field) -> bool:
    return isinstance(field.base_field if isinstance(field, ArrayField) else field, models.DateField)


@contextmanager
def reading() -> Iterator[set[str]]:
    """Which moments and places are read of any row meanwhile."""
    found: set[str] = set()
    told = told_fields()

    def get(row, name):
        if name in told.get(type(row), ()):
            found.add(f"{type(row)._meta.label}.{name}")
        return object.__getattribute__(row, name)

    models.Model.__getattribute__ = get  # type: ignore[method-assign,assignment]
    try:
        yield found
    finally:
        del models.Model.__getattribute__
