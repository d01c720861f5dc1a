"""Each sentence that is read aloud before a yes is kept: a test of its key does it and looks."""

import re

import pytest

from citizens.wordings import CURRENT, SENTENCES, WORDINGS
from weshelter.tests.words_kept import KEPT

KEYS = [key for said in SENTENCES.values() for key in said]


@pytest.mark.feature(69)
@pytest.mark.parametrize("key", KEYS)
def test_what_is_read_aloud_is_so(client, cast, key):
    KEPT[key](client, cast)


def test_no_sentence_lacks_a_test_and_no_test_a_sentence():
    assert sorted(KEYS) == sorted(KEPT)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("purpose", SENTENCES)
def test_the_words_that_are_read_are_these_sentences_and_no_other(purpose, language):
    said = [one[language] for one in SENTENCES[purpose].values()]

    assert re.split(r"(?<=[.]) ", WORDINGS[CURRENT][purpose][language]) == said


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_is_short_enough_to_be_heard(key):
    [said] = [sentences[key] for sentences in SENTENCES.values() if key in sentences]

    assert all(len(text.split()) <= 24 for text in said.values())
