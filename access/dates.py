"""What holds on a day: the one sentence of "from … until", which the database says as `app.in_force`."""

from datetime import date

from django.db.models import Q
from django.utils import timezone


def in_force(day: date | None = None, *, of: str = "") -> Q:
    """Begun and not ended on that day, today unless told; `of` is the way to the row, as "memberships"."""
    day, way = day or timezone.localdate(), f"{of}__" if of else ""
    return Q(**{f"{way}from_on__lte": day}) & (Q(**{f"{way}until_on": None}) | Q(**{f"{way}until_on__gte": day}))
