"""A name is kept in one way of writing, and has something in it that one can say."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from access.names import NameField, as_a_name

WORDS = st.text(st.characters(categories=["L", "M", "N", "P", "Zs"]), max_size=30)
UNSEEN = st.text("\u200b\u200d\u200e\u202e\u2066\ufeff\u00ad\u3164", max_size=5)


@given(st.text())
def test_a_name_that_is_kept_stays_as_it_is(written):
    kept = as_a_name(written)

    assert as_a_name(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(one) in {"Cf", "Zl", "Zp"} for one in kept)


@given(WORDS, st.sampled_from(["NFC", "NFD"]))
def test_the_same_letters_are_the_same_name_however_a_phone_puts_them_together(written, form):
    assert as_a_name(unicodedata.normalize(form, written)) == as_a_name(written)


@given(WORDS, UNSEEN, WORDS)
def test_what_nobody_sees_makes_no_other_name(before, unseen, after):
    assert as_a_name(before + unseen + after) == as_a_name(before + after)


@given(st.text(max_size=60))
def test_a_form_takes_a_name_with_a_letter_or_digit_on_one_line_and_no_other(written):
    try:
        taken = NameField(max_length=60).clean(written)
    except ValidationError:
        return

    assert taken == as_a_name(taken)
    assert any(one.isalnum() for one in taken)
    assert not any(unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp"} for one in taken)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Åse Ærø", "Åse Ærø"),
        ("A\u030ase", "Åse"),
        ("  Anna \u00a0 Hansen ", "Anna Hansen"),
        ("Anna\nHansen\tBo\u2028", "Anna Hansen Bo"),
        ("An\u200bna", "Anna"),
        ("\u202eannA\u202c", "annA"),
        ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
        ("محمد", "محمد"),
        ("D'Arcy-O'Neil", "D'Arcy-O'Neil"),
        ("7-9-13", "7-9-13"),
    ],
)
def test_a_name_is_taken(written, kept):
    assert NameField().clean(written) == kept


@pytest.mark.parametrize("written", ["", "   ", "\u200b", "\u3164", "...", "👵🏽", "–", "\n", "An\x07na", "An\0na"])
def test_what_is_no_name_is_refused(written):
    with pytest.raises(ValidationError):
        NameField().clean(written)


def test_a_cpr_number_does_not_hide_behind_what_nobody_sees():
    with pytest.raises(ValidationError) as refused:
        NameField().clean("Anna 0101\u200b90-1234")

    assert refused.value.error_list[0].code == "cpr"
