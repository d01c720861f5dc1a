"""No CPR number is stored, in any text field of any model or form; and what is no CPR number is no trouble."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from access.text import refuse_cpr

FOUR = st.integers(0, 9999).map("{:04}".format)
BETWEEN = st.sampled_from(["", "-", " ", " - ", "–", " – ", "\u2011", "\u00a0", "\u00ad", "\u200b-"])
YEARS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
BIRTHDAYS = YEARS.map("{:%d%m%y}".format) | YEARS.map("{:%d%m%Y}".format)
WORDS = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=20)


def refused(text: str) -> bool:
    try:
        refuse_cpr(text)
    except ValidationError as error:
        return error.code == "cpr"
    return False


@given(WORDS, BIRTHDAYS, BETWEEN, FOUR, WORDS)
def test_a_birthday_and_four_digits_are_refused_wherever_they_stand(before, birthday, between, four, after):
    assert refused(f"{before}{birthday}{between}{four}{after}")


@given(st.integers(0, 999999).map("{:06}".format), BETWEEN, FOUR)
def test_what_begins_with_no_day_of_a_year_is_no_cpr_number(six, between, four):
    day, month = int(six[:2]), int(six[2:4])
    assume(not is_a_day(day, month))

    assert not refused(f"{six}{between}{four}")


def is_a_day(day: int, month: int) -> bool:
    try:
        date(2000, month, day)  # a leap year
    except ValueError:
        return False
    return True


@given(
    st.sampled_from(["70", "72", "73", "76", "79"]),
    st.integers(0, 9999999).map("{:07}".format),
    st.sampled_from(["+46{}{}", "0046{}{}", "+46 {} {:.3} {:.2} {:.2}", "0{}-{:.3} {:.2} {:.2}", "0{}-{}", "0{} {}"]),
)
def test_a_swedish_mobile_number_as_swedes_write_it_is_no_cpr_number(prefix, rest, way):
    parts = [rest] if way.count("{") == 2 else [rest[:3], rest[3:5], rest[5:]]

    assert not refused(f"Ring til {way.format(prefix, *parts)}, helst før middag")


@given(st.from_regex(re.compile(r"[2-9]\d( ?\d\d){3}"), fullmatch=True))
def test_a_danish_number_is_none_either(number):
    assert not refused(f"tlf. {number}")
    assert not refused(f"+45 {number}")


@pytest.mark.parametrize(
    "text", ["010190-1234", "kendt som 0101901234.", "310712 9999", "født 241275-1111,", "0101\u200b90 – 1234"]
)
def test_a_cpr_number_is_refused(text):
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    ["20 12 34 56", "+45 20123456", "kl. 19.30 den 24-12-2026", "5790001234567", "1234", "0731234567", "3002901234"],
)
def test_phones_dates_and_other_numbers_are_not(text):
    refuse_cpr(text)


def test_where_a_number_is_refused_that_may_be_a_phone_the_sentence_says_how_to_write_it():
    """Written in one go, 0701 to 0709 begin with a day of the year, and nobody can tell the two apart."""
    with pytest.raises(ValidationError) as error:
        refuse_cpr("0701234567")

    way_round = re.search(r"\+46[\d ]+\d", str(error.value.message))
    assert way_round
    assert not refused(f"Ring til {way_round[0]}")
