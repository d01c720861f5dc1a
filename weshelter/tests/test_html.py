"""The HTML of every page is valid."""

import pytest
from django.template.loader import render_to_string

from weshelter.tests.crawl import client_of
from weshelter.tests.faces import ERRORS, Face, create_all, faces
from weshelter.tests.validity import faults_of

pytestmark = pytest.mark.feature(92)
LONGEST = 40_000


@pytest.fixture(scope="module")
def visitors(committed_for_all):
    """Everybody, signed in."""
    rows = create_all()
    return rows, {who: client_of(rows, who) for who in rows.cookies}


@pytest.mark.parametrize("face", [face for face in faces() if str(face) != "letters:postbox"], ids=str)
def test_the_html_of_a_page_is_valid(visitors, face: Face):
    rows, clients = visitors

    response = clients[face.who].get(face.address(rows))

    assert response.status_code == 200
    assert faults_of(response.content.decode()) == []


@pytest.mark.parametrize("template", ERRORS)
def test_the_html_of_a_page_that_says_no_is_valid(template):
    assert faults_of(render_to_string(template)) == []


@pytest.mark.parametrize(
    "address", ["volunteers:list", "citizens:list", "matching:list", "foodclubs:list", "friendships:check_ins"]
)
def test_a_list_is_under_40_kb(visitors, address):
    rows, clients = visitors
    face = next(face for face in faces() if str(face) == address)

    assert len(clients[face.who].get(face.address(rows)).content) < LONGEST


def test_a_form_with_mistakes_is_valid(visitors):
    response = visitors[1]["nobody"].post("/bliv-frivillig/", {"email": "ingen"})

    assert b"error-summary" in response.content
    assert faults_of(response.content.decode()) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p id=a></p><p id=a></p>", "id a stands twice"),
        ("<label for=b>Navn</label>", "for=b points nowhere"),
        ("<a href=#c>Ned</a>", "href=#c points nowhere"),
        ("<a href='/'><button>Gem</button></a>", "<button> in <a>"),
        ("<span><form></form></span>", "<form> in <span>"),
        ("<span><details><summary>Mere</summary></details></span>", "<details> in <span>"),
        ("<label><blockquote>Ord</blockquote></label>", "<blockquote> in <label>"),
        ("<ul><p>Linje</p></ul>", "<p> in <ul>"),
        ("<h3>Under</h3>", "h1 is followed by h3"),
        ("<time datetime=i-morgen>i morgen</time>", "datetime=i-morgen"),
        ("<img src=a.png>", "a.png has no words"),
        ("<div></p></div>", "line 1: Unexpected </p> end tag"),
    ],
)
def test_a_fault_is_found(body, fault):
    whole = (
        f"<!DOCTYPE html><html lang=da><head><meta charset=utf-8><title>Side</title></head><body><h1>Side</h1>{body}"
    )

    assert faults_of(whole) == [fault]
