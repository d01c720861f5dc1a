"""Tables as files for a spreadsheet, and the row in the access log that goes with each."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.http import HttpResponse

from access.roles import Role, roles_of
from history.witness import witnessed

# What a spreadsheet may take for the beginning of a formula, in both widths, and what ends a cell unseen.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")


def without_formula(text: str) -> str:
    """The text as a spreadsheet must read it: as a text, even if it begins like a formula. Numbers stay numbers."""
    text = text.replace("\0", "")
    begins = text.lstrip(" \u00a0\n\ufeff")
    if begins.startswith(FORMULA) and not begins.removeprefix("-").isdecimal():
        return f"'{text}"
    return text


@dataclass(frozen=True)
class Column:
    """One column of a file: its heading, how it is read of a line, and the roles that may take it out."""

    heading: str
    read: Callable[[Any], str]
    roles: frozenset[Role] = frozenset()  # a column that declares nothing is left out for everybody


def csv_file(name: str, columns: Iterable[Column], lines: Iterable, user) -> HttpResponse:
    """A file that Danish spreadsheets open by a double click: semicolons, everything quoted, UTF-8 with its mark."""
    text, columns = io.StringIO(), [column for column in columns if column.roles & roles_of(user)]
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow([column.heading for column in columns])
    writer.writerows([without_formula(column.read(line)) for column in columns] for line in lines)
    response = HttpResponse(text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def log_export(model: str, purpose: str) -> None:
    """Write who exported what and why. Comes last in a request: the chain of the log is locked until it ends."""
    with connection.cursor() as cursor, witnessed():
        cursor.execute("SELECT app.log_export(%s, %s)", [model, purpose])
