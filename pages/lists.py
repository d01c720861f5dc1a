"""What the lists share: choices in the address, pages, a count that stops, the search, and the way back to them.

An address is logged, so it holds known choices and the id of a row, never a name and never what was searched for: the
words of a search come by POST and are kept nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.db.models import FloatField, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.attempts import Limit, count_attempt
from access.requests import SiteRequest
from access.text import ShortTextField
from history.models import AccessTrail
from history.trail import leave_trail

ROWS = 50
COUNTED = 1000
SESSION_KEY = "lists"
AFTER, BEFORE, ORDER = "efter", "foer", "orden"  # in the address: the page after a row, the one before it, the order
SEARCHES = Limit("searches of a user", 60, timedelta(minutes=10))


@dataclass(frozen=True)
class Choice:
    """One choice of a list: its name in the address, what it offers, and what is meant when nothing is said."""

    name: str
    label: str | Promise
    options: dict[str, Any]
    chosen: str
    default: str

    @classmethod
    def of(cls, request: HttpRequest, name: str, label: str | Promise, options: dict, default: str = "") -> "Choice":
        """As the address says; what is not offered is not chosen."""
        said = request.GET.get(name, "")
        return cls(name, label, options, said if said in options else default, default)

    @property
    def is_offered(self) -> bool:
        """Is there anything to choose between? "All" and one are the same."""
        return len([value for value in self.options if value]) > 1

    @property
    def is_made(self) -> bool:
        return self.chosen != self.default

    @property
    def made(self) -> Any:
        """What was chosen, if it leaves something out."""
        return self.options[self.chosen] if self.is_made else None


class SearchForm(forms.Form):
    """A few words to look for."""

    words = ShortTextField(
        label=_("Search"),
        min_length=2,
        max_length=80,
        error_messages={
            "required": _("Write what you are looking for."),
            "min_length": _("Write at least two letters."),
            "max_length": _("Write at most 80 letters."),
        },
        widget=forms.TextInput(attrs={"type": "search", "class": "form-control", "autocomplete": "off"}),
    )


class Closeness(Func):
    """How well words fit texts, 0 being not at all: ø is o and aa is å there, and a slip is forgiven."""

    function = "app.closeness"
    output_field = FloatField()

    def __init__(self, words: str, *columns: str) -> None:
        sought = Func(Value(words), function="app.sought")
        super().__init__(sought, *(Cast(column, TextField()) for column in columns))


@dataclass
class Listing:
    """A list as it is asked for: its choices, and after `show` its rows."""

    request: SiteRequest
    choices: Sequence[Choice] = ()
    rows: list = field(default_factory=list)
    count: int = 0
    is_more: bool = False  # there are more than were counted, or found
    words: str = ""  # what was searched for
    before: UUID | None = None  # the row that the page before this one leads up to
    after: UUID | None = None  # the row that the next page goes on from
    place: dict[str, str] = field(default_factory=dict)  # the page, as it stands in the address
    shown: QuerySet | None = None  # the scope with what a row shows, if that is joined to the rows of the page alone

    def __post_init__(self) -> None:
        self.form = SearchForm(self.request.POST if self.request.method == "POST" else None)

    @property
    def is_narrowed(self) -> bool:
        """Does a choice leave something out?"""
        return any(choice.is_made for choice in self.choices if choice.name != ORDER)

    def show(self, scope: QuerySet, chosen: QuerySet, *, by: str, search: tuple[str, ...]) -> "Listing":
        """What was searched for in the scope; else a page of the rows chosen, in the order of a column.

        Where a row shows what is costly to join, scope and chosen go without it, and `shown` is the scope with it.
        """
        if self.request.method == "POST" and self._may_search():
            return self._search(scope, search, by)
        return self._page(scope, chosen, by)

    def _may_search(self) -> bool:
        if self.form.is_valid() and not count_attempt(SEARCHES, str(self.request.user.pk)):
            self.form.add_error("words", _("You have searched many times just now. Try again in ten minutes."))
        return self.form.is_valid()

    def _search(self, scope: QuerySet, columns: tuple[str, ...], by: str) -> "Listing":
        """The closest first. That somebody searched is written down, not for what."""
        leave_trail(self.request, AccessTrail.Action.SEARCH)
        self.words = self.form.cleaned_data["words"]
        found = (
            (scope if self.shown is None else self.shown)
            .annotate(closeness=Closeness(self.words, *columns))
            .filter(closeness__gt=0)
        )
        rows = list(found.order_by("-closeness", by, "pk")[: ROWS + 1])
        self.rows, self.is_more = rows[:ROWS], len(rows) > ROWS
        self.count = len(self.rows)
        return self

    def _page(self, scope: QuerySet, chosen: QuerySet, by: str) -> "Listing":
        counted = chosen.order_by().values("pk")[: COUNTED + 1].count()
        self.count, self.is_more = min(counted, COUNTED), counted > COUNTED
        self.rows = self._before(scope, chosen, by) or self._after(scope, chosen, by) or self._first(chosen, by)
        if self.request.method != "POST":  # a search that was refused: where one was stands as it is
            self._remember()
        return self

    def _first(self, chosen: QuerySet, by: str) -> list:
        rows = self._rows(chosen, by)
        self.after = rows[ROWS - 1].pk if len(rows) > ROWS else None
        return rows[:ROWS]

    def _after(self, scope: QuerySet, chosen: QuerySet, by: str) -> list:
        """The page after the row that the address names; nothing if there is none."""
        at = self._named(AFTER, scope, by)
        rows = self._first(chosen.filter(_beyond(by, *at)), by) if at else []
        if at and rows:
            self.before, self.place = rows[0].pk, {AFTER: str(at[1])}
        return rows

    def _before(self, scope: QuerySet, chosen: QuerySet, by: str) -> list:
        """The page before a row; nothing if less than a page is left there, since that is the first page."""
        at, back = self._named(BEFORE, scope, by), by[1:] if by.startswith("-") else f"-{by}"
        rows = self._rows(chosen.filter(_beyond(back, *at)), back) if at else []
        if at is None or len(rows) <= ROWS:
            return []
        self.before, self.after, self.place = rows[ROWS - 1].pk, rows[0].pk, {BEFORE: str(at[1])}
        return rows[ROWS - 1 :: -1]

    def _rows(self, chosen: QuerySet, by: str) -> list:
        """A page, and one more, in this order: their ids first, where what they show is joined to them alone."""
        page = _ordered(chosen, by)[: ROWS + 1]
        return list(page if self.shown is None else _ordered(self.shown.filter(pk__in=page.values("pk")), by))

    def _named(self, name: str, scope: QuerySet, by: str) -> tuple | None:
        """Where the row stands that the address names; None if it names none that one may see, or it has no place."""
        try:
            pk = UUID(self.request.GET.get(name, ""))
        except ValueError:
            return None
        column = by.removeprefix("-")
        placed = scope.order_by().filter(**{"pk": pk, f"{column}__isnull": False})
        return placed.values_list(column, "pk").first()

    def _remember(self) -> None:
        """Keep the choices and the page in the session, for the way back from a row."""
        said = urlencode({choice.name: choice.chosen for choice in self.choices if choice.is_made} | self.place)
        kept = self.request.session.get(SESSION_KEY, {})
        if kept.get(self.request.path, "") != said:
            self.request.session[SESSION_KEY] = kept | {self.request.path: said}


def _ordered(rows: QuerySet, by: str) -> QuerySet:
    return rows.order_by(by, "-pk" if by.startswith("-") else "pk")


def _beyond(by: str, at, pk: UUID) -> Q:
    """What comes after a row. "From there on" first, which an index knows; "and not the same again" within it."""
    column, side = (by[1:], "lt") if by.startswith("-") else (by, "gt")
    return Q((f"{column}__{side}e", at)) & (Q((f"{column}__{side}", at)) | Q((f"pk__{side}", pk)))


def as_it_was_left(request: HttpRequest, address: str) -> str:
    """The address of a list with the choices and the page at which it was left."""
    said = request.session.get(SESSION_KEY, {}).get(address, "")
    return f"{address}?{said}" if said else address
