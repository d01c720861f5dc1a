"""Of rounds with the same total the gentlest: the strongest weakest pair, and then the fewest pairs that share nothing.

The prices say what every best round is made of: pairs that score exactly what their two keep. A round of such pairs is
best if and only if each citizen who keeps anything is in a pair and each place that has a price is taken.
"""

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from matching.rounds.certificate import Pairs, Prices
from matching.rounds.places import at_places, heaviest

UP_TO = 5_000  # citizens or volunteers; above, the page says that ties are not weighed
Shares = Callable[[np.ndarray, np.ndarray], np.ndarray]


def gentlest(scores: np.ndarray, room: np.ndarray, prices: Prices, shares: Shares) -> np.ndarray:
    """For each citizen the number of a volunteer, or NOBODY. `shares` says of rows and columns who share anything."""
    room = np.minimum(room, len(scores))
    best = Best(Pairs.keeping_all(scores, prices), room, prices)
    pairs = best.at_least(best.weakest())
    # A place that must be taken outweighs all pairs that share nothing.
    gains = (len(scores) + 1) * best.full[pairs.columns] - ~shares(pairs.rows, pairs.columns)
    return heaviest(pairs, gains, room, ~best.must)


class Best:
    """The pairs of which best rounds are made, the citizens who must be in one, and the volunteers who must be full."""

    def __init__(self, pairs: Pairs, room: np.ndarray, prices: Prices) -> None:
        self.pairs, self.room = pairs, room
        self.must, self.full = prices.kept > 0, prices.price > 0

    def at_least(self, score: int) -> Pairs:
        these = self.pairs.scores >= score
        return Pairs(self.pairs.rows[these], self.pairs.columns[these], self.pairs.scores[these])

    def weakest(self) -> int:
        """The greatest score that the weakest pair of a best round can have: what is possible with it, is with less."""
        steps = np.unique(self.pairs.scores)
        low, high = 0, len(steps) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.is_possible(int(steps[middle])) else (low, middle - 1)
        return int(steps[low]) if len(steps) else 0

    def is_possible(self, score: int) -> bool:
        """Is there a best round without a pair below this?

        Mendelsohn and Dulmage: if one round holds all citizens who must be in a pair, and another fills all places that
        must be taken, then one does both.
        """
        pairs = self.at_least(score)
        citizens, places = self.must.sum(), self.room[self.full].sum()
        return _most(pairs, self.room, self.must[pairs.rows]) == citizens and (
            _most(pairs, self.room, self.full[pairs.columns]) == places
        )


def _most(pairs: Pairs, room: np.ndarray, among: np.ndarray) -> int:
    """How many can be in pairs at once, of some of the pairs."""
    rows, places = at_places(pairs.rows[among], pairs.columns[among], room)
    if not len(rows):
        return 0
    graph = csr_array((np.ones(len(rows), np.int8), (rows, places)), shape=(rows.max() + 1, int(room.sum())))
    return int((maximum_bipartite_matching(graph, perm_type="column") >= 0).sum())
