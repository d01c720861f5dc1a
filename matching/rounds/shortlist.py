"""Which of many pairs the solver looks at: the best of each citizen and of each volunteer, at the prices known so far.

The proof looks at every pair, so the shortlist decides how long a round takes and never what comes out of it.
"""

from collections.abc import Iterator

import numpy as np

from matching.rounds.certificate import Prices

CELLS = 1 << 16  # keys made together: they stay in the processor's cache
TILE = 256  # rows turned at a time
NOISE = 1 << 8  # equal scores fall differently for each row, or all would have the same few candidates
GROUPS = 16  # at most so many cells of a row stand for each other when its limit is sought


def shortlist(scores: np.ndarray, prices: Prices, k: int) -> np.ndarray:
    """The cells, numbered row by row, of pairs that are among the best k of their citizen or of their volunteer.

    Best for a citizen is what is left above the volunteer's price, best for a volunteer what is left above what the
    citizen keeps; a pair that leaves nothing is on no list. A few more than k may be chosen.
    """
    width = scores.shape[1]
    of_citizens = [rows * width + columns for rows, columns in _best(_rows(scores), prices.price, k)]
    of_volunteers = [rows * width + columns for columns, rows in _best(_columns(scores), prices.kept, k)]
    return in_order(*of_citizens, *of_volunteers)


def in_order(*cells: np.ndarray) -> np.ndarray:
    """All given cells, each once."""
    together = np.sort(np.concatenate(cells))
    return together[np.diff(together, prepend=-1) > 0]


def _rows(scores: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    height = max(1, CELLS // scores.shape[1])
    for start in range(0, len(scores), height):
        yield start, scores[start : start + height]


def _columns(scores: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """The columns as rows, turned tile by tile: a copy of the whole matrix would cost as much memory again."""
    height = max(64, CELLS // len(scores))  # a line of the cache holds 64 cells of a row: read all that are fetched
    for start in range(0, scores.shape[1], height):
        some = scores[:, start : start + height]
        turned = np.empty(some.shape[::-1], np.uint8)
        for tile in range(0, len(some), TILE):
            turned[:, tile : tile + TILE] = some[tile : tile + TILE].T
        yield start, turned


def _best(blocks: Iterator[tuple[int, np.ndarray]], costs: np.ndarray, k: int) -> Iterator[tuple[np.ndarray, ...]]:
    """Of each row the columns of the k cells that leave most above their costs."""
    width = len(costs)
    costs = costs.astype(np.uint8)
    noise = np.random.default_rng(0).integers(0, NOISE, 2 * width, dtype=np.uint16)
    turns = np.lib.stride_tricks.sliding_window_view(noise, width)
    for start, scores in blocks:
        left = scores - np.minimum(scores, costs)
        key = left.astype(np.uint16) * np.uint16(NOISE)
        key += turns[np.arange(start, start + len(scores)) * 97 % width]
        limit = np.maximum(_limit(key, k), NOISE)
        cells = np.flatnonzero(key >= limit[:, None])
        rows = cells // width
        yield rows + start, cells - rows * width


def _limit(key: np.ndarray, k: int) -> np.ndarray:
    """For each row a key that at least k of its cells reach, where it has so many: the k-th of the groups' greatest."""
    width = key.shape[1]
    groups = max(1, min(GROUPS, width // (2 * k)))
    size = width // groups
    greatest = key[:, : groups * size].reshape(len(key), groups, size).max(axis=1)
    if size <= k:
        return np.zeros(len(key), np.uint16)
    return np.partition(greatest, size - k, axis=1)[:, size - k]
