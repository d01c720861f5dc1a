"""What fits whom: pure functions, values in, suggestions with spoken reasons out. The human decides; no percentages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matching.suggesting.rules import points
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.sentences import LEFT_OUT, Said, against, for_them, waited
from matching.suggesting.values import NONE, Candidate, Codes, Names, Weights, Wish

SHOWN = 10


@dataclass(frozen=True)
class Suggestion:
    """A candidate with a score that only ranks, sentences that can be said aloud, and what speaks against."""

    candidate: Candidate
    score: int
    said_for: tuple[Said, ...] = ()
    said_against: tuple[Said, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they may fit."""
        return tuple(said.sentence for said in self.said_for)

    @property
    def against(self) -> tuple[str, ...]:
        """What speaks against."""
        return tuple(said.sentence for said in self.said_against)


@dataclass(frozen=True)
class Ranking:
    """Some of those who fit, the best first, all who can be chosen, and how many each hard condition left out."""

    suggestions: tuple[Suggestion, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
    possible: Mapping[str, str] = field(default_factory=dict)  # everybody who fits: id and first name
    first: int = 0  # the place of the first suggestion among those looked for
    found: int = 0  # how many were looked for: all who fit, or those of a name
    named: str = ""
    waited: str = ""
    opened: Codes = NONE  # conditions left aside on purpose

    @property
    def is_guessed(self) -> bool:
        """Was more typed than a first name, or less than that of each who was found? It may be somebody else."""
        typed = self.named.casefold()
        return bool(typed) and any(one.candidate.first_name.casefold() != typed for one in self.suggestions)

    @property
    def may_open_times(self) -> bool:
        """Are some left out only because no time is in common?"""
        return bool(self.left_out.get("times"))

    @property
    def more(self) -> int:
        """How many come after these."""
        return self.found - self.first - len(self.suggestions)

    @property
    def is_long(self) -> bool:
        """Do more fit than are seen at once?"""
        return len(self.possible) > SHOWN

    @property
    def before(self) -> int:
        """The place from which the ten before these are seen."""
        return max(0, self.first - SHOWN)

    @property
    def after(self) -> int:
        """The place of the first who comes after these."""
        return self.first + len(self.suggestions)

    @property
    def left_out_sentences(self) -> list[str]:
        """Each exclusion as a sentence with its number."""
        return [LEFT_OUT[code](number) for code, number in self.left_out.items()]


@dataclass(frozen=True)
class Look:
    """Which of those who fit are looked at: from which place on, of which first name, or these alone.

    `opened` are conditions that the coordinator leaves aside on purpose.
    """

    first: int = 0
    named: str = ""
    these: frozenset[str] = frozenset()
    opened: Codes = NONE

    def finds(self, one: Candidate) -> bool:
        """The first name alone is compared, by how it begins: a surname that somebody typed is not known here."""
        if self.these:
            return one.id in self.these
        return one.first_name.casefold().startswith(self.named.casefold().partition(" ")[0])


EVERYBODY = Look()


def place_in(said: Mapping[str, str]) -> int:
    """The place among those who fit that an address or a form names as `fra`; the first one where it names none."""
    place = said.get("fra", "")
    return int(place) if place.isdecimal() and len(place) < 6 else 0


def rank(
    wish: Wish, candidates: Sequence[Candidate], names: Names, weights: Weights, look: Look = EVERYBODY
) -> Ranking:
    """Rank the candidates for one wish: hard conditions first, then named factors; ten of them are spoken of.

    `names` gives the spoken name of each code, list by list. Equal scores keep the order of the candidates.
    """
    pool = Pool(candidates)
    scoring = Scoring([wish], pool, weights, look.opened)
    scores = scoring.all()[0]
    fitting = best(scores, int(np.count_nonzero(scores)))
    found = [n for n in fitting if look.finds(candidates[n])]
    first = look.first if look.first < len(found) else 0
    speak = speaker(pool, names, weights)
    return Ranking(
        tuple(speak(wish, candidates[n], int(scores[n])) for n in found[first : first + SHOWN]),
        scoring.left_out(0),
        possible={candidates[n].id: candidates[n].first_name for n in fitting},
        first=first,
        found=len(found),
        named=look.named,
        waited=waited(wish.months),
        opened=look.opened,
    )


def best(scores: np.ndarray, how_many: int = SHOWN) -> list[int]:
    """The numbers of the highest scores, the best first; equal ones in their order."""
    return np.argsort(-scores.astype(np.int16), kind="stable")[:how_many].tolist()


def speaker(pool: Pool, names: Names, weights: Weights) -> Callable[[Wish, Candidate, int], Suggestion]:
    """Makes a suggestion of a scored pair: each factor that counts says why, each that could and does not says so."""

    def speak(wish: Wish, candidate: Candidate, score: int) -> Suggestion:
        counted = points(wish, candidate, weights, pool.rarity)
        return Suggestion(
            candidate,
            score,
            tuple(for_them(wish, candidate, counted, pool, names)),
            tuple(against(wish, candidate)),
        )

    return speak
