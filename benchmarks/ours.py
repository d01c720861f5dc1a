"""Our match round of some thousand made-up people, scoring and proof included: one measuring process."""

import sys

import numpy as np

from benchmarks import measuring, people
from matching.rounds.solver import Round, best_round, in_turn, stable, total
from matching.rounds.ties import UP_TO
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.values import Weights


def scored(wishes, candidates) -> tuple[Scoring, np.ndarray]:
    scoring = Scoring(wishes, Pool(candidates), Weights())
    return scoring, scoring.all()


def solved(scores: np.ndarray, room: np.ndarray, scoring: Scoring) -> Round:
    """As the page makes it: ties are weighed up to some size."""
    best = best_round(scores, room)
    return best.gentlest(scores, room, scoring.shares) if len(scores) <= UP_TO else best


def main(size: int, keep: str) -> None:
    wishes, candidates = people.wishes(size), people.candidates(size)
    room = np.ones(size, np.int64)
    scoring, (scoring_of, scores) = measuring.measure(lambda: scored(wishes, candidates))
    solving, best = measuring.measure(lambda: solved(scores, room, scoring_of))
    figures = {"scoring": scoring, "solving": solving, "total": best.total, "is_proved": best.is_proved}
    if keep:
        np.save(keep, scores)
    if size <= 2000:
        figures |= {"in_turn": total(scores, in_turn(scores, room)), "stable": total(scores, stable(scores, room))}
    measuring.report(**figures)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
