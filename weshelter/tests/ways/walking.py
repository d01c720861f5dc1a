"""A way from one state to another: it is found on a page, and what stands in its form is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client

from weshelter.tests import people
from weshelter.tests.matrix import pages
from weshelter.tests.stale import Sheet, sheets_of

BY_LINK = ""


@dataclass(frozen=True)
class Brought:
    """A thing in one state, what stands in the addresses about it, and who may see what becomes of it."""

    thing: Model
    named: dict[str, object]
    seen_by: str = "karen"


@dataclass(frozen=True)
class Way:
    """Where it leads, by which page, who goes it, and what is said; `{signup_id}` is what stands in the addresses.

    It stands on the page `on`, or, as of a link in a mail, on the page itself. Of several forms that lead there it is
    the one that `holds` this. Where the answer asks once more, `then` is said.
    """

    to: str
    page: str
    said: dict[str, str] = field(default_factory=dict)
    on: str = ""
    who: str = "karen"
    holds: dict[str, str] = field(default_factory=dict)
    then: dict[str, str] | None = None


@dataclass(frozen=True)
class ByItself:
    """The site goes this way without anybody: what does it, and why nobody is asked."""

    does: Callable
    why: str


@dataclass(frozen=True)
class Same:
    """There is one way alone, which leads on and out: why."""

    why: str


@dataclass(frozen=True)
class Ways:
    """What brings a state about, a way on from it and a way out of it."""

    bring_about: Callable[[SimpleNamespace], Brought]
    on: Way | ByItself
    out: Way | ByItself | Same


def walk(client: Client, cast, way: Way, brought: Brought) -> HttpResponse:
    """Open the page, find the way, and send what a browser would."""
    if way.who != BY_LINK:
        people.sign_in(client, getattr(cast, way.who))
    there = address_of(way.page, brought)
    sheet = found(client, address_of(way.on or way.page, brought), there, filled(way.holds, brought))
    answer = client.post(there, sent(sheet, filled(way.said, brought)))
    if way.then is not None:
        [sheet] = leading(answer.content.decode(), there, on=there)
        answer = client.post(there, sent(sheet, filled(way.then, brought)))
    return answer


def address_of(name: str, brought: Brought) -> str:
    [page] = [one for one in pages() if one.name == name]
    return page.address(brought.named)


def filled(said: dict[str, str], brought: Brought) -> dict[str, str]:
    return {name.format(**brought.named): value.format(**brought.named) for name, value in said.items()}


def found(client: Client, on: str, there: str, holds: dict[str, str]) -> Sheet:
    """The form that leads there: on the page, or else on the one behind its link."""
    shown = client.get(on).content.decode()
    sheets = leading(shown, there, on=on)
    if not sheets and f'href="{there}"' in shown:
        sheets = leading(client.get(there).content.decode(), there, on=there)
    marks = {name: [value] for name, value in holds.items()}
    fitting = [one for one in sheets if marks.items() <= one.values.items()]
    assert len(fitting) == 1, f"{len(fitting)} forms lead from {on} to {there}"
    return fitting[0]


def leading(shown: str, there: str, *, on: str) -> list[Sheet]:
    """The forms of a page that lead there; a form without an address leads to its own page."""
    addresses = {there, ""} if on == there else {there}
    return [one for one in sheets_of(shown) if one.leads_to & addresses]


def sent(sheet: Sheet, said: dict[str, str]) -> dict:
    """What stands in the form and what is said, each in a field or by a button that it has."""
    buttons = {name for button in sheet.buttons for name in button}
    pressed = [{name: [value]} for name, value in said.items() if name in buttons]
    assert said.keys() - sheet.names == set(), "the form does not ask it"
    assert [one for one in pressed if one not in sheet.buttons] == [], "the form has no such button"
    return sheet.values | said
