"""Of rounds with the same total the gentlest: the strongest weakest pair, and then the fewest pairs that share nothing.

The prices say what every best round is made of: pairs that score exactly what their two keep. A round of such pairs is
best if and only if each citizen who keeps anything is in a pair and each place that has a price is taken.

Both steps are proved by prices of a second kind, one for each citizen and each place, below 0 or above. If no pair of a
best round is cheaper than its own cost (1 where it is one of those that shall be few, else 0), and none who need not be
in a pair and no place that may be free adds to the sum, then that sum is the fewest that any best round has.
"""

from collections.abc import Callable

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from matching.rounds.certificate import Pairs, Prices, least_prices
from matching.rounds.places import at_places, heaviest

UP_TO = 5_000  # citizens or volunteers; above, the page says that ties are not weighed
Shares = Callable[[np.ndarray, np.ndarray], np.ndarray]


def gentlest(scores: np.ndarray, room: np.ndarray, prices: Prices, shares: Shares) -> tuple[np.ndarray, bool]:
    """For each citizen the number of a volunteer, or NOBODY; and whether both steps are proved.

    `shares` says of rows and columns who share anything.
    """
    best = Best(Pairs.keeping_all(scores, prices), np.minimum(room, len(scores)), prices)
    weakest = best.weakest()
    pairs = best.at_least(weakest)
    partner, _few, is_fewest = best.fewest(pairs, ~shares(pairs.rows, pairs.columns))
    _other, unavoidable, is_strongest = best.fewest(best.pairs, best.pairs.scores <= weakest)
    return partner, is_fewest and is_strongest and (unavoidable > 0 or best.is_nobody())


class Best:
    """The pairs of which best rounds are made, the citizens who must be in one, and the volunteers who must be full."""

    def __init__(self, pairs: Pairs, room: np.ndarray, prices: Prices) -> None:
        self.pairs, self.room, self.prices = pairs, room, prices
        self.must, self.full = prices.kept > 0, prices.price > 0

    def is_nobody(self) -> bool:
        """Has no best round any pair?"""
        return not self.must.any() and not self.room[self.full].any()

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

    def fewest(self, pairs: Pairs, unwanted: np.ndarray) -> tuple[np.ndarray, int, bool]:
        """The best round made of some of the pairs with the fewest unwanted ones, how many, and is that proved?"""
        lot = len(self.must) + 1  # outweighs all unwanted pairs together
        partner = heaviest(pairs, lot * self.full[pairs.columns] - unwanted, self.room, ~self.must)
        chosen = partner[pairs.rows] == pairs.columns
        count = int(unwanted[chosen].sum())

        # Beyond what the first prices come to on this scale, the prices of the second kind are left.
        scale = 2 * lot
        gains, own = scale * pairs.scores - unwanted, np.zeros(len(self.must), np.int64)
        own[pairs.rows[chosen]] = gains[chosen]
        second = least_prices(Pairs(pairs.rows, pairs.columns, gains), own, partner, len(self.room))
        second = Prices(second.kept - scale * self.prices.kept, second.price - scale * self.prices.price)
        return partner, count, self.are_fewest(pairs, unwanted, count, second)

    def are_fewest(self, pairs: Pairs, unwanted: np.ndarray, count: int, second: Prices) -> bool:
        """Do prices of the second kind prove that no best round of these pairs has fewer unwanted ones?"""
        return bool(
            (second.kept[pairs.rows] + second.price[pairs.columns] >= -unwanted.astype(np.int64)).all()
            and second.kept[~self.must].min(initial=0) >= 0
            and second.price[~self.full].min(initial=0) >= 0
            and second.kept.sum() + second.price @ self.room == -count
        )


def _most(pairs: Pairs, room: np.ndarray, among: np.ndarray) -> int:
    """How many can be in pairs at once, of some of the pairs."""
    rows, places = at_places(pairs.rows[among], pairs.columns[among], room)
    if not len(rows):
        return 0
    graph = csr_array((np.ones(len(rows), np.int8), (rows, places)), shape=(rows.max() + 1, int(room.sum())))
    return int((maximum_bipartite_matching(graph, perm_type="column") >= 0).sum())
