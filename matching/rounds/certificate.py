"""The proof that a round is the best: prices.

Each volunteer has a price for a place (0 while a place is free), each citizen keeps what his pair scores above it. If
no pair at all scores more than what its two keep, then no other round has a greater total: what all keep together is a
limit for every round, and this one reaches it. The least such prices say what choosing another would cost.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

NOBODY = -1
CELLS = 1 << 16  # cells looked at together


@dataclass(frozen=True)
class Prices:
    """What each citizen keeps, and what a place with each volunteer costs."""

    kept: np.ndarray
    price: np.ndarray


@dataclass(frozen=True)
class Pairs:
    """Possible pairs by row and column, in order, each once."""

    rows: np.ndarray
    columns: np.ndarray
    scores: np.ndarray

    @classmethod
    def of(cls, scores: np.ndarray) -> "Pairs":
        """All that are possible."""
        rows, columns = np.nonzero(scores)
        return cls(rows, columns, scores[rows, columns].astype(np.int64))

    @classmethod
    def at(cls, scores: np.ndarray, cells: np.ndarray) -> "Pairs":
        """Those at the given cells, numbered row by row and in order."""
        rows, columns = np.divmod(cells, scores.shape[1])
        return cls(rows, columns, scores[rows, columns].astype(np.int64))

    @classmethod
    def keeping_all(cls, scores: np.ndarray, prices: Prices) -> "Pairs":
        """Those that score exactly what their two keep: no other is in any best round."""
        found = [np.flatnonzero((gaps == 0).ravel()) + start for start, gaps in _gaps_from(scores, prices)]
        cells = np.concatenate([np.zeros(0, np.int64), *found])
        pairs = cls.at(scores, cells) if scores.shape[1] else cls(cells, cells, cells)
        possible = pairs.scores > 0
        return cls(pairs.rows[possible], pairs.columns[possible], pairs.scores[possible])


def points(scores: np.ndarray, partner: np.ndarray) -> np.ndarray:
    """What each citizen's pair scores; 0 for nobody."""
    if not scores.shape[1]:
        return np.zeros(len(scores), np.int64)
    return np.where(partner == NOBODY, 0, scores[np.arange(len(scores)), partner]).astype(np.int64)


def least_prices(pairs: Pairs, own: np.ndarray, partner: np.ndarray, volunteers: int) -> Prices:
    """The least prices under which no given pair gains by leaving its partners, where each citizen's scores `own`.

    Bellman and Ford's way: prices rise until none must rise more, and only the pairs of citizens whose partner has
    become dearer are looked at again.
    """
    kept, price = own.copy(), np.zeros(volunteers, np.int64)
    citizens = np.arange(len(own))
    begins = np.searchsorted(pairs.rows, np.arange(len(own) + 1))
    while len(citizens) and kept.min(initial=0) >= 0:  # below 0: not the best round, and no prices prove it
        these = _between(begins[citizens], begins[citizens + 1])
        before = price.copy()
        np.maximum.at(price, pairs.columns[these], pairs.scores[these] - kept[pairs.rows[these]])
        risen = np.append(price > before, False)  # the last one is NOBODY's
        citizens = np.flatnonzero(risen[partner])
        kept[citizens] = own[citizens] - price[partner[citizens]]
    return Prices(kept, price)


def _between(begins: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """All numbers from each begin up to its end."""
    sizes = ends - begins
    return np.arange(sizes.sum()) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)


def _gaps_from(scores: np.ndarray, prices: Prices) -> Iterator[tuple[int, np.ndarray]]:
    """Block by block the number of the first cell, and how much each pair scores above what its two keep."""
    kept, price = prices.kept.astype(np.int16), prices.price.astype(np.int16)
    step = max(1, CELLS // max(1, scores.shape[1]))
    for start in range(0, len(scores), step):
        some = scores[start : start + step]
        yield start * scores.shape[1], some - kept[start : start + step, None] - price


def proves(scores: np.ndarray, room: np.ndarray, partner: np.ndarray, prices: Prices) -> bool:
    """Do the prices prove that the round keeps all conditions and that none has a greater total? Looks at all pairs."""
    matched = np.flatnonzero(partner != NOBODY)
    own = scores[matched, partner[matched]].astype(np.int64)
    taken = np.bincount(partner[matched], minlength=len(room))
    return bool(
        own.all()
        and (taken <= room).all()
        and prices.kept.min(initial=0) >= 0
        and prices.price.min(initial=0) >= 0
        and prices.kept.sum() + prices.price @ room == own.sum()
        and all(gaps.max(initial=0) <= 0 for _start, gaps in _gaps_from(scores, prices))
    )
