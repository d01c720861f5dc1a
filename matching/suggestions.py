"""What fits whom: pure functions, values in, suggestions with spoken reasons out. The human decides; no percentages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching.rules import points
from matching.scoring import Pool, Scoring
from matching.sentences import LEFT_OUT, against, for_them, waited
from matching.values import Candidate, Names, Weights, Wish

SHOWN = 10


@dataclass(frozen=True)
class Suggestion:
    """A candidate with a score that only ranks, sentences that can be said aloud, and what speaks against."""

    candidate: Candidate
    score: int
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """The best suggestions, how many more fit, and how many each hard condition left out."""

    suggestions: tuple[Suggestion, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    more: int = 0
    waited: str = ""

    @property
    def left_out_sentences(self) -> list[str]:
        """Each exclusion as a sentence with its number."""
        return [LEFT_OUT[code](number) for code, number in self.left_out.items()]


def rank(wish: Wish, candidates: Sequence[Candidate], names: Names, weights: Weights) -> Ranking:
    """Rank the candidates for one wish: hard conditions first, then named factors.

    `names` gives the spoken name of each code, list by list. Equal scores keep the order of the candidates.
    """
    pool = Pool(candidates)
    scoring = Scoring([wish], pool, weights)
    scores = scoring.all()[0]
    fitting = int(np.count_nonzero(scores))
    speak = speaker(pool.rarity, names, weights)
    return Ranking(
        tuple(speak(wish, candidates[n], int(scores[n])) for n in best(scores)[:fitting]),
        scoring.left_out(0),
        more=max(0, fitting - SHOWN),
        waited=waited(wish.months),
    )


def best(scores: np.ndarray, how_many: int = SHOWN) -> list[int]:
    """The numbers of the highest scores, the best first; equal ones in their order."""
    return np.argsort(-scores.astype(np.int16), kind="stable")[:how_many].tolist()


def speaker(rare: Mapping[str, int], names: Names, weights: Weights) -> Callable[[Wish, Candidate, int], Suggestion]:
    """Makes a suggestion of a scored pair: each factor that counts says why, each that could and does not says so."""

    def speak(wish: Wish, candidate: Candidate, score: int) -> Suggestion:
        counted = points(wish, candidate, weights, rare)
        return Suggestion(
            candidate,
            score,
            tuple(for_them(wish, candidate, counted, rare, names)),
            tuple(against(wish, candidate, counted)),
        )

    return speak
