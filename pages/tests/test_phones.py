"""A phone number is shown as one dials it from Denmark, on every page."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from phonenumber_field.phonenumber import to_python

from pages.phones import A_NUMBER, as_dialled

SHOWN = re.compile(r"\{\{[^}]*\bphone\b(?!\.as_rfc3966)[^}]*\}\}")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("+4520304050", "20 30 40 50"),
        ("32123456", "32 12 34 56"),
        ("+46701234567", "+46 70 123 45 67"),
        ("+4915123456789", "+49 1512 3456789"),
        ("", ""),
    ],
)
def test_a_danish_number_is_shown_without_its_country_and_another_with_it(written, shown):
    assert as_dialled(to_python(written)) == shown


def test_the_examples_of_the_sentence_are_numbers_themselves():
    examples = re.findall(r"\+?\d[\d ]+\d", str(A_NUMBER))

    assert [(one, to_python(one).is_valid()) for one in examples] == [("32 12 34 56", True), ("+46 70 123 45 67", True)]


def test_no_page_shows_a_number_otherwise():
    shown = {
        found
        for path in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for found in SHOWN.findall(path.read_text())
    }

    assert shown
    assert {one for one in shown if "as_dialled" not in one} == set()
