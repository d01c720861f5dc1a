"""The list of words that may tell the friend too much."""

import pytest

from notes.words import words_to_look_at


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lad ham tale ud, og ret ham ikke, når historierne bliver store.", []),
        ("Gå en tur i god tid, og spørg ikke til familien.", []),
        ("Domkirken og politik er gode emner. Tal om musikken og stoffet i hans jakke.", []),
        ("Hun er psykisk syg", ["psykisk", "syg"]),
        ("Han har skizofreni og ADHD", ["skizofreni", "adhd"]),
        ("Hun har et alkoholmisbrug, et Alkoholmisbrug", ["alkoholmisbrug"]),
        ("Han tager metadon og hash", ["metadon", "hash"]),
        ("Han har siddet i fængsel for vold", ["fængsel", "vold"]),
        ("Han er dømt", ["dømt"]),
        ("Hun har været udsat for overgreb", ["overgreb"]),
        ("Spørg ikke til medicinen", ["medicinen"]),
        ("Han er 010180-1234", ["010180-1234"]),
        ("", []),
    ],
)
def test_words_to_look_at(sentence, words):
    assert words_to_look_at(sentence) == words
