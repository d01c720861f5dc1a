"""Every form of the site, met with what nobody should write: never an error, never kept, always a Danish sentence."""

import re

import pytest
from django import forms
from django.utils.html import conditional_escape
from django.utils.translation import gettext, override

from citizens.places import WhichHouse
from weshelter.tests.filling import (
    BAD,
    CPR,
    bound_form,
    filled_with,
    fitting,
    form_of,
    form_pages,
    free_texts,
    names_read_by_hand,
    pages_of_libraries,
    post,
    takes_text,
    who_opens,
)
from weshelter.tests.matrix import NOBODY
from weshelter.tests.rows import SHARED

PAGES = form_pages()
# A citizen's number, which the secretariat types and does not choose, and what an app on a phone shows just now.
KNOWN_BY_HEART = {"number", "code"}
# Of two only one is filled in: a home is a house, or in a municipality; one is away until a day, or for good.
EITHER_OR = {"municipality", "for_good"}
ENGLISH = re.compile(r"\b(the|this|is|are|not|please|valid|you|with|select|enter|ensure)\b", re.IGNORECASE)
# Forms that take everything: a yes or no, or nothing at all.
every_form_page = pytest.mark.parametrize("filled", PAGES, ids=str)


@every_form_page
def test_whatever_is_posted_to_every_field_at_once_is_answered(rows, filled):
    form, by_hand = form_of(rows, filled), names_read_by_hand(filled)

    for what, bad in BAD.items() if form or by_hand else ():
        values = filled_with(form, bad, form.fields) if form else dict.fromkeys(by_hand, bad)
        response = post(rows, filled, values)
        assert response.status_code < 500, (what, getattr(response, "exc_info", ""))
        assert_sentences_stand_beside_their_fields(response)


@every_form_page
def test_a_text_is_refused_with_a_sentence_or_shown_as_it_was_written(rows, filled):
    form = form_of(rows, filled)

    for what, bad in BAD.items() if form and free_texts(form) else ():
        response = post(rows, filled, filled_with(form, bad, free_texts(form)))
        assert response.status_code < 500, (what, getattr(response, "exc_info", ""))
        assert b"<script>alert" not in response.content
        assert_sentences_stand_beside_their_fields(response)
        assert response.status_code != 302 or what not in CPR


@every_form_page
@pytest.mark.parametrize("what", CPR)
def test_no_field_takes_a_cpr_number(rows, filled, what):
    form = form_of(rows, filled)
    texts = [name for name, field in (form.fields if form else {}).items() if takes_text(field)]
    if not texts:
        return

    answered = bound_form(post(rows, filled, filled_with(form, BAD[what], texts)))

    assert answered, "it was taken"
    assert set(texts) <= set(answered.errors)


@every_form_page
def test_another_houses_things_cannot_be_chosen(rows, filled):
    form = form_of(rows, filled)
    who, _address = who_opens(filled, rows)
    fields = (form.fields if form else {}).items()
    # Whoever moves may move to any house.
    choices = [name for name, one in fields if isinstance(one, forms.ChoiceField) and not isinstance(one, WhichHouse)]
    if not choices or who in {"sille", NOBODY}:
        return

    for pk in foreign(rows):
        answered = bound_form(post(rows, filled, filled_with(form, str(pk), choices)))
        assert set(choices) <= set(answered.errors if answered else ()), pk


@pytest.mark.parametrize("filled", pages_of_libraries(), ids=str)
def test_the_logins_and_the_admins_other_pages_answer_whatever_is_posted(rows, filled):
    form = form_of(rows, filled)

    for what, bad in BAD.items():
        response = post(rows, filled, filled_with(form, bad, form.fields) if form else {"action": bad, "code": bad})
        assert response.status_code < 500, (what, getattr(response, "exc_info", ""))
        assert b"<script>alert" not in response.content


def foreign(rows):
    """Whatever the other house has."""
    nabo = rows.cast.nabo
    named = {value for name, value in rows.named["nabo"].items() if name not in SHARED}
    return named | {nabo.friends.pk, nabo.food.pk, nabo.friend_role.pk, nabo.institution.pk, nabo.institution.slug}


@every_form_page
def test_what_fits_every_field_is_taken(rows, filled):
    """Otherwise the tests above would show no more than that something else was wrong."""
    form = form_of(rows, filled)
    if form is None or not all(fitting(form).values()):
        return  # nothing can be chosen just now

    answered = bound_form(post(rows, filled, fitting(form)))

    assert answered is None or set(answered.errors) <= {"__all__", *KNOWN_BY_HEART, *EITHER_OR}, answered.errors


def test_every_form_is_found(rows):
    """If a form were not found in its page, everything above would pass it by."""
    found = {type(form).__name__ for page in PAGES if (form := form_of(rows, page))}

    assert {"ApplicationForm", "ConfidenceForm", "RegistrationForm", "GuestForm", "EveningForm", "CloseForm"} <= found


def assert_sentences_stand_beside_their_fields(response):
    form, page = bound_form(response), response.content.decode(errors="replace")
    if form is None or not any(f'name="{form[name].html_name}' in page for name in form.fields):
        return  # there is nothing to fill in just now, and the page says why
    for name, errors in form.errors.as_data().items():
        for error in errors:
            for danish, english in zip(in_language("da", error), in_language("en", error), strict=True):
                assert danish != english or not ENGLISH.search(danish), (name, danish)
                assert gettext(danish) == danish, "a sentence that was not translated"
                assert str(conditional_escape(danish)) in page, (name, danish)


def in_language(code: str, error) -> list[str]:
    with override(code):
        return list(error)
