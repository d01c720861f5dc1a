"""Our match round of some thousand made-up people, scoring and proof included: one measuring process."""

import sys

import numpy as np

from benchmarks import measuring, people
from matching.rounds.solver import best_round, in_turn, stable, total
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.values import Weights


def main(size: int, keep: str) -> None:
    wishes, candidates = people.wishes(size), people.candidates(size)
    room = np.ones(size, np.int64)
    scoring, scores = measuring.measure(lambda: Scoring(wishes, Pool(candidates), Weights()).all())
    solving, best = measuring.measure(lambda: best_round(scores, room))
    figures = {"scoring": scoring, "solving": solving, "total": best.total, "is_proved": best.is_proved}
    if keep:
        np.save(keep, scores)
    if size <= 2000:
        figures |= {"in_turn": total(scores, in_turn(scores, room)), "stable": total(scores, stable(scores, room))}
    measuring.report(**figures)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
