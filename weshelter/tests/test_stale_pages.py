"""Every page that changes something, opened by two and sent by both: nothing of the first goes without a word."""

from contextlib import contextmanager
from functools import cache
from html import unescape

import pytest
from django.db import connection, transaction

from access.context import acting
from institutions.models import Membership
from volunteers.models import RoleProfile
from weshelter.tests import not_stale, people, stale_cases
from weshelter.tests.code import our_models
from weshelter.tests.filling import bound_form, form_pages, who_opens
from weshelter.tests.rows import signed_in
from weshelter.tests.stale import ask_as, sheets_of

COLLEAGUE = {"karen": "kirsten", "lars": "lone", "sille": "signe"}
LISTED = {*not_stale.NOTHING_TO_OVERWRITE, *not_stale.ONLY_SEARCHES, *not_stale.TWO_PERSONS}
# A link is one person's: nobody else sends what it opens.
PAGES = [page for page in form_pages() if not page.is_admins and page.access and not page.access.purposes]
# What a person has written, and nobody types twice.
WRITTEN = {"own_words", "past_words", "place", "nickname", "text", "letter", "why", "email", "name", "note"}
# What changes by itself with whatever is done: counters, and when somebody was told.
BY_THEMSELVES = {"taken", "changes", "told_at", "reminded_at", "last_login"}


@pytest.fixture
def two(rows):
    """A colleague beside Karen, Lars and Sille each, with the same rights; what the two do is taken back."""
    with transaction.atomic():
        cast = rows.cast
        cast.kirsten, cast.lone = people.create_user("Kirsten K"), people.create_user("Lone L")
        with acting(user=cast.sille):
            for project in (cast.rg60.friends, cast.rg60.food):
                Membership.objects.create(user=cast.kirsten, role="coordinator", project=project)
            Membership.objects.create(user=cast.lone, role="lead", institution=cast.rg60.institution)
            RoleProfile.objects.filter(pk=cast.rg60.friend_role.pk).update(references_asked=0, record_asked="")
        rows.cookies |= {who: signed_in(getattr(cast, who)) for who in COLLEAGUE.values()}
        yield rows
        transaction.set_rollback(True)


@contextmanager
def tried():
    """What is changed here is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@cache
def readable() -> dict:
    """Of each of our models the columns that the app's login may read, its key first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped"
            " AND has_column_privilege(c.oid, a.attnum, 'SELECT')"
        )
        allowed = set(cursor.fetchall())
    return {
        model: [model._meta.pk.column, *others]
        for model in our_models()
        if (model._meta.db_table, model._meta.pk.column) in allowed
        if (
            others := [
                one.column
                for one in model._meta.concrete_fields
                if (model._meta.db_table, one.column) in allowed and one.name not in BY_THEMSELVES
                if not one.primary_key
            ]
        )
    }


def all_that_stands(rows, only: str = "") -> dict:
    """Every value of every row that coordinator, lead or secretariat of RG60 sees; or of one column."""
    found = {}
    for who in COLLEAGUE:
        with acting(user=getattr(rows.cast, who)), connection.cursor() as cursor:
            for model, (key, *columns) in readable().items():
                asked = [only] if only in columns else [] if only else columns
                if asked:
                    listed = ", ".join(f'"{column}"' for column in [key, *asked])
                    cursor.execute(f"SELECT {listed} FROM {model._meta.db_table}")
                    for pk, *values in cursor.fetchall():
                        found |= {
                            (model._meta.label, pk, name): value for name, value in zip(asked, values, strict=True)
                        }
    return found


def opened(rows, page, who: str, address: str) -> dict:
    """What a browser sends of the page as it stands: of its own form, or of the button that leads here."""
    looked_at = [address] if "GET" in page.access.methods else [address.rsplit("/", 2)[0] + "/", *hosts(rows, address)]
    for one in looked_at:
        response = ask_as(rows, who, "get", one)
        for sheet in sheets_of(response.content.decode()) if response.status_code == 200 else []:
            if sheet.action == address or (sheet.action in ("", address) and one == address):
                return sheet.values
    return {}


def hosts(rows, address: str) -> list[str]:
    """Where the button of an address may stand: on the pages above it."""
    parts = address.strip("/").split("/")
    return ["/" + "/".join(parts[:end]) + "/" for end in range(len(parts) - 1, 0, -1)]


def is_told(response) -> bool:
    """A sentence on a page of its own, or in the form that was sent."""
    form = bound_form(response) if response.status_code == 200 else None
    return response.status_code == 409 or bool(form and form.errors)


def test_every_page_that_changes_something_is_tried_or_says_why_not():
    ours = {page.name for page in PAGES}

    assert ours - LISTED - set(stale_cases.CASES) == set(), "say in stale_cases.py how, or in not_stale.py why not"
    assert (LISTED | set(stale_cases.CASES)) - ours == set(), "there is no such page"


@pytest.mark.parametrize("page", [one for one in PAGES if one.name in stale_cases.CASES], ids=str)
def test_what_the_first_has_done_stands_or_the_second_is_told(two, page):
    first, _address = who_opens(page, two)
    second = COLLEAGUE[first]
    case = stale_cases.CASES[page.name](two)
    address = page.address({**two.values(page.names, "rg60"), **case.named})
    page_of_first, page_of_second = opened(two, page, first, address), opened(two, page, second, address)
    with tried():
        alone = ask_as(two, second, "post", address, page_of_second | case.second)
        assert alone.status_code == 302, f"what the second sends is not taken at all: {alone.content.decode()[-3000:]}"

    before = all_that_stands(two)
    done = ask_as(two, first, "post", address, page_of_first | case.first)
    stands = all_that_stands(two)
    then = ask_as(two, second, "post", address, page_of_second | case.second)
    afterwards = all_that_stands(two)

    changed = {key for key, value in stands.items() if key not in before or before[key] != value}
    lost = {key: (stands[key], afterwards.get(key)) for key in changed if afterwards.get(key) != stands[key]}
    assert done.status_code == 302
    assert not lost or is_told(then), lost
    assert not lost, f"told, and overwritten all the same: {lost}"


@pytest.mark.parametrize("page", [one for one in PAGES if one.name in stale_cases.CASES], ids=str)
def test_of_two_who_do_the_same_the_second_is_told_who_did_it_and_keeps_what_was_sent(two, page):
    first, _address = who_opens(page, two)
    second = COLLEAGUE[first]
    case = stale_cases.CASES[page.name](two)
    address = page.address({**two.values(page.names, "rg60"), **case.named})
    page_of_first, page_of_second = opened(two, page, first, address), opened(two, page, second, address)
    before = all_that_stands(two, only="state")
    ask_as(two, first, "post", address, page_of_first | case.first)
    stands = all_that_stands(two, only="state")

    then = ask_as(two, second, "post", address, page_of_second | case.first)

    moved = {key: value for key, value in stands.items() if key in before and before[key] != value}
    text = unescape(then.content.decode())
    assert is_told(then) or not moved, moved
    if is_told(then):
        assert getattr(two.cast, first).name in text or page.name in not_stale.NAMES_NOBODY
        said = [one for name, one in case.first.items() if name in WRITTEN]
        assert [one for one in said if one not in text] == []
