"""The proof that a round is the best: prices.

Each volunteer has a price for a place (0 while a place is free), each citizen keeps what his pair scores above it. If
no pair at all scores more than what its two keep, then no other round has a greater total: what all keep together is a
limit for every round, and this one reaches it. The least such prices say what choosing another would cost.
"""

from dataclasses import dataclass

import numpy as np

NOBODY = -1
CELLS = 1 << 16  # cells looked at together
NEARLY = 6  # points; measured at 1,000 and 5,000 people
NOISE = 1 << 16  # equal scores fall differently for each row, or all would have the same few candidates


@dataclass(frozen=True)
class Prices:
    """What each citizen keeps, and what a place with each volunteer costs."""

    kept: np.ndarray
    price: np.ndarray


@dataclass(frozen=True)
class Pairs:
    """Possible pairs, by row and column, each once."""

    rows: np.ndarray
    columns: np.ndarray
    scores: np.ndarray

    def __bool__(self) -> bool:
        return len(self.rows) > 0

    def __add__(self, other: "Pairs") -> "Pairs":
        return Pairs.at(
            np.concatenate([self.rows, other.rows]),
            np.concatenate([self.columns, other.columns]),
            np.concatenate([self.scores, other.scores]),
        )

    @classmethod
    def at(cls, rows: np.ndarray, columns: np.ndarray, scores: np.ndarray) -> "Pairs":
        """In order, each pair once."""
        key = rows.astype(np.int64) << 32 | columns
        _keys, once = np.unique(key, return_index=True)
        return cls(rows[once], columns[once], scores[once].astype(np.int64))

    @classmethod
    def of(cls, scores: np.ndarray) -> "Pairs":
        """All that are possible."""
        rows, columns = np.nonzero(scores)
        return cls(rows, columns, scores[rows, columns].astype(np.int64))

    @classmethod
    def best(cls, scores: np.ndarray, k: int) -> "Pairs":
        """Those among the best k of their row or of their column."""
        rows, columns = (np.concatenate(part) for part in zip(*_best_of_rows(scores, k), strict=True))
        other_columns, other_rows = (np.concatenate(part) for part in zip(*_best_of_rows(scores.T, k), strict=True))
        rows, columns = np.concatenate([rows, other_rows]), np.concatenate([columns, other_columns])
        return cls.at(rows, columns, scores[rows, columns])


def _best_of_rows(scores: np.ndarray, k: int):
    """Block by block the cells among the best k of their row."""
    width = scores.shape[1]
    noise = np.random.default_rng(0).integers(0, NOISE, 2 * width, dtype=np.int32)
    turned = np.lib.stride_tricks.sliding_window_view(noise, width)
    step = max(1, CELLS // width)
    for start in range(0, len(scores), step):
        some = scores[start : start + step]
        key = some.astype(np.int32) * NOISE + turned[np.arange(start, start + len(some)) * 97 % width]
        limit = np.partition(key, width - k, axis=1)[:, width - k] if k < width else np.zeros(len(some), np.int32)
        rows, columns = np.nonzero(key >= np.maximum(limit, NOISE)[:, None])
        yield rows + start, columns


def least_prices(pairs: Pairs, scores: np.ndarray, partner: np.ndarray, room: np.ndarray) -> Prices:
    """The least prices under which no given pair gains by leaving its partners.

    Bellman and Ford's way: prices rise until none must rise more, and only the pairs of citizens whose partner has
    become dearer are looked at again.
    """
    matched = partner != NOBODY
    kept = np.zeros(len(scores), np.int64)
    kept[matched] = scores[matched, partner[matched]]
    own, price = kept.copy(), np.zeros(len(room), np.int64)
    begins = np.searchsorted(pairs.rows, np.arange(len(scores) + 1))
    citizens = np.arange(len(scores))
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


def violations(scores: np.ndarray, prices: Prices, most: int = 64) -> Pairs:
    """Where a pair scores more than what its two keep: all such, with those that nearly do, the worst of each citizen.

    The nearly ones spare a second and third look, since the next prices differ little. Without any such there is none.
    """
    found, breaks = [], False
    for start, gaps in _gaps(scores, prices):
        breaks = breaks or bool((gaps > 0).any())
        rows, columns = np.nonzero(gaps > -NEARLY)
        if len(rows) > most * len(gaps):
            rows, columns = _worst(gaps, most)
        found.append((rows + start, columns))
    if not breaks:
        return Pairs(*np.zeros((3, 0), np.int64))
    rows, columns = (np.concatenate(part) for part in zip(*found, strict=True))
    possible = scores[rows, columns] > 0
    return Pairs.at(rows[possible], columns[possible], scores[rows[possible], columns[possible]])


def _gaps(scores: np.ndarray, prices: Prices):
    """Block by block how much each possible pair scores above what its two keep."""
    kept, price = prices.kept.astype(np.int16), prices.price.astype(np.int16)
    step = max(1, CELLS // max(1, scores.shape[1]))
    for start in range(0, len(scores), step):
        some = scores[start : start + step]
        yield start, some - kept[start : start + step, None] - price


def _worst(gaps: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    columns = np.argpartition(gaps, -most, axis=1)[:, -most:]
    rows = np.repeat(np.arange(len(gaps)), most)
    above = gaps[rows, columns.ravel()] > -NEARLY
    return rows[above], columns.ravel()[above]


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
        and all(gaps.max(initial=0) <= 0 for _start, gaps in _gaps(scores, prices))
    )
