"""What fits whom: hard conditions first, then reasons that are true."""

from uuid import uuid4

import pytest
from django.utils.translation import override

from matching.suggestions import Candidate, Wish, rank, weights

NAMES = {"walks": "Gåture", "chess": "Skak", "music": "Musik", "da": "dansk", "en": "engelsk", "evening": "aften"}


def candidate(name="Vera", interests="walks", languages="da", slots="evening", **more) -> Candidate:
    """A volunteer as values."""
    return Candidate(
        uuid4(),
        name,
        "2200",
        frozenset(interests.split()),
        frozenset(languages.split()),
        frozenset(slots.split()),
        **more,
    )


def wish(interests="walks", languages="da", slots="evening") -> Wish:
    return Wish(frozenset(interests.split()), frozenset(languages.split()), frozenset(slots.split()))


def names(ranking) -> list[str]:
    return [one.candidate.first_name for one in ranking.suggestions]


@pytest.mark.feature(22)
@pytest.mark.feature(26)
def test_each_suggestion_says_why():
    with override("en"):
        best = rank(wish("walks chess"), [candidate(interests="walks chess")], NAMES).suggestions[0]

    assert best.reasons == (
        "Vera also likes: skak and gåture.",
        "Both usually have time: aften.",
        "Vera speaks: dansk.",
    )
    assert best.against == ()


@pytest.mark.feature(23)
def test_hard_conditions_leave_out_and_are_counted():
    full, foreign = candidate("Full", has_room=False), candidate("Foreign", languages="en")

    ranking = rank(wish(), [full, foreign, candidate("Fits")], NAMES)

    assert names(ranking) == ["Fits"]
    assert ranking.left_out == {"room": 1, "language": 1}
    assert len(ranking.left_out_sentences) == 2


def test_a_rare_interest_says_more_than_one_that_everybody_has():
    common = [candidate(f"Common {n}", interests="walks") for n in range(4)]
    rare = candidate("Rare", interests="chess")

    assert names(rank(wish("walks chess"), [*common, rare], NAMES))[0] == "Rare"


def test_equal_scores_keep_the_order_of_those_who_waited_longest():
    assert names(rank(wish(), [candidate("First"), candidate("Second")], NAMES)) == ["First", "Second"]


def test_what_speaks_against_is_said_too():
    with override("en"):
        suggestion = rank(wish("chess", slots="evening"), [candidate(slots="morning")], NAMES).suggestions[0]

    assert suggestion.against == ("No interest in common has been ticked.", "They have ticked different times.")


def test_without_any_wish_everybody_with_room_is_shown():
    assert names(rank(Wish(frozenset(), frozenset(), frozenset()), [candidate("Anybody")], NAMES)) == ["Anybody"]


def test_a_shared_interest_always_counts():
    assert min(weights([frozenset({"walks"})] * 50).values()) >= 1
