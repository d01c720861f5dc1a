"""The title of a page is read out first: where something was filled in wrongly, it says so."""

import re

import pytest

from weshelter.tests.filling import BAD, filled_with, form_of, form_pages, post, who_opens
from weshelter.tests.matrix import ask

SENTENCES = re.compile(r'class="(error-summary|invalid-feedback|errornote|errorlist|text-danger)\b')
WRONG = ["nothing", "far too much"]


def title_of(response) -> str:
    found = re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def answers_with_errors(rows, page) -> list:
    """What the page answers to a form filled in wrongly, where it says so."""
    form = form_of(rows, page)
    posted = [filled_with(form, BAD[what], form.fields) for what in WRONG] if form else [{}]
    answers = [post(rows, page, values) for values in posted]
    return [one for one in answers if one.status_code == 200 and SENTENCES.search(one.content.decode())]


@pytest.mark.parametrize("filled", form_pages(), ids=str)
def test_a_page_with_errors_says_so_in_its_title(rows, filled):
    assert [
        title for one in answers_with_errors(rows, filled) if not (title := title_of(one)).startswith("Fejl: ")
    ] == []


@pytest.mark.parametrize("filled", form_pages(), ids=str)
def test_a_page_as_it_is_opened_says_nothing_of_errors(rows, filled):
    who, address = who_opens(filled, rows)

    assert not title_of(ask(rows, who, address, "GET")).startswith("Fejl")


def test_pages_with_errors_are_found(rows):
    assert sum(bool(answers_with_errors(rows, page)) for page in form_pages()) > 30
