"""Every address, for everybody, about own things, another house's and none: what its declaration says, and no more."""

import pytest
from django.db import DatabaseError

from access.links import LIFETIME, Purpose
from weshelter.tests.matrix import (
    DEAD_LINK,
    EVERYBODY,
    NOT_THERE,
    NOT_THIS_WAY,
    Page,
    ask,
    cases,
    expected,
    expected_by_link,
    is_right,
    nowhere,
    outcome,
    pages,
)
from weshelter.tests.rows import HOUSES
from weshelter.tests.rows import token as token_for

OURS = [page for page in pages() if not page.is_admins]
BY_ROLE = [page for page in OURS if page.access is None or not page.access.purposes]
BY_LINK = [page for page in OURS if page.access and page.access.purposes]


@pytest.mark.parametrize("visited", BY_ROLE, ids=str)
def test_an_address_opens_for_those_whom_it_declares_and_shows_them_only_their_own(rows, visited):
    wrong = {}
    for who in EVERYBODY:
        for whose, method in cases(visited):
            found, wanted = outcome(answer(rows, who, visited, whose, method)), expected(visited, who, whose, method)
            if not is_right(visited, found, wanted):
                wrong[who, whose, method] = found, wanted

    assert wrong == {}


@pytest.mark.parametrize("visited", [page for page in BY_ROLE if page.names], ids=str)
def test_anothers_thing_looks_byte_for_byte_like_one_that_is_not_there(rows, visited):
    for who in EVERYBODY:
        hidden = {
            answer(rows, who, visited, whose, method).content
            for whose, method in cases(visited)
            if expected(visited, who, whose, method) is NOT_THERE
        }

        assert hidden <= {nowhere(rows, who)}, who


@pytest.mark.parametrize("visited", BY_LINK, ids=str)
def test_a_link_opens_the_pages_of_its_purpose_and_any_other_is_a_dead_link(rows, visited):
    wrong = {
        (purpose, link_of, whose, method): (found, wanted)
        for (link_of, purpose), token in rows.tokens.items()
        for whose, method in cases(visited)
        if (found := outcome(ask(rows, "nobody", address(rows, visited, whose, token=token), method)))
        is not (wanted := expected_by_link(visited, purpose, link_of, whose, method))
    }

    assert wrong == {}


@pytest.mark.parametrize("visited", BY_LINK, ids=str)
def test_a_dead_link_looks_the_same_whatever_it_was(rows, visited):
    method = "GET" if "GET" in visited.access.methods else "POST"
    invented = ask(rows, "nobody", address(rows, visited, "rg60", token="opfundet"), method)

    assert outcome(invented) is DEAD_LINK
    for (house, purpose), token in rows.tokens.items():
        if purpose not in visited.access.purposes:
            tried = ask(rows, "karen", address(rows, visited, house, token=token), method)
            assert tried.content == invented.content


def test_a_link_about_anothers_match_cannot_be_made(rows):
    match_of_rg60 = rows.about["rg60", Purpose.PROPOSAL][1]
    volunteer_of_nabo = rows.about["nabo", Purpose.PROPOSAL][0]

    with pytest.raises(DatabaseError, match="outside the scope"):
        token_for(rows.cast.nabo, Purpose.PROPOSAL, volunteer_of_nabo, match_of_rg60)


def test_every_purpose_of_a_link_lives_for_a_time_opens_a_page_and_is_tried_here(rows):
    assert set(LIFETIME) == set(Purpose)
    assert {purpose for page in BY_LINK for purpose in page.access.purposes} == set(Purpose)
    assert set(rows.tokens) == {(house, purpose) for house in HOUSES for purpose in Purpose}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_no_view_takes_another_method(rows, method):
    taken = {
        str(page): found
        for page in pages()
        if page.access
        if (found := outcome(ask(rows, "sille", address(rows, page, "rg60", token="x"), method))) is not NOT_THIS_WAY
    }

    assert taken == {}


def answer(rows, who: str, page: Page, whose: str, method: str):
    """What somebody gets; asked once for all the tests of a page."""
    key = (page, who, whose, method)
    if key not in rows.answers:
        rows.answers[key] = ask(rows, who, address(rows, page, whose), method)
    return rows.answers[key]


def address(rows, page: Page, whose: str, **values) -> str:
    return page.address({**rows.values(page.names, whose), **values})
