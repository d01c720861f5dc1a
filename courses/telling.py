"""A course or meeting that is changed or called off, and everybody who was told of it is told again, once."""

from django.db import transaction

from courses.emails import send_called_off, send_changed
from courses.models import Gathering


def change(gathering: Gathering, *, by, **said) -> int:
    """Change it, and tell those who have, are offered, wait for or are asked to take a place; gives how many."""
    with transaction.atomic():
        was = gathering.change(by=by, **said)
        told = list(gathering.attendances.told().for_letters()) if gathering.is_news_after(was) else []
        for attendance in told:
            send_changed(attendance, was)
    return len(told)


def call_off(gathering: Gathering, *, by) -> int:
    """Call it off, and tell them that, and where another is chosen; gives how many."""
    with transaction.atomic():
        gathering.call_off(by=by)
        told = list(gathering.attendances.told().for_letters())
        for attendance in told:
            send_called_off(attendance)
    return len(told)
