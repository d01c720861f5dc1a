"""The tools of the fill: dice that fall the same for the same seed, and rows and events written set by set."""

import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import connection, models
from psycopg2.extensions import adapt

from history.tracking import events_of

LARGEST = 2**53


class CannotFill(Exception):
    """Why nothing was filled, as a sentence."""


@dataclass
class Fill:
    """One fill: its sizes, its seed and its day. What it gives is SQL, made of whole numbers and our own words."""

    volunteers: int
    citizens: int
    houses: int
    years: int
    seed: int
    today: date
    password: str  # of those who can log in; empty if nobody can
    say: Callable[[str], None] = print
    began: float = field(default_factory=time.monotonic)
    rows: int = 0
    events: int = 0

    @property
    def first_number(self) -> int:
        """Houses, projects and citizens are numbered from here on: each seed has its own million."""
        return (self.seed + 1) * 1_000_000

    @property
    def day(self) -> str:
        return f"DATE '{self.today:%Y-%m-%d}'"

    # Dice

    def number(self, what: str, n: str, below: int | str) -> str:
        """A whole number from 0 to below `below`, another one for each `what`."""
        salt = zlib.crc32(f"{self.seed} {what}".encode())
        return f"((hashint8extended(({n})::bigint, {salt}) & {LARGEST - 1}) % ({below}))::int"

    def share(self, what: str, n: str) -> str:
        """A fraction from 0 to below 1."""
        salt = zlib.crc32(f"{self.seed} {what}".encode())
        return f"((hashint8extended(({n})::bigint, {salt}) & {LARGEST - 1}) / {LARGEST}.0::float8)"

    def one_of(self, what: str, n: str, words: Iterable[str]) -> str:
        """One of some words."""
        words = list(words)
        return f"({array(words)})[1 + {self.number(what, n, len(words))}]"

    def some_of(self, what: str, n: str, words: Iterable[str], least: int, most: int) -> str:
        """A list of some words: at the most `most`; the lower `least` is below 1, the oftener it is empty."""
        chosen = self.one_of(what, f"({n}) * {most}::bigint + i", words)
        number = f"{least} + {self.number(f'how many {what}', n, most - least + 1)}"
        return f"ARRAY(SELECT DISTINCT {chosen} FROM generate_series(1, {number}) AS i ORDER BY 1)"

    def id(self, kind: str, n: str) -> str:
        """The id of the n-th of a kind."""
        return f"md5('{self.seed} {kind} ' || ({n}))::uuid"

    def name(self, n: str, first: Iterable[str], last: Iterable[str]) -> str:
        return f"{self.one_of('first name', n, first)} || ' ' || {self.one_of('last name', n, last)}"

    # People and moments

    def coordinator(self, house: str, n: str) -> str:
        """Which of the house's two coordinators did the n-th thing."""
        return self.id("user", f"{house} * 10 + ({n}) % 2")

    def lead(self, house: str) -> str:
        return self.id("user", f"{house} * 10 + 5")

    def context(self, user: str) -> str:
        """The context of what a user did."""
        return f"md5('{self.seed} context ' || {user})::uuid"

    def moment(self, day: str, hour: int = 12) -> str:
        """An hour of a day by the clock of Copenhagen."""
        return f"((({day})::timestamp + interval '{hour} hours') AT TIME ZONE 'Europe/Copenhagen')"

    # Rows

    def run(self, statement: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.rowcount

    def decide(self, table: str, query: str, *, found_by: Iterable[str] = ()) -> None:
        """A temporary table of decisions; the tables of the site are written from it."""
        self.run(f"CREATE TEMPORARY TABLE {table} ON COMMIT DROP AS {query}")
        for columns in found_by:
            self.run(f"CREATE INDEX ON {table} ({columns})")
        self.run(f"ANALYZE {table}")

    def insert(self, model: type[models.Model], source: str, **columns: str) -> None:
        """Rows of a model: `columns` over `source`; every other column as Django would fill it, but derived ones."""
        filled = {}
        for field_ in (one for one in model._meta.local_concrete_fields if not one.generated):
            value = columns.pop(field_.attname, None) or default_of(field_)
            if value is not None:
                filled[field_.attname] = value
        if columns:
            raise CannotFill(f"{model._meta.label} has no column {', '.join(columns)}.")
        names, values = ", ".join(filled), ", ".join(filled.values())
        self.rows += self.run(f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM {source}")

    def remember(
        self, model: type[models.Model], decided: str, *, at: str, by: str, on: str = "id", where: str = "", **then: str
    ) -> None:
        """One event of each decided row (`p`): the row (`t`) as it stands, but for `then`. With `where`, a change."""
        event = events_of(model)
        columns = {
            "pgh_created_at": at,
            "pgh_label": "'update'" if where else "'insert'",
            "pgh_obj_id": f"p.{on}",
            "pgh_context_id": by,
        }
        for field_ in event._meta.local_concrete_fields:
            if not field_.attname.startswith("pgh_"):
                columns[field_.attname] = then.pop(field_.attname, f"t.{field_.attname}")
        if then:
            raise CannotFill(f"{event._meta.label} has no column {', '.join(then)}.")
        key = model._meta.pk.column
        self.events += self.run(
            f"INSERT INTO {event._meta.db_table} ({', '.join(columns)}) SELECT {', '.join(columns.values())}"
            f" FROM {decided} p JOIN {model._meta.db_table} t ON t.{key} = p.{on} WHERE {where or 'true'}"
        )

    # Progress

    def tell(self, step: str) -> None:
        """A line of progress: how many rows and events a step has made, and the seconds since the beginning."""
        seconds = time.monotonic() - self.began
        self.say(f"{step:<24}{self.rows:>11,} rows{self.events:>11,} events{seconds:>8.1f} s")
        self.rows = self.events = 0


def literal(value: Any) -> str:
    """A value as SQL."""
    quoted = adapt(value)
    if hasattr(quoted, "prepare"):
        connection.ensure_connection()
        quoted.prepare(connection.connection)
    return quoted.getquoted().decode()


def array(words: Iterable[str]) -> str:
    return f"ARRAY[{', '.join(literal(word) for word in words)}]::text[]"


def default_of(field_: models.Field) -> str | None:
    """What Django would write where nothing is given: its defaults are not in the database. None leaves it out."""
    if field_.has_default() and field_.default is not uuid4:
        value = field_.get_db_prep_save(field_.get_default(), connection)
        return f"{literal(value)}::{field_.db_type(connection)}"
    if field_.null or getattr(field_, "db_default", models.NOT_PROVIDED) is not models.NOT_PROVIDED:
        return None
    if field_.blank and field_.empty_strings_allowed:
        return "''"
    raise CannotFill(f"Nothing fills {field_.model._meta.label}.{field_.name}: give it a value in weshelter/filling/.")
