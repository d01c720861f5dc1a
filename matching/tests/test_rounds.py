"""The best round: as good as trying all, as good as the dense solver, and proved by prices."""

from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linear_sum_assignment

from matching.rounds.certificate import Pairs, Prices, least_prices, points, proves
from matching.rounds.solver import NOBODY, best_round, dense, in_turn, sparse, stable, total

QUICK = settings(max_examples=60, deadline=None)


@st.composite
def problems(draw, most=7):
    """Scores with many impossible pairs and many equal ones, and up to three places each."""
    citizens, volunteers = draw(st.integers(0, most)), draw(st.integers(0, most))
    scores = draw(arrays(np.uint8, (citizens, volunteers), elements=st.sampled_from([0, 0, 0, 1, 2, 3, 5, 127])))
    return scores, np.array(draw(st.lists(st.integers(0, 3), min_size=volunteers, max_size=volunteers)), np.int64)


def by_trying_all(scores, room) -> int:
    """The greatest total, citizen by citizen, over what is left of each volunteer's places."""
    reached = {tuple(np.minimum(room, len(scores)).tolist()): 0}
    for row in scores:
        after = dict(reached)
        for (left, so_far), volunteer in product(reached.items(), range(len(room))):
            if left[volunteer] and row[volunteer]:
                now = (*left[:volunteer], left[volunteer] - 1, *left[volunteer + 1 :])
                after[now] = max(after.get(now, 0), so_far + int(row[volunteer]))
        reached = after
    return max(reached.values())


def keeps_the_rules(scores, room, partner) -> bool:
    """Only possible pairs, and nobody over her places."""
    matched = np.flatnonzero(partner != NOBODY)
    taken = np.bincount(partner[matched], minlength=len(room))
    return bool((scores[matched, partner[matched]] > 0).all() and (taken <= room).all())


@pytest.mark.feature(32)
@QUICK
@given(problems())
def test_no_round_is_better_than_this_one(problem):
    scores, room = problem

    best = best_round(scores, room)

    assert best.total == by_trying_all(scores, room)
    assert best.is_proved
    assert keeps_the_rules(scores, room, best.partner)


@QUICK
@given(problems())
def test_the_way_of_large_rounds_is_as_good(problem):
    scores, room = problem
    assume(scores.size)

    partner, prices = sparse(scores, room, k=1)  # so few that the proof must find what is missed

    assert total(scores, partner) == by_trying_all(scores, room)
    assert proves(scores, room, partner, prices)


@QUICK
@given(problems())
def test_simpler_ways_keep_the_rules_and_are_never_better(problem):
    scores, room = problem
    best = best_round(scores, room).total

    for way in (in_turn, stable):
        assert keeps_the_rules(scores, room, way(scores, room))
        assert total(scores, way(scores, room)) <= best


@QUICK
@given(problems())
def test_in_a_stable_round_no_two_would_rather_have_each_other(problem):
    scores, room = problem

    partner = stable(scores, room)

    own = points(scores, partner)
    taken = np.bincount(partner[partner != NOBODY], minlength=len(room))
    least = [min(own[partner == one], default=0) if taken[one] >= room[one] else 0 for one in range(len(room))]
    rather = [
        (citizen, one)
        for citizen, one in np.argwhere(scores > 0).tolist()
        if room[one] and scores[citizen, one] > own[citizen] and scores[citizen, one] > least[one]
    ]
    assert rather == []


def scarce(size: int, seed: int = 1):
    """Many citizens for few places, scores as people have them: a sum of small things, a third impossible."""
    random = np.random.default_rng(seed)
    scores = random.binomial(40, 0.4, (size, size)) * (random.random((size, size)) < 0.67)
    return scores.astype(np.uint8), random.choice([0, 1, 1, 2], size)


@pytest.mark.parametrize(("size", "k"), [(50, 2), (300, 16), (2000, 16)])
def test_the_total_is_that_of_the_dense_solver(size, k):
    scores, room = scarce(size)
    places = scores[:, np.repeat(np.arange(size), room)]

    partner, prices = sparse(scores, room, k)

    assert total(scores, partner) == places[linear_sum_assignment(places, maximize=True)].sum(dtype=int)
    assert proves(scores, room, partner, prices)


@QUICK
@given(problems(), st.data())
def test_a_proof_is_refused_for_anything_that_is_not_best(problem, data):
    scores, room = problem
    best = best_round(scores, room)
    matched = np.flatnonzero(best.partner != NOBODY)
    worse = best.partner.copy()
    if len(matched):
        worse[data.draw(st.sampled_from(matched.tolist()))] = NOBODY

        assert not proves(scores, room, worse, best.prices)
        assert not proves(scores, room, worse, least_prices(Pairs.of(scores), points(scores, worse), worse, len(room)))


def test_a_proof_is_refused_for_prices_that_miss_a_pair():
    scores, room, partner = np.array([[5, 9]], np.uint8), np.array([1, 1]), np.array([0])
    prices = Prices(np.array([5]), np.array([0, 0]))

    assert not proves(scores, room, partner, prices)


def test_the_price_is_what_the_others_lose():
    scores, room = np.array([[9, 8], [9, 3]], np.uint8), np.array([1, 1])

    best = best_round(scores, room)

    assert best.partner.tolist() == [1, 0]
    assert best.prices.price.tolist() == [1, 0]


def test_a_round_tells_how_far_it_is():
    told = []

    best_round(*scarce(20), told.append)

    assert told == ["solving", "proving"]


def test_without_places_everybody_waits():
    assert dense(np.ones((2, 2), np.uint8), np.array([0, 0])).tolist() == [NOBODY, NOBODY]
