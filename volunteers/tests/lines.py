"""Courses with a waiting list, made through the verbs."""

from types import SimpleNamespace

from access.context import acting
from access.links import Purpose, issue_link
from courses.models import Attendance, Gathering
from volunteers.tests import way
from weshelter.tests import people


def course_ahead(cast, *, places: int = 1, days: int = 7, modules=None, kind: str = "introduction") -> Gathering:
    with acting(user=cast.sille):
        course = people.create_course(places=places, days=days, kind=kind)
        if modules:
            Gathering.objects.filter(pk=course.pk).update(modules=modules)
    return course


def book(cast, course: Gathering, volunteer) -> Attendance:
    with acting(user=cast.sille):
        return course.book(volunteer)


def full_course(cast) -> SimpleNamespace:
    """A course with one place: Anna has it, Bodil and Carla wait."""
    course = course_ahead(cast)
    names = ("Anna An", "Bodil Bo", "Carla Ca")
    anna, bodil, carla = (book(cast, course, way.in_training(cast, name)) for name in names)
    return SimpleNamespace(cast=cast, course=course, anna=anna, bodil=bodil, carla=carla)


def list_of(cast, course: Gathering) -> list[tuple[str, str]]:
    """First name and state of everybody on the list, as they came."""
    with acting(user=cast.sille):
        rows = course.attendances.order_by("since").values_list("volunteer__name", "state")
        return [(name.split()[0], state) for name, state in rows]


def taken(cast, course: Gathering) -> int:
    with acting(user=cast.sille):
        return Gathering.objects.get(pk=course.pk).taken


def token(cast, volunteer, *, about=None) -> str:
    """The token of a link to choose courses, made by the secretariat."""
    with acting(user=cast.sille):
        return issue_link(Purpose.COURSES, volunteer, "courses:courses", about=about).rstrip("/").split("/")[-1]
