"""The pages of docs/ that the code tells are in step with it, and tests name only features that there are."""

import pytest

from weshelter.features import FEATURES, LACKS
from weshelter.management.commands.write_docs import PAGES, marked_tests
from weshelter.promises import PROMISES
from weshelter.tests.code import OUR_APPS, ROOT


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_code_says(name):
    assert (ROOT / "docs" / name).read_text() == PAGES[name](), "run make docs"


def test_the_list_of_features_has_no_gap():
    assert list(FEATURES) == list(range(1, 96))


def test_every_mark_names_a_feature():
    marks = {number for app in OUR_APPS for path in (ROOT / app).rglob("test_*.py") for number, _ in marked_tests(path)}

    assert marks <= set(FEATURES)


def test_only_what_is_there_in_part_lacks_something():
    marks = {number for app in OUR_APPS for path in (ROOT / app).rglob("test_*.py") for number, _ in marked_tests(path)}

    assert set(LACKS) <= marks


def test_what_is_kept_in_part_is_marked_on_the_page():
    marked = {promise.text for promise in PROMISES if promise.lacks}

    said = {line[2:].split("<br>")[0] for line in PAGES["access.md"]().splitlines() if "**In part.**" in line}
    assert said == marked
