"""Every address × everybody × whose thing × GET and POST, and what the declarations say shall come of it.

The addresses are read from the resolver, so that a new one takes part by itself; a name in an address that
`weshelter/tests/rows.py` has no value for fails the test of that address.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from django.db import transaction
from django.http import HttpResponse, SimpleCookie
from django.urls import get_resolver

from access.declaration import Access, Door
from access.links import Purpose
from access.roles import PERMISSIONS, Role
from weshelter.asked import permissions_asked
from weshelter.management.commands.write_docs import walk
from weshelter.tests.rows import HOUSES, MISSING, SHARED, WHERE, Rows

ROLES = {
    "sille": Role.SECRETARIAT,
    "karen": Role.COORDINATOR,
    "lars": Role.LEAD,
    "nanna": Role.COORDINATOR,
    "leif": Role.LEAD,
}
NOBODY = "nobody"
EVERYBODY = [*ROLES, NOBODY]
METHODS = ("GET", "POST")
NAME = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
# Pages that answer "not here" to everybody outside the demo.
# Whoever a row is about acts without the permission that others need; the rows are the coordinators'.
OF_ONESELF, WHOSE_IT_IS = {"coordinators:absence", "coordinators:back_again"}, {"karen", "nanna"}
ONLY_IN_THE_DEMO = {"letters:postbox"}


class Outcome(Enum):
    """What a request comes to, as the person sees it."""

    OPENS = "opens"  # also: is redirected, or is told that it is no longer possible
    NOT_THERE = "is not there"
    FORBIDDEN = "may be seen, not done"
    LOGIN = "asks for a login"
    DEAD_LINK = "is a dead link"
    NOT_THIS_WAY = "not by this method"


OPENS, NOT_THERE, FORBIDDEN, LOGIN, DEAD_LINK, NOT_THIS_WAY = Outcome


@dataclass(frozen=True)
class Page:
    """One address: how it is written, what it is called, the view behind it and what that declares."""

    route: str
    name: str
    view: Callable
    access: Access | None

    def __str__(self) -> str:
        return self.name or f"/{self.route}"

    @property
    def names(self) -> list[str]:
        """The names in the address."""
        return [first or second for first, second in NAME.findall(self.route)]

    @property
    def is_admins(self) -> bool:
        return self.route.startswith("administration/")

    @property
    def is_librarys(self) -> bool:
        return self.route.startswith(("konto/", "administration/")) and not self.name.startswith("accounts:")

    def address(self, values: dict) -> str:
        return "/" + NAME.sub(lambda found: str(values[found[1] or found[2]]), self.route)

    @property
    def whose(self) -> tuple[str, ...]:
        """Whose thing an address can name."""
        return (*HOUSES, MISSING) if set(self.names) - {"token"} else HOUSES[:1]


def pages() -> list[Page]:
    """Every address of the site, those of libraries and of the admin included."""
    return [
        Page(route, space + (pattern.name or ""), pattern.callback, getattr(pattern.callback, "access", None))
        for route, space, pattern in walk(get_resolver().url_patterns, "", "")
    ]


def expected(page: Page, who: str, whose: str, method: str) -> Outcome:
    """What the declaration says; for the rows, whether it is a thing of a house where the person has a role."""
    declared = page.access
    if declared is None:
        return NOT_THERE
    if method not in declared.methods:
        return NOT_THIS_WAY
    if page.name in ONLY_IN_THE_DEMO:
        return NOT_THERE
    if declared.door in {Door.PUBLIC, Door.NEW, Door.AGAIN}:
        return NOT_THERE if whose == MISSING and not page.is_librarys else OPENS
    if who == NOBODY:
        return LOGIN
    if declared.roles and ROLES[who] not in declared.roles:
        return NOT_THERE
    own = whose in WHERE[who] or not set(page.names) - set(SHARED)
    if whose == MISSING or not own:
        return NOT_THERE
    return OPENS if may_act(page, who) else FORBIDDEN


def may_act(page: Page, who: str) -> bool:
    """By what the page asks for; whoever its row is about needs none of it."""
    return is_oneself(page, who) or permissions_asked(page.view) <= PERMISSIONS[ROLES[who]]


def is_oneself(page: Page, who: str) -> bool:
    return page.name in OF_ONESELF and who in WHOSE_IT_IS


def expected_by_link(page: Page, purpose: Purpose, link_of: str, whose: str, method: str) -> Outcome:
    """A link opens the pages of its purpose, about its own house's things and those of all."""
    assert page.access is not None
    if method not in page.access.methods:
        return NOT_THIS_WAY
    if purpose not in page.access.purposes:
        return DEAD_LINK
    of_all = whose != MISSING and not set(page.names) - set(SHARED)
    return OPENS if whose == link_of or page.names == ["token"] or of_all else NOT_THERE


def ask(rows: Rows, who: str, address: str, method: str = "GET", values: dict | None = None) -> HttpResponse:
    """One request as somebody; whatever it changes is taken back."""
    client = rows.client
    client.cookies = SimpleCookie(rows.cookies[who])
    with transaction.atomic():
        response = getattr(client, method.lower())(address, values or {})
        transaction.set_rollback(True)
    return response


def nowhere(rows: Rows, who: str) -> bytes:
    """What somebody gets at an address that there is not."""
    if who not in rows.nowhere:
        rows.nowhere[who] = ask(rows, who, "/findes-ikke/").content
    return rows.nowhere[who]


def outcome(response: HttpResponse) -> Outcome | str:
    """What a response came to; an answer that is none of ours is told as it is."""
    status = response.status_code
    if status == 302 and response["Location"].startswith("/konto/login/"):
        return LOGIN
    if status == 404:
        return DEAD_LINK if "access/dead_link.html" in {part.name for part in response.templates} else NOT_THERE
    # 503: the monitor's page is there, and says that something is not well.
    found = {200: OPENS, 302: OPENS, 409: OPENS, 503: OPENS, 403: FORBIDDEN, 405: NOT_THIS_WAY}
    return found.get(status, f"{status} {getattr(response, 'exc_info', '')}")


def is_right(page: Page, found: Outcome | str, wanted: Outcome) -> bool:
    """A library's page may close more than we declare (a method, a step that was not begun), never open more."""
    closed = page.is_librarys and wanted is OPENS and found in {NOT_THIS_WAY, NOT_THERE, FORBIDDEN, LOGIN}
    return found is wanted or closed


def cases(page: Page) -> Iterator[tuple[str, str]]:
    """Whose thing, and by which method."""
    for whose in page.whose:
        for method in METHODS:
            yield whose, method
