"""A postcode is four digits in Denmark, or as it is written abroad; how far it is there nobody knows."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from institutions.postcodes import PostcodeField, kilometres


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2200", "2200"),
        (" 2200 ", "2200"),
        ("211 20", "211 20"),
        ("21120", "21120"),
        ("se-211  20", "SE-211 20"),
        ("N-0150", "N-0150"),
        ("DK-2200", "2200"),
        ("dk 2200", "2200"),
        ("sw1a 1aa", "SW1A 1AA"),
        ("1012 AB", "1012 AB"),
    ],
)
def test_a_postcode_is_taken(written, kept):
    assert PostcodeField().clean(written) == kept


@pytest.mark.parametrize(
    "written", ["NV", "220", "Malmö", "København", "٢٢٠٠", "010190-1234", "2" * 13, "22-", "----5"]
)
def test_what_is_none_is_refused(written):
    with pytest.raises(ValidationError):
        PostcodeField().clean(written)


@given(st.integers(0, 9999).map("{:04}".format))
def test_every_four_digits_are_one(written):
    assert PostcodeField().clean(written) == written


@given(st.text(max_size=15))
def test_what_is_taken_once_is_taken_as_it_stands(written):
    try:
        kept = PostcodeField().clean(written)
    except ValidationError:
        return

    assert PostcodeField().clean(kept) == kept
    assert kept.isascii()


@given(st.from_regex(r"[0-9]{3} [0-9]{2}", fullmatch=True))
def test_to_a_postcode_from_abroad_no_distance_is_known(swedish):
    assert kilometres("2200", swedish) is kilometres(swedish, "2200") is None
