"""Giving a place back. Taking one is `volunteers.places.take_place`, the one door for all kinds of places."""

from django.db import connection

from foodclubs.models import Duty, Signup
from history.moves import gates


def give_back(place: Signup | Duty) -> None:
    """Cancel a sign-up or a duty and free its place at once; twice is once. Raises NotPossible after the evening."""
    kind = "evening" if isinstance(place, Signup) else "task"
    with gates(), connection.cursor() as cursor:
        cursor.execute("SELECT app.give_back_place(%s, %s)", [kind, place.pk])
