"""Of rounds with the same total the gentlest: beside trying all of them, for up to seven on each side."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matching.rounds.certificate import Pairs, Prices, points
from matching.rounds.solver import NOBODY, best_round
from matching.rounds.ties import Best
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.values import Weights
from matching.tests.strategies import candidates, wishes

QUICK = settings(max_examples=150, deadline=None)


@st.composite
def problems(draw):
    """Few different scores, so that many rounds have the same total; and who shares anything."""
    citizens, volunteers = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    scores = draw(arrays(np.uint8, (citizens, volunteers), elements=st.sampled_from([0, 0, 1, 2, 3])))
    shares = draw(arrays(bool, (citizens, volunteers)))
    return (
        scores,
        np.array(draw(st.lists(st.integers(0, 2), min_size=volunteers, max_size=volunteers)), np.int64),
        shares,
    )


def by_trying_all(scores, room, shares) -> tuple[int, int, int]:
    """The greatest total; with it the strongest weakest pair; with both the fewest that share nothing (as a minus)."""
    reached = {(tuple(np.minimum(room, len(scores)).tolist())): {(0, 127, 0)}}
    for row, common in zip(scores, shares, strict=True):
        after = {left: set(found) for left, found in reached.items()}
        for left, volunteer in product(reached, range(len(room))):
            if left[volunteer] and row[volunteer]:
                now = (*left[:volunteer], left[volunteer] - 1, *left[volunteer + 1 :])
                score, alone = int(row[volunteer]), 0 if common[volunteer] else 1
                after.setdefault(now, set()).update(
                    (so_far + score, min(weakest, score), empty - alone) for so_far, weakest, empty in reached[left]
                )
        reached = after
    return max(one for found in reached.values() for one in found)


def said_of(scores, partner, shares) -> tuple[int, int, int]:
    matched = np.flatnonzero(partner != NOBODY)
    own = scores[matched, partner[matched]]
    return int(own.sum(dtype=int)), int(own.min(initial=127)), -int((~shares[matched, partner[matched]]).sum())


@pytest.mark.feature(22)
@QUICK
@given(problems())
def test_the_weakest_pair_is_as_strong_and_those_that_share_nothing_as_few_as_can_be(problem):
    scores, room, shares = problem
    best = best_round(scores, room)

    gentle = best.gentlest(scores, room, lambda rows, columns: shares[rows, columns])

    assert said_of(scores, gentle.partner, shares) == by_trying_all(scores, room, shares)
    assert gentle.is_proved


def test_no_prices_prove_that_fewer_could_not_be():
    """Two by two, all pairs as good; only one of the two rounds has a pair that shares nothing."""
    scores, room = np.full((2, 2), 2, np.uint8), np.ones(2, np.int64)
    prices = best_round(scores, room).prices
    pairs = Pairs.keeping_all(scores, prices)
    best, unwanted = Best(pairs, room, prices), pairs.rows == pairs.columns

    tried = [Prices(np.array(one[:2]), np.array(one[2:])) for one in product(range(-3, 4), repeat=4)]
    proved = {count for count in range(3) for one in tried if best.are_fewest(pairs, unwanted, count, one)}

    assert proved == {0}


@pytest.mark.parametrize(("kept", "price"), [((-1, 0), (0, 0)), ((0, 0), (-1, 0))])
def test_nothing_is_proved_by_whoever_could_be_left_out(kept, price):
    """Nobody needs to be in a pair here, so no price below 0 is owed to anybody."""
    nobody = np.zeros(0, np.int64)
    none = Pairs(nobody, nobody, nobody)
    best = Best(none, np.ones(2, np.int64), Prices(np.zeros(2, np.int64), np.zeros(2, np.int64)))

    assert not best.are_fewest(none, np.zeros(0, bool), 1, Prices(np.array(kept), np.array(price)))


@given(st.lists(wishes, min_size=1, max_size=4), candidates)
@settings(max_examples=60, deadline=None)
def test_two_share_something_where_one_likes_what_the_other_likes_or_wishes_for(asked, volunteers):
    scoring = Scoring(asked, Pool(volunteers), Weights())
    rows, columns = np.divmod(np.arange(len(asked) * len(volunteers)), len(volunteers))

    found = scoring.shares(rows, columns)

    expected = [bool((wish.wishes | wish.interests) & one.interests) for wish in asked for one in volunteers]
    assert found.tolist() == expected


def test_large_rounds_keep_their_total_and_gain_a_stronger_weakest_pair():
    draw = np.random.default_rng(3)
    scores = draw.integers(0, 9, (400, 380)).astype(np.uint8)
    room, shares = draw.integers(0, 3, 380), draw.random((400, 380)) < 0.5
    best = best_round(scores, room)

    gentle = best.gentlest(scores, room, lambda rows, columns: shares[rows, columns])

    partner = gentle.partner
    assert gentle.is_proved
    assert gentle.total == best.total
    assert (
        points(scores, partner)[partner != NOBODY].min() >= points(scores, best.partner)[best.partner != NOBODY].min()
    )
