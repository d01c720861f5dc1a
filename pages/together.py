"""Rows of several kinds that one page shows, asked of the database in one statement."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Field, QuerySet


def together(*querysets: QuerySet) -> list[list[Any]]:
    """The rows of each, as if each had been asked alone: a page with a table for each kind of record asks once.

    The database answers with one list for each, of rows of values; the fields read the values, and Django makes of
    the rows what it makes of those that it asks for itself.
    """
    compilers = [queryset.query.get_compiler(queryset.db) for queryset in querysets]
    statements = [_statement(compiler) for compiler in compilers]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(sql for sql, _values in statements)}",
            [value for _sql, values in statements for value in values],
        )
        answers = cursor.fetchone()
    return [_read(*one) for one in zip(querysets, compilers, answers, strict=True)]


def _statement(compiler) -> tuple[str, tuple]:
    """The rows of one, in its order, as one value; nothing where it is known beforehand that there is none."""
    try:
        sql, values = compiler.as_sql()
    except EmptyResultSet:
        return "NULL::json", ()
    columns = ", ".join(f"c{number}" for number, _column in enumerate(compiler.select))
    return f"(SELECT json_agg(asked) FROM ({sql}) AS asked({columns}))", values  # noqa: S608


def _read(queryset: QuerySet, compiler, answer: list[dict] | None) -> list[Any]:
    """The rows as Django reads them, with what is to be fetched beside them."""
    if not answer:
        return []
    fields = [column.output_field for column, _sql, _alias in compiler.select]
    rows = [tuple(map(_value, fields, row.values())) for row in answer]
    compiler.execute_sql = lambda *_args, **_kwargs: [rows]
    answered = queryset.all()
    answered.query.get_compiler = lambda *_args, **_kwargs: compiler  # type: ignore[method-assign]
    return list(answered)


def _value(field: Field, value: Any) -> Any:
    """As the field holds it, from what a list of values can say."""
    if value is None:
        return None
    return [_value(field.base_field, one) for one in value] if isinstance(field, ArrayField) else field.to_python(value)
