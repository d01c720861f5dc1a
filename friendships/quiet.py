"""Whether one hears of two friends: the one thing that the lead of the house is told of how they meet."""

from django.db import connection

from matching.models import Match


def is_quiet(match: Match) -> bool | None:
    """As the database answers whoever acts; None where they rest or end, or one may not ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.is_quiet(%s)", [match.pk])
        found: bool | None = cursor.fetchone()[0]
    return found
