"""Whatever stands in an address or a cookie: what cannot be is not there, and never a fault of ours."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote

import pytest
from django.conf import settings
from django.contrib import admin
from django.http import SimpleCookie
from django.test import Client
from django.urls import reverse

from access.links import Purpose
from weshelter.tests.code import modules
from weshelter.tests.filling import who_opens
from weshelter.tests.matrix import Page, ask, pages

# As they stand in an address, encoded.
BAD = {
    "half a character": "%ff%fe",
    "a broken pattern": "%25_%5b(",
    "an id of another kind": "3f0f6b9c-3a51-4a08-9c57-0f3d2b7b6a11",
    "a negative number": "-1",
    "a huge number": "9" * 40,
    "another script's digits": quote("१२३४५६७"),
    "a day that is none": "2026-02-31",
    "a month that is none": "9999-99",
}
KINDS = [BAD[one] for one in ("half a character", "an id of another kind", "a huge number", "a month that is none")]
NUL = "for%00bi"
DAYS = ["year=0", "year=99999", "year=9999", "year=1&{0}__month=1&{0}__day=1", "year=2026&{0}__month=13",
        "year=2026&{0}__month=2&{0}__day=31", "year=2026&{0}__day=40", "month=5", "year=x", "year="]  # fmt: skip
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
PAGES = [page for page in pages() if page.access and "GET" in page.access.methods]
KEYED = [page for page in PAGES if re.search(r"<(?!uuid:|token)", page.route) or "(?P<" in page.route]
FORMS = {"coordinators:log": ["action", "user", "month", "before"], "reports:figures": ["period", "house", "project"]}


def address_of(model, act: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{act}", args=args)


def status_of(rows, who: str, address: str) -> int:
    return ask(rows, who, address).status_code


def filters_of(model) -> Iterator[str]:
    """What the filters of a list read from an address."""
    for one in admin.site._registry[model].list_filter:
        if isinstance(one, type):
            yield one.parameter_name
        else:
            path = one[0] if isinstance(one, tuple) else one
            yield from (f"{path}__exact", f"{path}__id__exact", f"{path}__isnull")


@every_model
def test_a_choice_that_no_filter_offers_is_not_there(rows, model):
    queries = [f"{name}={bad}" for name in filters_of(model) for bad in [*BAD.values(), ""]]
    day = admin.site._registry[model].date_hierarchy
    queries += [f"{day}__{one.format(day)}" for one in DAYS if day]

    answers = {one: status_of(rows, "sille", f"{address_of(model, 'changelist')}?{one}") for one in queries}

    assert {one: status for one, status in answers.items() if status not in {400, 404}} == {}


@every_model
def test_what_every_list_reads_from_an_address_is_no_fault(rows, model):
    lists = address_of(model, "changelist")
    queries = ["p={0}&o={0}&all={0}&e=1&q={0}&_popup={0}", "p={0}", "o={0}.{0}.-{0}"]

    found = {status_of(rows, "sille", f"{lists}?{one.format(bad)}") for one in queries for bad in BAD.values()}

    assert found <= {200, 404}
    assert status_of(rows, "sille", f"{lists}?_to_field=password") == 400
    assert status_of(rows, "sille", f"{lists}?e=1&nonsense=1") == 400


@every_model
def test_a_row_of_an_impossible_key_is_not_there(rows, model):
    for bad in [*BAD.values(), "findes-ikke"]:
        for act in ("change", "history"):
            address = address_of(model, act, "KEY").replace("KEY", bad)
            assert status_of(rows, "sille", address) == 404, (act, bad)


@every_model
def test_impossible_keys_are_not_chosen_for_an_action(rows, model):
    for action in admin.site._registry[model].actions:
        for key in ("findes-ikke", "9" * 40, "-1", "", "for\0bi"):
            chosen = {"action": action, "_selected_action": [key]}
            assert ask(rows, "sille", address_of(model, "changelist"), "POST", chosen).status_code in {200, 302, 404}, (
                key
            )


@pytest.mark.parametrize("page", KEYED, ids=str)
def test_an_address_that_names_what_cannot_be_is_not_there(rows, page):
    who, _address = who_opens(page, rows)

    for bad in [*BAD.values(), NUL]:
        for name in set(page.names) - {"token"}:
            values = rows.values(page.names, "rg60") | {name: bad, "token": token_for(rows, page)}
            assert status_of(rows, who, page.address(values)) < 500, (name, bad)


def token_for(rows, page: Page) -> str:
    purposes = page.access.purposes if page.access else set()
    return rows.tokens["rg60", min(purposes, key=list(Purpose).index)] if purposes else ""


@cache
def names_in_addresses() -> set[str]:
    """Every name that some page of ours reads from an address, as the code has them."""
    source = "\n".join(path.read_text() for path in modules(migrations=False))
    read = re.findall(
        r'GET\.get(?:list)?\("(\w+)"|Choice\.of\(\s*request, "(\w+)"|(?:AFTER, BEFORE, ORDER = )(.*)', source
    )
    return {name for found in read for one in found for name in re.findall(r"\w+", one)} | {"next"}


def test_the_names_that_pages_read_are_found():
    assert {
        "efter",
        "foer",
        "orden",
        "projekt",
        "til",
        "side",
        "rolle",
        "sprog",
        "fra",
        "valgt",
    } <= names_in_addresses()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_takes_what_it_reads_from_an_address_or_leaves_it(rows, page):
    who, address = who_opens(page, rows)
    worst = 503 if page.name == "health" else 499  # 503 is that page's answer where no worker was seen

    for bad in KINDS:
        query = "&".join(f"{name}={bad}" for name in sorted(names_in_addresses()))
        assert status_of(rows, who, f"{address}?{query}") <= worst, bad


@pytest.mark.parametrize(("page", "name"), [(page, name) for page, names in FORMS.items() for name in names])
def test_a_form_in_an_address_takes_what_it_offers_or_leaves_it(rows, page, name):
    for who in ("sille", "karen", "lars"):
        assert {status_of(rows, who, f"{reverse(page)}?{name}={bad}") for bad in BAD.values()} == {200}


@pytest.mark.parametrize(
    "address", ["/{0}", "/?x={0}", "/?{0}=x", "/huse/{0}/", "/administration/?{0}", "/konto/login/?next={0}"]
)
def test_a_nul_in_an_address_is_refused(client, db, address):
    assert client.get(address.format(NUL)).status_code == 400
    assert client.post(address.format(NUL)).status_code in {400, 403}


@pytest.mark.parametrize("bad", ["\0" * 40, "x" * 4000, "1:2:3", "é", "[[", '{"a": 1}', "'; --"])
@pytest.mark.parametrize(
    "name", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages"]
)
def test_a_cookie_that_nobody_gave_opens_nothing_and_breaks_nothing(db, name, bad):
    def status(address):
        client = Client()
        client.cookies = SimpleCookie({name: bad})
        return client.get(address).status_code

    answers = {status(address) for address in ("/", "/konto/login/", "/start/")}

    assert answers == ({400} if "\0" in bad else {200, 302})
