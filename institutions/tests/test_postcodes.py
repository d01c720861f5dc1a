"""A postcode is four digits in Denmark, or as it is written abroad; how far it is there nobody knows."""

import csv
import re
from math import degrees
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from institutions import postcodes
from institutions.postcodes import PostcodeField, centres, kilometres


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


def rows() -> list[dict]:
    with Path(postcodes.__file__).with_name("postcodes.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.feature(33)
def test_every_danish_postcode_has_a_centre_whose_source_is_named():
    licence = Path(postcodes.__file__).with_name("postcodes.LICENSE.txt").read_text()

    assert len(centres()) == len(rows()) == 1089
    assert all(re.search(rf"^{one['source']} ", licence, re.M) for one in rows())


def test_each_lies_in_denmark_and_near_another():
    """None is out at sea, as some of the areas' own centres are: Anholt and Læsø alone have no other within 20 km."""
    alone = {
        code
        for code in centres()
        if min(kilometres(code, other) for other in centres() if other != code and other[:1] == code[:1]) > 20
    }

    assert all(54.5 < degrees(lat) < 57.8 and 8.0 < degrees(lon) < 15.2 for lat, lon in centres().values())
    assert alone == {"8592", "9940"}


@pytest.mark.feature(33)
@pytest.mark.parametrize(
    ("here", "there", "about"),
    [
        ("2500", "8000", 153),
        ("2500", "2450", 2),
        ("1620", "5000", 137),
        ("3700", "2200", 147),
        ("9990", "6720", 285),
        ("6950", "7400", 47),
        ("8305", "8000", 43),
        ("4583", "4500", 20),
        ("7700", "7900", 20),
        ("4900", "4800", 46),
    ],
)
def test_distances_are_those_of_an_atlas(here, there, about):
    assert abs(kilometres(here, there) - about) <= max(4, about / 20)
