"""The pages of docs/ that the code tells are in step with it, and tests name only features that there are."""

import pytest

from weshelter.features import FEATURES
from weshelter.management.commands.write_docs import PAGES, marked_tests
from weshelter.tests.code import OUR_APPS, ROOT


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_code_says(name):
    assert (ROOT / "docs" / name).read_text() == PAGES[name](), "run make docs"


def test_the_list_of_features_has_no_gap():
    assert list(FEATURES) == list(range(1, 94))


def test_every_mark_names_a_feature():
    marks = {number for app in OUR_APPS for path in (ROOT / app).rglob("test_*.py") for number, _ in marked_tests(path)}

    assert marks <= set(FEATURES)
