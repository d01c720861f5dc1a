"""Where a rule turns: one below, on it, one above; in fixed examples, which no luck of a draw leaves out."""

import numpy as np
import pytest

from matching.rounds.certificate import Prices, proves
from matching.suggesting import rules
from matching.suggesting.rules import BEST, CONDITIONS, FACTORS, LONGEST_WAIT, nearness, rarity, score
from matching.suggesting.values import Candidate, Weights, Wish

A_WISH, A_CANDIDATE = Wish(), Candidate("a", "Vera")
CONDITION = {one.code: one.holds for one in CONDITIONS}
FACTOR = {one.code: one.steps for one in FACTORS}


@pytest.mark.feature(33)
@pytest.mark.parametrize(
    ("km", "steps"),
    [(0, 4), (2.99, 4), (3, 3), (3.01, 3), (7.99, 3), (8, 2), (8.01, 2), (14.99, 2), (15, 1), (15.01, 1), (None, 0)],
)
def test_nearness_turns_at_its_kilometres(monkeypatch, km, steps):
    monkeypatch.setattr(rules, "kilometres", lambda here, there: km)

    assert nearness("2450", "2500") == steps


@pytest.mark.feature(24)
@pytest.mark.parametrize(("months", "steps"), [(0, 0), (11, 11), (12, 12), (13, 12)])
def test_waiting_counts_up_to_a_year(months, steps):
    assert LONGEST_WAIT == 12
    assert FACTOR["waiting"](months, True) == steps


@pytest.mark.parametrize(
    ("having", "of", "steps"), [(1, 11, 3), (1, 10, 2), (1, 9, 2), (1, 5, 2), (1, 4, 1), (1, 3, 1), (4, 4, 1)]
)
def test_an_interest_is_rare_below_one_in_ten_and_one_in_four(having, of, steps):
    ticked = [A_CANDIDATE._replace(interests=frozenset({"chess"} if number < having else ())) for number in range(of)]

    assert rarity(ticked) == {"chess": steps}


@pytest.mark.parametrize(("room", "holds"), [(-1, False), (0, False), (1, True)])
def test_there_is_room_from_one_place_on(room, holds):
    assert CONDITION["room"](1, room) is holds


@pytest.mark.parametrize(
    ("code", "asked", "offered", "holds"),
    [
        ("gender_not_said", frozenset(), "", True),
        ("gender_not_said", frozenset({"woman"}), "", False),
        ("gender_not_said", frozenset({"woman"}), "man", True),
        ("gender", frozenset({"woman"}), "", True),
        ("gender", frozenset({"woman"}), "man", False),
        ("gender", frozenset({"woman"}), "woman", True),
        ("language", frozenset(), frozenset(), True),
        ("language", frozenset({"pl"}), frozenset(), False),
        ("language", frozenset({"pl"}), frozenset({"da"}), False),
        ("language", frozenset({"pl", "da"}), frozenset({"da"}), True),
        ("volunteer_cannot", frozenset({"pets"}), frozenset({"pets"}), False),
        ("volunteer_cannot", frozenset({"pets"}), frozenset({"smoke"}), True),
        ("citizen_cannot", frozenset({"pets"}), frozenset({"pets"}), False),
        ("times", frozenset(), frozenset(), True),
        ("times", frozenset({"evening"}), frozenset(), True),
        ("times", frozenset(), frozenset({"evening"}), True),
        ("times", frozenset({"evening"}), frozenset({"morning"}), False),
        ("times", frozenset({"evening"}), frozenset({"morning", "evening"}), True),
        ("project", 1, frozenset({1}), True),
        ("project", 1, frozenset({2}), False),
        ("asked", 1, frozenset({1}), False),
        ("asked", 1, frozenset(), True),
        ("never_again", frozenset({"a"}), "a", False),
        ("never_again", frozenset({"a"}), "b", True),
    ],
)
def test_a_condition_turns_where_it_says(code, asked, offered, holds):
    assert CONDITION[code](asked, offered) is holds


@pytest.mark.parametrize(("weight", "found"), [(BEST - 1, BEST - 1), (BEST, BEST), (BEST + 1, BEST)])
def test_above_the_best_nobody_is_better(weight, found):
    weights = Weights(*(0 for _factor in Weights._fields))._replace(fits=weight)

    assert score(A_WISH, A_CANDIDATE, weights, {}) == found


SCORES = np.array([[9, 4], [8, 7]], np.uint8)
BEST_ROUND = np.array([0, 1])
FITTING = Prices(np.array([8, 7]), np.array([1, 0]))
ONE_PLACE_EACH = np.array([1, 1])


@pytest.mark.feature(32)
def test_fitting_prices_prove_the_best_round():
    assert proves(SCORES, ONE_PLACE_EACH, BEST_ROUND, FITTING)


def test_an_overbooked_round_is_proved_by_no_prices():
    """Both with the first volunteer, who has one place: the sums agree, and it is no round."""
    both = np.array([0, 0])

    assert not proves(SCORES, ONE_PLACE_EACH, both, Prices(np.array([9, 8]), np.array([0, 0])))
    assert proves(SCORES, np.array([2, 1]), both, Prices(np.array([9, 8]), np.array([0, 0])))


@pytest.mark.parametrize("of", ["kept", "price"])
@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("by", [-1, 1])
def test_one_price_that_is_wrong_proves_nothing(of, which, by):
    wrong = Prices(FITTING.kept.copy(), FITTING.price.copy())
    getattr(wrong, of)[which] += by

    assert not proves(SCORES, ONE_PLACE_EACH, BEST_ROUND, wrong)


@pytest.mark.parametrize(("kept", "price"), [([9, 7], [0, 0]), ([8, 8], [1, -1]), ([7, 7], [2, 0])])
def test_two_that_are_wrong_and_make_it_up_prove_nothing(kept, price):
    """The total agrees: what is wrong shows in one pair alone, or in a price below nothing."""
    wrong = Prices(np.array(kept), np.array(price))

    assert kept[0] + kept[1] + price[0] + price[1] == 16
    assert proves(SCORES, ONE_PLACE_EACH, BEST_ROUND, wrong) is (kept == [7, 7])


@pytest.mark.parametrize(("kept", "price"), [(10, -1), (-1, 10)])
def test_a_price_below_nothing_proves_nothing(kept, price):
    one = np.array([[9]], np.uint8)

    assert not proves(one, np.array([1]), np.array([0]), Prices(np.array([kept]), np.array([price])))


def test_a_pair_that_may_not_be_is_in_no_proved_round():
    one = np.array([[0]], np.uint8)

    assert not proves(one, np.array([1]), np.array([0]), Prices(np.array([0]), np.array([0])))


def test_a_better_round_is_seen_though_the_totals_agree():
    scores = np.array([[5, 9], [5, 5]], np.uint8)

    assert not proves(scores, ONE_PLACE_EACH, BEST_ROUND, Prices(np.array([5, 5]), np.array([0, 0])))
