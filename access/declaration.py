"""Who may open a page: every view says so with `@access(...)`; a view that says nothing is closed to all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import wraps

from django.urls import URLPattern, URLResolver

from access.links import Purpose
from access.roles import Role


class Door(Enum):
    """Ways in that need no role."""

    PUBLIC = "public"  # anybody; somebody signed in keeps the own context
    NEW = "new"  # a form by which an unknown person makes one new row, and sees only that
    AGAIN = "again"  # the same person, in the same session, comes back to the row that such a form has just made
    SIGNED_IN = "signed in"  # whoever can log in


PUBLIC, NEW, AGAIN, SIGNED_IN = Door.PUBLIC, Door.NEW, Door.AGAIN, Door.SIGNED_IN


@dataclass(frozen=True)
class Access:
    """What one view declares: the roles, the link purposes or the door that open it, and its methods."""

    roles: frozenset[Role] = field(default_factory=frozenset)
    purposes: frozenset[Purpose] = field(default_factory=frozenset)
    door: Door | None = None
    methods: tuple[str, ...] = ("GET", "HEAD", "POST")


def access(*who: Role | Purpose | Door, methods: str = "GET HEAD POST") -> Callable:
    """Declare who may open a view: roles (any of them), link purposes (any of them), or one door."""
    declared = Access(
        roles=frozenset(w for w in who if isinstance(w, Role)),
        purposes=frozenset(w for w in who if isinstance(w, Purpose)),
        door=next((w for w in who if isinstance(w, Door)), None),
        methods=tuple(methods.split()),
    )
    if sum(map(bool, (declared.roles, declared.purposes, declared.door))) != 1:
        raise TypeError("@access takes roles, or link purposes, or one door")

    def declare(view: Callable) -> Callable:
        view.access = declared  # type: ignore[attr-defined]  # no type says what else a function carries
        return view

    return declare


def declare(patterns: Iterable[URLPattern | URLResolver], table: dict[str, Callable]) -> list:
    """Declare access for pages of a library by their URL names; those not in the table stay closed."""
    return _each(patterns, lambda pattern: table.get(pattern.name or ""))


def declare_all(patterns: Iterable[URLPattern | URLResolver], declaration: Callable) -> list:
    """Declare the same access for every page of a library."""
    return _each(patterns, lambda _pattern: declaration)


def _each(patterns, declaration_for: Callable) -> list:
    patterns = list(patterns)
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            _each(pattern.url_patterns, declaration_for)
        elif declaration := declaration_for(pattern):
            pattern.callback = declaration(_own_copy(pattern.callback))
    return patterns


def _own_copy(view: Callable) -> Callable:
    """A view object of our own, so that a declaration does not stick to another URL that shares the callback."""

    @wraps(view)
    def page(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    return page
