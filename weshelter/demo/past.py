"""The demo's past. A verb writes "now"; so each act is made today, in a transaction of its own, and its day is noted.

At the end the owner moves what each act wrote to the act's day, the events of the history with it: once, in one
transaction, on the embedded database alone. The access log stays as it is: nobody opened anything before today.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

import environ
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import DateField, DateTimeField, Model
from django.utils import timezone
from pghistory.models import Context
from psycopg2.extras import execute_values

from access.context import acting
from history.tracking import events_of

LOGINS = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL"}
# What was made today began today: by the day of the act that made it.
BEGAN = """
    UPDATE {table} t SET {column} = (e.pgh_created_at AT TIME ZONE %s)::date FROM {events} e
    WHERE e.pgh_obj_id = t.{key} AND e.pgh_label = 'insert' AND t.{column} = %s
"""
MOVED = """
    UPDATE {table} t SET {column} = a.at + (t.{column} - a.began) FROM act a
    WHERE t.{column} BETWEEN a.began AND a.ended
"""


def at(days: int, *, hour: int, minute: int = 0) -> datetime:
    """A moment some days from today (before it, if negative), by the clock of Copenhagen."""
    return timezone.make_aware(datetime.combine(day(days), time(hour, minute)))


def day(days: int) -> date:
    """The day some days from today."""
    return timezone.localdate() + timedelta(days=days)


def token_of(link: str) -> str:
    """The token of a link's address, by which its volunteer acts."""
    return link.rstrip("/").rsplit("/", 1)[1]


class Past:
    """What was done on which day, and the dates that no verb would set."""

    def __init__(self) -> None:
        self.acts: list[tuple[datetime, datetime, datetime]] = []
        self.dates: list[tuple[Model, dict]] = []
        self.so_far: Counter[tuple[int, int]] = Counter()

    @contextmanager
    def act(self, ago: int, hour: int = 10, **who) -> Iterator[None]:
        """A transaction in which somebody acts (see `acting`), so many days ago; 0 is today, as it is.

        What it writes as "now", in Python or in the database, lies between its ends: both run by this machine's clock.
        """
        began = timezone.now()
        with acting(**who):
            yield
        if ago > 0:
            self.acts.append((began, timezone.now(), at(-ago, hour=hour) + timedelta(minutes=self.so_far[ago, hour])))
            self.so_far[ago, hour] += 1

    def date(self, row: Model, **columns) -> None:
        """These columns of a row get these dates at the end, since today a gate would refuse them."""
        self.dates.append((row, columns))

    def bring_about(self) -> None:
        """Move everything to its day, as owner. The gates and the locks on the history sleep until it is done."""
        if not settings.LOCAL:
            raise RuntimeError("the past is made up in the demo alone")
        tracked = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
        tables: list[type[Model]] = [table for model in tracked for table in (model, events_of(model))]
        with logged_in("owner"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "CREATE TEMPORARY TABLE act (began timestamptz, ended timestamptz, at timestamptz) ON COMMIT DROP"
            )
            execute_values(cursor, "INSERT INTO act VALUES %s", self.acts)
            for table in tables:
                cursor.execute(f'ALTER TABLE "{table._meta.db_table}" DISABLE TRIGGER USER')
            for table in tables:
                _move(cursor, table)
            _move(cursor, Context)
            for model in tracked:
                _begin(cursor, model)
            for row, columns in self.dates:
                _set(row, columns)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in tables:
                cursor.execute(f'ALTER TABLE "{table._meta.db_table}" ENABLE TRIGGER USER')


def _move(cursor, table: type[Model]) -> None:
    for field in table._meta.local_fields:
        if isinstance(field, DateTimeField):
            cursor.execute(MOVED.format(table=table._meta.db_table, column=field.column))


def _begin(cursor, model: type[Model]) -> None:
    events = events_of(model)
    for field in model._meta.local_fields:
        if isinstance(field, DateField) and field.default is timezone.localdate:
            names = {"column": field.column, "events": events._meta.db_table}
            key = model._meta.pk.column
            for table, of in ((model._meta.db_table, key), (events._meta.db_table, "pgh_obj_id")):
                cursor.execute(BEGAN.format(table=table, key=of, **names), [settings.TIME_ZONE, timezone.localdate()])


def _set(row: Model, columns: dict) -> None:
    type(row)._base_manager.filter(pk=row.pk).update(**columns)
    if hasattr(row, "pgh_event_model"):
        events = events_of(type(row))
        kept = columns.keys() & {field.name for field in events._meta.local_fields}
        events.objects.filter(**{"pgh_obj": row.pk}).update(**{name: columns[name] for name in kept})


@contextmanager
def logged_in(login: str) -> Iterator[None]:
    """The same database as another of its logins, and back."""
    before, config = connection.settings_dict, environ.Env().db_url(LOGINS[login])
    connection.close()
    connection.settings_dict = before | {name: config[name] for name in ("USER", "PASSWORD")}
    try:
        with connection.cursor() as cursor:  # many small acts: the disk may lag behind them
            cursor.execute("SET synchronous_commit TO off")
        yield
    finally:
        connection.close()
        connection.settings_dict = before
