"""A match round: the assignment of volunteers to waiting citizens with the greatest total suitability.

Numbers in, numbers out: a matrix of scores (0 = impossible) and the places of each volunteer. The result is no opinion
of the solver's: `certificate` proves by prices over all pairs that no other round has a greater total.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from matching.rounds.certificate import Pairs, Prices, least_prices, points, proves
from matching.rounds.places import heaviest
from matching.rounds.shortlist import in_order, shortlist
from matching.rounds.ties import Shares, gentlest

SMALL = 500_000  # citizens × places up to which scipy's dense solver looks at every cell
# Of each side at first, for up to so many citizens and for more; measured from 1,000 to 20,000.
AMONG_THE_BEST, MANY, AMONG_MORE = 12, 5_000, 16
NOBODY = -1


@dataclass(frozen=True)
class Round:
    """For each citizen the number of a volunteer, or NOBODY; with the prices that prove it best."""

    partner: np.ndarray
    total: int
    prices: Prices
    is_proved: bool

    def gentlest(self, scores: np.ndarray, room: np.ndarray, shares: Shares) -> "Round":
        """Of all rounds with this total the gentlest, by the same prices; the proof is of both."""
        room = np.minimum(room, len(scores))
        partner, is_gentlest = gentlest(scores, room, self.prices, shares)
        is_proved = is_gentlest and proves(scores, room, partner, self.prices)
        return Round(partner, total(scores, partner), self.prices, is_proved)


def best_round(scores: np.ndarray, room: np.ndarray, tell: Callable[[str], None] = lambda step: None) -> Round:
    """The round with the greatest total. `tell` hears each step, for a page that waits."""
    room = np.minimum(room, len(scores))
    tell("solving")
    if len(scores) * int(room.sum()) <= SMALL:
        partner = dense(scores, room)
        prices = least_prices(Pairs.of(scores), points(scores, partner), partner, len(room))
    else:
        k = AMONG_THE_BEST if len(scores) <= MANY else AMONG_MORE
        partner, prices = sparse(scores, room, k, tell)
    tell("proving")
    return Round(partner, total(scores, partner), prices, proves(scores, room, partner, prices))


def dense(scores: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Every cell looked at, a volunteer's column repeated for each place."""
    columns = np.repeat(np.arange(scores.shape[1]), room)
    rows, places = linear_sum_assignment(scores[:, columns], maximize=True)
    partner = np.full(len(scores), NOBODY)
    partner[rows] = columns[places]
    partner[points(scores, partner) == 0] = NOBODY
    return partner


def sparse(
    scores: np.ndarray, room: np.ndarray, k: int, tell: Callable[[str], None] = lambda step: None
) -> tuple[np.ndarray, Prices]:
    """Only the pairs of a shortlist; while the proof over all pairs misses some, the best at its prices join.

    A pair that breaks the proof leaves its citizen more than any that was looked at: so each time a new one joins.
    """
    cells = np.zeros(0, np.int64)
    prices = Prices(np.zeros(scores.shape[0], np.int64), np.zeros(scores.shape[1], np.int64))
    while True:
        tell("solving")
        cells = in_order(cells, shortlist(scores, prices, k))
        pairs = Pairs.at(scores, cells)
        partner = assign(pairs, scores, room)
        prices = least_prices(pairs, points(scores, partner), partner, len(room))
        tell("proving")
        if proves(scores, room, partner, prices):
            return partner, prices


def assign(pairs: Pairs, scores: np.ndarray, room: np.ndarray) -> np.ndarray:
    """The best assignment along the given pairs; whoever gets nobody is alone."""
    return heaviest(pairs, pairs.scores, room, np.ones(len(scores), bool))


def in_turn(scores: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Beside it: each citizen in turn takes the best volunteer who is left."""
    left, partner = room.copy(), np.full(len(scores), NOBODY)
    free = (left > 0).astype(np.uint8)
    for citizen, row in enumerate(scores):
        best = int(np.argmax(row * free)) if len(row) else NOBODY
        if len(row) and row[best] * free[best]:
            partner[citizen] = best
            left[best] -= 1
            free[best] = left[best] > 0
    return partner


def stable(scores: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Beside it: nobody would rather swap with each other. Both sides have the same score: the best pair first."""
    left, partner = room.copy(), np.full(len(scores), NOBODY)
    for score in range(int(scores.max(initial=0)), 0, -1):
        waiting, free = np.flatnonzero(partner == NOBODY), np.flatnonzero(left)
        for row, column in zip(*np.nonzero(scores[np.ix_(waiting, free)] == score), strict=True):
            if partner[waiting[row]] == NOBODY and left[free[column]]:
                partner[waiting[row]] = free[column]
                left[free[column]] -= 1
    return partner


def total(scores: np.ndarray, partner: np.ndarray) -> int:
    return int(points(scores, partner).sum())
