"""The arrays say what the rules say, and every sentence is true: for any people at all."""

from collections import Counter

import numpy as np
import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from institutions.postcodes import kilometres
from matching.suggesting.ranking import best, rank, speaker
from matching.suggesting.rules import BEST, rarity, score, unmet
from matching.suggesting.scoring import Pool, Scoring, masks
from matching.suggesting.values import Candidate, Weights, Wish
from matching.tests.strategies import NAMES, candidates, somebody, weights, wishes

QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(st.lists(wishes, min_size=1, max_size=4), candidates, weights)
def test_each_cell_of_the_array_is_what_the_rules_say(asked, volunteers, weighed):
    rare = rarity(volunteers)

    scores = Scoring(asked, Pool(volunteers), weighed).all()

    assert scores.tolist() == [[score(wish, one, weighed, rare) for one in volunteers] for wish in asked]


@QUICK
@given(st.lists(wishes, min_size=1, max_size=4), candidates)
def test_those_left_out_are_counted_where_they_fail_first(asked, volunteers):
    scoring = Scoring(asked, Pool(volunteers), Weights())

    counted = [scoring.left_out(row) for row in range(len(asked))]

    assert counted == [Counter(code for one in volunteers if (code := unmet(wish, one))) for wish in asked]


@QUICK
@given(wishes, candidates, weights)
def test_the_ranking_is_that_of_scoring_one_by_one(wish, volunteers, weighed):
    rare = rarity(volunteers)
    scores = {one.id: score(wish, one, weighed, rare) for one in volunteers}

    ranking = rank(wish, volunteers, NAMES, weighed)

    one_by_one = sorted((one for one in volunteers if scores[one.id]), key=lambda one: -scores[one.id])
    assert [one.candidate for one in ranking.suggestions] == one_by_one[:10]
    assert [one.score for one in ranking.suggestions] == [scores[one.id] for one in one_by_one[:10]]


@QUICK
@given(wishes, somebody, weights)
def test_a_score_is_between_1_and_the_best_where_no_condition_fails(wish, one, weighed):
    found = score(wish, one, weighed, rarity([one]))

    assert 1 <= found <= BEST if not unmet(wish, one) else found == 0


def both(wish, one, what, offered):
    """What a sentence names must be on both lists, and nothing that is may be missing."""
    return called(getattr(wish, what) & getattr(one, offered))


def called(codes) -> set[str]:
    return {f"«{code}»" for code in codes}


def named(sentence: str) -> set[str]:
    return {f"«{part.split('»')[0]}»" for part in sentence.split("«")[1:]}


# How each reason begins or reads, and what must then be so, asked of the values and not of the rules.
REASONS = {
    "would like to join in": lambda wish, one, said: named(said) == both(wish, one, "wishes", "interests") != set(),
    "also likes": lambda wish, one, said: named(said) == both(wish, one, "interests", "interests") != set(),
    "Both usually have time": lambda wish, one, said: named(said) == both(wish, one, "slots", "slots") != set(),
    "speaks": lambda wish, one, said: set() != named(said) <= both(wish, one, "languages", "languages"),
    "is of the age": lambda wish, one, said: one.age in wish.ages,
    "has experience": lambda wish, one, said: named(said) == both(wish, one, "needs", "experience") != set(),
    "lives close by": lambda wish, one, said: kilometres(wish.area, one.area) == 0,
    "km away, in a straight line": lambda wish, one, said: f" {kilometres(wish.area, one.area)} km" in said,
    "Only few others": lambda wish, one, said: named(said) <= both(wish, one, "interests", "interests"),
    "ticked nothing": lambda wish, one, said: wish.wishes and not wish.wishes & one.interests,
    "No interest in common": lambda wish, one, said: (
        wish.interests and not (wish.interests | wish.wishes) & one.interests
    ),
    "not told when": lambda wish, one, said: wish.slots and not one.slots,
    "different times": lambda wish, one, said: wish.slots and one.slots and not wish.slots & one.slots,
    "not of the age": lambda wish, one, said: wish.ages and one.age not in wish.ages,
    "not told of experience": lambda wish, one, said: wish.needs and not wish.needs & one.experience,
    "is not known": lambda wish, one, said: kilometres(wish.area, one.area) is None,
    "km to": lambda wish, one, said: (kilometres(wish.area, one.area) or 0) >= 15,
}


@pytest.mark.feature(22)
@settings(max_examples=100, deadline=None)
@given(wishes, candidates, weights)
def test_every_sentence_is_true(wish, volunteers, weighed):
    speak = speaker(Pool(volunteers), NAMES, weighed)

    with override("en"):
        said = [(one, speak(wish, one, 1)) for one in volunteers]

    for one, suggestion in said:
        for sentence in (*suggestion.reasons, *suggestion.against):
            holds = [REASONS[words](wish, one, sentence) for words in REASONS if words in sentence]
            assert holds, sentence
            assert all(holds), sentence


@pytest.mark.feature(22)
@settings(max_examples=200, deadline=None)
@given(wishes, candidates)
def test_whatever_two_have_in_common_is_said_and_nothing_that_everybody_has(wish, volunteers):
    """What the page promises: why it may be these two. Asked of the two alone, and of nothing that the code counts."""
    speak, everybody = speaker(Pool(volunteers), NAMES, Weights()), len(volunteers) > 1

    for one in volunteers:
        with override("en"):
            suggestion = speak(wish, one, 1)
        reasons = " ".join(suggestion.reasons)
        by_all = {code for code in one.languages if everybody and all(code in other.languages for other in volunteers)}
        shared = (wish.wishes | wish.interests) & one.interests | wish.slots & one.slots | wish.needs & one.experience
        assert named(reasons) == called(shared | (wish.languages & one.languages) - by_all)
        assert ("of the age that is wished for." in reasons) == (one.age in wish.ages)
        near = kilometres(wish.area, one.area)
        assert ("lives" in reasons) == (near is not None and near < 15)
        assert ("No interest in common" in " ".join(suggestion.against)) <= (not shared & one.interests)


@QUICK
@given(wishes, candidates)
def test_what_only_few_like_is_liked_by_fewer_than_one_in_ten(wish, volunteers):
    crowd = volunteers * 5
    speak = speaker(Pool(crowd), NAMES, Weights())

    with override("en"):
        rare = {
            word
            for one in volunteers
            for sentence in speak(wish, one, 1).reasons
            if sentence.startswith("Only few")
            for word in named(sentence)
        }

    assert all(10 * sum(word in called(one.interests) for one in crowd) < len(crowd) for word in rare)


@QUICK
@given(wishes, candidates)
@pytest.mark.feature(23)
def test_every_exclusion_is_true(wish, volunteers):
    reasons = {
        "project": lambda one: wish.project not in one.projects,
        "ready": lambda one: not one.ready,
        "asked": lambda one: wish.project in one.kept_from,
        "room": lambda one: one.room < 1,
        "gender_not_said": lambda one: bool(wish.genders) and one.gender == "",
        "gender": lambda one: bool(wish.genders) and one.gender not in wish.genders,
        "language": lambda one: bool(wish.languages) and not wish.languages & one.languages,
        "never_again": lambda one: one.id in wish.never,
        "volunteer_cannot": lambda one: bool(wish.has & one.cannot),
        "citizen_cannot": lambda one: bool(wish.cannot & one.has),
        "times": lambda one: bool(wish.slots) and bool(one.slots) and not wish.slots & one.slots,
    }

    for one in volunteers:
        assert unmet(wish, one) == next((code for code, holds in reasons.items() if holds(one)), "")


def test_more_codes_than_one_mask_holds_are_counted_all():
    many = frozenset(f"code-{n}" for n in range(150))
    wish, one = Wish(slots=many), Candidate("0", "Vera", slots=many)

    found = Scoring([wish], Pool([one]), Weights()).masks

    assert [int(np.bitwise_count(asked & offered)[0]) for _weight, asked, offered in found] == [64, 64, 22]


def test_a_mask_has_the_bits_of_the_codes():
    column = [frozenset(), frozenset({"a", "c"}), frozenset({"b", "elsewhere"}), frozenset()]

    assert masks(column, {"a": 1, "b": 2, "c": 4}).tolist() == [0, 5, 2, 0]


def test_the_best_keep_their_order_among_equals():
    assert best(np.array([3, 9, 3, 9, 1], np.uint8), 4) == [1, 3, 0, 2]
