"""Everybody opens every page that there is, follows every link on it, and keeps what was shown."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from django.contrib import admin
from django.http import HttpResponse
from django.test import Client

from access.context import acting
from weshelter.logs import WithoutTokens
from weshelter.tests.canary import found_in
from weshelter.tests.matrix import Page, pages
from weshelter.tests.rows import HOUSES, Rows

# What ends the session, changes the language, or is no page; nor the login again and again (`next=`).
NOT_FOLLOWED = ("/konto/logout/", "/sprog/", "/static/")


class Reading(HTMLParser):
    """What matters on a page: where it leads, and what the browser would have to refuse."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.inline: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.links += [value for name in ("href", "action", "src") if (value := attributes.get(name))]
        is_script = tag == "script" and "src" not in attributes and attributes.get("type") != "application/json"
        handlers = [name for name in attributes if name.startswith("on") or name == "style"]
        if is_script or tag == "style" or handlers:
            self.inline.append(f"<{tag} {' '.join(handlers)}>")
        self.inline += [link for link in self.links if link.lower().startswith("javascript:")]


@dataclass
class Shown:
    """What somebody was shown at one address."""

    who: str
    address: str
    status: int
    marks: set[str]
    marks_in_addresses: set[str]
    inline: list[str]
    headers: dict[str, str]


@dataclass
class Crawl:
    """All that was shown to everybody, and what the log said meanwhile."""

    rows: Rows
    log: io.StringIO
    shown: list[Shown] = field(default_factory=list)

    def walk(self, who: str, client: Client, addresses: list[str]) -> None:
        """Open these addresses and whatever they lead to."""
        to_open, opened = list(addresses), set()
        while to_open:
            address = to_open.pop()
            if address in opened or address.startswith(NOT_FOLLOWED) or "next=" in address:
                continue
            opened.add(address)
            to_open += self.look(who, address, client.get(address))

    def look(self, who: str, address: str, response: HttpResponse) -> list[str]:
        """Keep what an answer shows, and give where it leads."""
        content = response.content.decode()
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        reading = Reading(content if is_page else "")
        links = [*reading.links, response.headers.get("Location", "")]
        self.shown.append(
            Shown(
                who,
                address,
                response.status_code,
                found_in(content),
                found_in(unquote(" ".join(one for one in links if not one.startswith(("mailto:", "tel:"))))),
                reading.inline,
                dict(response.headers),
            )
        )
        return [] if address.startswith("/administration/") else list(inside(address, links))


def inside(address: str, links: list[str]) -> Iterator[str]:
    """The site's own addresses among these."""
    for link in filter(None, links):
        parts = urlsplit(urljoin(f"http://testserver{address}", link))
        if parts.scheme == "http" and parts.netloc == "testserver":
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def addresses_for(rows: Rows, who: str) -> list[str]:
    """Every address of the site with the things of both houses; the admin's, which test_matrix_admin.py shows to be
    closed to all others, for the secretariat alone."""
    found = [
        page.address(rows.values(page.names, whose))
        for page in pages()
        for whose in HOUSES
        if "token" not in page.names and (who == "sille" or not page.is_admins)
        if can_be_named(page, rows) and not is_of_a_row_in_the_admin(page)
    ]
    return list(dict.fromkeys([*found, *(rows_in_the_admin(rows) if who == "sille" else [])]))


def can_be_named(page: Page, rows: Rows) -> bool:
    """Is there a value for each name in the address? test_matrix.py fails for one that has none."""
    return set(page.names) <= {"token", *rows.named[HOUSES[0]]}


def is_of_a_row_in_the_admin(page: Page) -> bool:
    return page.is_admins and "object_id" in page.names


def rows_in_the_admin(rows: Rows) -> Iterator[str]:
    """Every row that the admin has a page for."""
    with acting(user=rows.cast.sille):
        for model in admin.site._registry:
            for pk in model._default_manager.values_list("pk", flat=True):
                for act in ("change", "history"):
                    where = f"{model._meta.app_label}/{model._meta.model_name}"
                    yield f"/administration/{where}/{pk}/{act}/"


def addresses_by_link(rows: Rows, token: str) -> list[str]:
    """Every page that takes a token, with the things of both houses."""
    return [
        page.address(rows.values(page.names, whose) | {"token": token})
        for page in pages()
        for whose in HOUSES
        if "token" in page.names and can_be_named(page, rows)
    ]


def client_of(rows: Rows, who: str) -> Client:
    client = Client(raise_request_exception=False)
    client.cookies.load(rows.cookies[who].output(header="", sep=";"))
    return client


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What the site's log would hold if it held everything."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    handler.addFilter(WithoutTokens())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield log
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def crawl(rows: Rows, log: io.StringIO) -> Crawl:
    """Everybody with a login, everybody with a link, and nobody."""
    found = Crawl(rows, log)
    for who in rows.cookies:
        found.walk(who, client_of(rows, who), addresses_for(rows, who))
    for (house, purpose), token in rows.tokens.items():
        client = client_of(rows, "nobody")
        for address in addresses_by_link(rows, token):
            found.look(f"{house} {purpose}", address, client.get(address))
    return found
