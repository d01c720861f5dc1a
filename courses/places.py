"""Is there room? Whoever asks for a place, by page, link or tablet, comes through this one door."""

from uuid import UUID

from django.db import connection

from history.moves import gates


def take_place(kind: str, where, who) -> UUID:
    """Take a place and give the id of the new row; the last place goes to exactly one of two.

    `kind` is "gathering", "evening" or "task"; `where` its row, `who` a volunteer or a guest's nickname. The database
    counts, since a scope sees only its own rows. Raises NotPossible with a sentence when there is no room.
    """
    with gates(), connection.cursor() as cursor:
        cursor.execute("SELECT app.take_place(%s, %s, %s)", [kind, where.pk, str(getattr(who, "pk", who))])
        return cursor.fetchone()[0]
