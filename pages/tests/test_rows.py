"""What stands in each row of a list: an address, a sentence, a state, a moment."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from pages.templatetags.rows import ANY, fill, status, url_before, url_with_gap, when


def test_an_address_is_its_beginning_and_the_id():
    assert url_before("coordinators:citizen") + f"{ANY}/" == reverse("coordinators:citizen", args=[ANY])


def test_a_page_with_more_behind_the_id_has_no_such_beginning():
    with pytest.raises(ValueError, match="something stands after the id"):
        url_before("citizens:home")


def test_an_address_with_more_behind_the_id_is_filled_with_it():
    assert fill(url_with_gap("citizens:home"), ANY) == reverse("citizens:home", args=[ANY])


def test_a_sentence_is_filled_with_words_and_numbers_that_may_be_dangerous():
    assert fill("{0} & {1}", "<b>", 12) == "&lt;b&gt; & 12"


@pytest.mark.parametrize("mark", ["good", "waiting", "attention", "ended", ""])
def test_a_state_is_drawn_as_its_part_draws_it(mark):
    part = Template('{% include "parts/_status.html" with text=text kind=mark %}')

    assert status("Bo <b>", mark) == part.render(Context({"text": "Bo <b>", "mark": mark}))


@pytest.mark.parametrize(
    ("language", "year", "said"),
    [
        ("da", 2020, "Mandag 5. oktober 2020 <span"),
        ("en", 2020, "Monday 5 October 2020 <span"),
        ("da", timezone.localtime().year, "oktober <span"),
    ],
)
def test_a_moment_says_its_year_only_if_that_is_over(language, year, said):
    with override(language):
        assert said in when(datetime(year, 10, 5, 15, 30, tzinfo=UTC))
