"""What many tests begin with is made once by each worker, through the verbs, and laid into each test as made just now.

The rows stand aside in the schema `tests`, the objects in a pickle; every moment and day in both moves along with the
clock. The triggers have spoken when the rows were made, and are silent when they are laid.
"""

import io
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from weshelter.tests import databases

# What each kind of column becomes when time has passed; the others stay as they were.
MOVED = {"timestamp with time zone": "{0} + later", "date": "{0} + days"}
COLUMNS = """
SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.attgenerated = ''
ORDER BY a.attnum
"""


class Kept(NamedTuple):
    """Objects whose rows stand aside, under a name."""

    name: str
    objects: bytes
    made_at: datetime


def keep(name: str, make: Callable[[], Any]) -> Kept:
    """Make it, and set its rows aside: afterwards the database is as it was. As the app, outside any transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (before,) = cursor.fetchone()
    with transaction.atomic():
        made = make()
    kept = Kept(name, pickled(made), timezone.now())
    set_aside(name, newer_than=before)
    return kept


def set_aside(name: str, *, newer_than: int) -> None:
    """The rows that later transactions made go from their tables; `tests.lay_<name>` puts them there again."""
    inserts = []
    with databases.as_superuser() as session, session.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(COLUMNS)
        tables: dict[str, dict[str, str]] = {}
        for table, column, kind in cursor.fetchall():
            tables.setdefault(table, {})[f'"{column}"'] = MOVED.get(kind, "{0}").format(f'"{column}"')
        for table, columns in tables.items():
            aside, listed, those = f"tests.{name}_{table}", ", ".join(columns), "xmin::text::bigint > %s"
            cursor.execute(f"SELECT EXISTS (SELECT FROM public.{table} WHERE {those})", [newer_than])
            if cursor.fetchone()[0]:
                cursor.execute(
                    f"CREATE TABLE {aside} AS SELECT {listed} FROM public.{table} WHERE {those}", [newer_than]
                )
                cursor.execute(f"DELETE FROM public.{table} WHERE {those}", [newer_than])
                inserts.append(
                    f"INSERT INTO public.{table} ({listed}) SELECT {', '.join(columns.values())} FROM {aside};"
                )
        cursor.execute(
            f"CREATE FUNCTION tests.lay_{name}(later interval, days integer) RETURNS void LANGUAGE plpgsql"
            " SECURITY DEFINER SET search_path = pg_catalog SET session_replication_role = replica"
            f" AS $$ BEGIN {' '.join(inserts)} END $$"
        )


def laid(kept: Kept) -> Any:
    """The same as if it had been made just now."""
    days = (timezone.localdate() - timezone.localdate(kept.made_at)).days
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT now() - %s, tests.lay_{kept.name}(now() - %s, %s)", [kept.made_at, kept.made_at, days])
        later, _nothing = cursor.fetchone()
    return unpickled(kept.objects, later, timedelta(days=days))


class Pickler(pickle.Pickler):
    """Leaves moments and days to whoever reads it."""

    def persistent_id(self, one: Any) -> date | None:
        return one if isinstance(one, date) else None


class Unpickler(pickle.Unpickler):
    later = days = timedelta()

    def persistent_load(self, one: date) -> date:
        return one + (self.later if isinstance(one, datetime) else self.days)


def pickled(objects: Any) -> bytes:
    file = io.BytesIO()
    Pickler(file).dump(objects)
    return file.getvalue()


def unpickled(objects: bytes, later: timedelta, days: timedelta) -> Any:
    unpickler = Unpickler(io.BytesIO(objects))
    unpickler.later, unpickler.days = later, days
    return unpickler.load()
