"""The shortlist of a large round: whoever is best for somebody is on it, at any prices."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matching.rounds.certificate import Prices
from matching.rounds.shortlist import in_order, shortlist

QUICK = settings(max_examples=60, deadline=None)


@st.composite
def priced(draw, most=90):
    """Scores, more than the groups of a short row, with what each side keeps."""
    citizens, volunteers = draw(st.integers(1, most)), draw(st.integers(1, most))
    scores = np.random.default_rng(draw(st.integers(0, 99))).integers(0, 128, (citizens, volunteers), np.uint8)
    kept = draw(arrays(np.int64, citizens, elements=st.integers(0, 127)))
    price = draw(arrays(np.int64, volunteers, elements=st.integers(0, 127)))
    return scores, Prices(kept, price)


def best_of(left: np.ndarray, k: int) -> set[int]:
    """The numbers of what is surely among the k best: more than the one after them leaves."""
    after = np.append(np.sort(left)[::-1], [0] * (k + 1))[k]
    return set(np.flatnonzero(left > max(after, 0)).tolist())


@QUICK
@given(priced(), st.integers(1, 20))
def test_the_best_of_each_citizen_and_of_each_volunteer_are_on_it(problem, k):
    scores, prices = problem
    above_price = scores.astype(int) - prices.price
    above_kept = scores.T.astype(int) - prices.kept

    cells = set(shortlist(scores, prices, k).tolist())

    width = scores.shape[1]
    for citizen, left in enumerate(above_price):
        assert {citizen * width + volunteer for volunteer in best_of(left, k)} <= cells
    for volunteer, left in enumerate(above_kept):
        assert {citizen * width + volunteer for citizen in best_of(left, k)} <= cells


@QUICK
@given(priced(), st.integers(1, 20))
def test_nothing_is_on_it_that_leaves_nothing_to_either(problem, k):
    scores, prices = problem

    rows, columns = np.divmod(shortlist(scores, prices, k), scores.shape[1])

    own = scores[rows, columns].astype(int)
    assert ((own > prices.price[columns]) | (own > prices.kept[rows])).all()


def test_where_all_score_the_same_each_citizen_gets_others_to_look_at():
    scores = np.full((200, 2000), 9, np.uint8)

    cells = shortlist(scores, Prices(np.full(200, 9), np.zeros(2000, int)), k=4)

    assert np.bincount(cells // 2000).max() < 40
    assert len(np.unique(cells % 2000)) > 400


def test_given_cells_come_in_order_and_once():
    assert in_order(np.array([7, 3]), np.array([3, 5]), np.zeros(0, int)).tolist() == [3, 5, 7]
