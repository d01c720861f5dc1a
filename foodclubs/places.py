"""A guest who waits for the house, and giving a place back.

Taking one is `courses.places.take_place`, the one door for all kinds of places.
"""

from uuid import UUID

from django.db import connection

from foodclubs.models import Duty, Evening, Signup
from history.moves import NotPossible, gates, why_not


def give_back(place: Signup | Duty) -> None:
    """Cancel a sign-up or a duty and free its place at once. Raises NotPossible after the evening, or a second time."""
    if place.state not in place.WITH_A_PLACE:
        raise NotPossible(why_not(place, place.State.CANCELLED))
    kind = "evening" if isinstance(place, Signup) else "task"
    with gates(), connection.cursor() as cursor:
        cursor.execute("SELECT app.give_back_place(%s, %s)", [kind, place.pk])


def wait_for_the_house(evening: Evening, nickname: str) -> UUID:
    """Sign a guest up who takes no place yet, where there still is one; the house says yes or no."""
    with gates(), connection.cursor() as cursor:
        cursor.execute("SELECT app.wait_for_the_house(%s, %s)", [evening.pk, nickname])
        return cursor.fetchone()[0]
