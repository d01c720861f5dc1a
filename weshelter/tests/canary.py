"""A character of its own in every text of every row, planted behind the site's back, so that each can be found again.

The columns are read from the database's catalogue: a new column takes part by itself, and is found nowhere until
`need_to_know.py` says for whom. Chinese characters, since no page of ours has one; addresses get a code instead.
"""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, models, transaction

from accounts.sessions import SessionStore
from weshelter.tests.code import our_models

FIRST = 0x4E00
ANY = "[\u4e00-\u9fff]|zq\\d{4}q"
PLANTED = re.compile(ANY)

TEXTS = ("text", "character varying", "text[]", "character varying[]")

# Columns that hold no text of anybody: each with its reason.
CODES = {
    "access_attempt.key_hash": "a hash",
    "access_link.token_hash": "a hash",
    "accounts_user.password": "a hash, and what keeps a session alive",
    "citizens_wishes.interests": "codes of the vocabulary",
    "citizens_wishes.together": "codes of the vocabulary",
    "history_accesslog.object_type": "the name of a model",
    "history_accesslog.purpose": "chosen from a list",
    "history_accesstrail.object_type": "the name of a model",
    "history_accesstrail.view": "the name of a page",
    "history_failure.error": "the name of a class",
    "history_failure.place": "the name of a page, a task or a job",
    "institutions_institution.slug": "the public address of a house",
    "institutions_interest.code": "the vocabulary, which migrations fill",
    "institutions_interest.name_da": "the vocabulary, which migrations fill",
    "institutions_interest.name_en": "the vocabulary, which migrations fill",
    "institutions_project.slug": "an address",
    "letters_message.kind": "the name of a template",
    "letters_messagebody.subject": "written by templates from other columns",
    "letters_messagebody.text": "written by templates from other columns",
    "volunteers_volunteer.interests": "codes of the vocabulary",
    "weshelter_jobrun.error": "the name of a class",
    "weshelter_jobrun.job": "the name of a job",
    "weshelter_workersign.id": "made by chance",
}

# Rows of a table that are for fewer eyes than the others.
KEPT = {
    "citizens_disclosure": lambda row: row.answer != "yes",
    "notes_guidance": lambda row: row.state != "approved",
}


@dataclass(frozen=True)
class Column:
    """A column that holds texts."""

    table: str
    name: str
    field: models.Field | None

    def __str__(self) -> str:
        return f"{self.table}.{self.name}"


@dataclass(frozen=True)
class Cell:
    """One text of one row: its column (" (kept)" if the row is), the house whose row it is, the ids in the row."""

    column: str
    house: str
    ids: frozenset[UUID]


def text_columns() -> list[Column]:
    """Every column of our tables that can hold a text of its own, but codes and choices."""
    fields = {(model._meta.db_table, one.column): one for model in our_models() for one in model._meta.concrete_fields}
    ours = {table for table, _name in fields}
    columns = [Column(table, name, fields.get((table, name))) for table, name in catalogue(TEXTS) if table in ours]
    return [column for column in columns if str(column) not in CODES and not is_choice(column.field)]


def catalogue(kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Table and name of the columns of these types; information_schema would leave out what one cannot read.

    Not what the database derives from another column: it cannot be written, and shows the other's mark.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0"
            " AND NOT a.attisdropped AND a.attgenerated = '' AND format_type(a.atttypid, NULL) = ANY(%s)"
            " ORDER BY c.relname, a.attnum",
            [list(kinds)],
        )
        return cursor.fetchall()


def is_choice(field: models.Field | None) -> bool:
    """One of a fixed list, or the key of another row."""
    holds = getattr(field, "base_field", field)
    return bool(getattr(holds, "choices", None)) or isinstance(field, models.ForeignKey)


def plant(houses: dict[str, Any], marks: dict[str, Cell]) -> None:
    """Write a mark into every text of every row, as the owner of the tables; `marks` says what each stands for."""
    for model in our_models():
        columns = [column for column in text_columns() if column.table == model._meta.db_table]
        house_of = {pk: name for name, house in houses.items() for pk in keys_of(model, house)}
        for row in model._base_manager.all() if columns else []:
            ids = frozenset(value for value in vars(row).values() if isinstance(value, UUID))
            kept = " (kept)" if KEPT.get(model._meta.db_table, lambda row: False)(row) else ""
            for column in columns:
                mark = new_mark(len(marks), is_address=isinstance(column.field, models.EmailField))
                marks[mark] = Cell(f"{column}{kept}", house_of.get(row.pk, ""), ids)
                write(model, row.pk, column, mark)


def new_mark(number: int, *, is_address: bool = False) -> str:
    return f"zq{number:04d}q" if is_address else chr(FIRST + number)


def write(model: type[models.Model], pk: Any, column: Column, mark: str) -> None:
    """The mark more than once, so that a text cut short still shows it; long texts as long as any gate asks."""
    text = f"{mark}@example.org" if mark.startswith("zq") else mark * (30 if is_long(column) else 2)
    value = "ARRAY[%s]" if column.field is not None and column.field.get_internal_type() == "ArrayField" else "%s"
    change = f'UPDATE "{column.table}" SET "{column.name}" = {value} WHERE "{model._meta.pk.column}" = %s'
    with connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(change, [text, pk])
        except DatabaseError:  # a gate guards the row
            cursor.execute(f'ALTER TABLE "{column.table}" DISABLE TRIGGER USER')
            cursor.execute(change, [text, pk])
            cursor.execute(f'ALTER TABLE "{column.table}" ENABLE TRIGGER USER')


def is_long(column: Column) -> bool:
    return isinstance(column.field, models.TextField)


def keys_of(model: type[models.Model], house: Any) -> set:
    """The keys of the rows that belong to a house, found along the foreign keys."""
    if model._meta.label == "accounts.User":
        return {house.coordinator.pk, house.lead.pk}
    path = path_to_house(model)
    if path is None:
        return set()
    return set(model._base_manager.filter(**{path: house.institution.pk}).values_list("pk", flat=True))


def path_to_house(model: type[models.Model]) -> str | None:
    """The shortest way from a row to its house; None for what all houses share."""
    queue: list[tuple[str, Any]] = [("", model)]
    seen = set()
    while queue:
        path, here = queue.pop(0)
        if here._meta.label == "institutions.Institution":
            return f"{path}pk"
        if here in seen or here._meta.label == "accounts.User":
            continue
        seen.add(here)
        queue += [
            (f"{path}{field.name}__", field.related_model)
            for field in here._meta.concrete_fields
            if field.related_model is not None
        ]
    return None


def found_in(text: str) -> set[str]:
    """The marks in a text."""
    return set(PLANTED.findall(text))


def copies(marks: dict[str, Cell]) -> set[tuple[str, str]]:
    """Where a text stands besides its own column, in any table of the database: (there, where it comes from)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        tables = [name for (name,) in cursor.fetchall()]
        found = set()
        for table in tables:
            cursor.execute(
                f'SELECT e.key, e.value FROM "{table}" t, jsonb_each_text(to_jsonb(t)) e WHERE e.value ~ %s', [ANY]
            )
            found |= {(f"{table}.{key}", marks[m].column) for key, value in cursor.fetchall() for m in found_in(value)}
    found |= {
        ("django_session.session_data", marks[mark].column)
        for session in Session.objects.all()
        for mark in found_in(str(SessionStore(session.session_key).load()))
    }
    return {(there, column) for there, column in found if there != column.removesuffix(" (kept)")}
