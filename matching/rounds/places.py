"""Pairs with the single places of the volunteers: whoever has room for two stands there twice."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from matching.rounds.certificate import NOBODY, Pairs

LIFT = 2.0  # a weight of 0 would be no pair, and the least gain is that of a pair that shares nothing, -1


def at_places(rows: np.ndarray, columns: np.ndarray, room: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each pair once for every place of its volunteer: the citizen, and the number of the place."""
    first, times = np.cumsum(room) - room, room[columns]
    within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(rows, times), np.repeat(first[columns], times) + within


def heaviest(pairs: Pairs, gains: np.ndarray, room: np.ndarray, may_be_alone: np.ndarray) -> np.ndarray:
    """The assignment along the given pairs that gains most: for each citizen a volunteer, or NOBODY.

    Whoever may be alone has a place of his own, which gains nothing.
    """
    citizens, places, alone = len(may_be_alone), int(room.sum()), np.flatnonzero(may_be_alone)
    rows, columns = at_places(pairs.rows, pairs.columns, room)
    weights = np.concatenate([np.repeat(gains, room[pairs.columns]), np.zeros(len(alone))]) + LIFT
    at = np.concatenate([rows, alone]), np.concatenate([columns, places + alone])
    graph = csr_array((weights, at), shape=(citizens, places + citizens))
    chosen = min_weight_full_bipartite_matching(graph, maximize=True)[1]
    return np.concatenate([np.repeat(np.arange(len(room)), room), np.full(citizens, NOBODY)])[chosen]
