"""The rules of what fits whom, each said once: conditions that must hold, and factors that count in steps.

A rule looks at one field of the wish and one field of the candidate. So the arrays in `scoring` need no second
definition: they ask the same function once for each pair of values that occurs.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, NamedTuple

from institutions.postcodes import kilometres
from matching.suggesting.values import Candidate, Codes, Weights, Wish

BEST = 127  # above this nobody is better than another; 0 is impossible
LONGEST_WAIT = 12  # months: who has waited longer counts as much
NEAR_KM = (3, 8, 15)  # within each of these one step nearer
FEW, SOME = 10, 4  # an interest of fewer than one in ten counts threefold, of fewer than one in four twofold


class Condition(NamedTuple):
    """What must hold between two fields, or the two cannot be friends."""

    code: str
    asked: str
    offered: str
    holds: Callable[[Any, Any], bool]


class Factor(NamedTuple):
    """What speaks for the two: how many steps, each of which counts by the factor's weight."""

    code: str
    asked: str
    offered: str
    steps: Callable[[Any, Any], int]


def meets(asked: Codes, offered: Codes) -> bool:
    """At least one of those asked for, if any is."""
    return not asked or not asked.isdisjoint(offered)


def is_said(asked: Codes, offered: str) -> bool:
    """Said at all, if any is asked for: nobody guesses."""
    return not asked or bool(offered)


def is_one_of(asked: Codes, offered: str) -> bool:
    """One of those asked for, if any is and this one is said."""
    return not asked or not offered or offered in asked


def meets_if_both_tell(asked: Codes, offered: Codes) -> bool:
    """At least one in common; who has told none is not refused, and it is said apart."""
    return not asked or not offered or not asked.isdisjoint(offered)


def shared(asked: Codes, offered: Codes) -> int:
    return len(asked & offered)


def nearness(here: str, there: str) -> int:
    """One step where the distance is known, and up to three more: nobody gains by being nobody knows how far away."""
    km = kilometres(here, there)
    return 0 if km is None else 1 + sum(km < limit for limit in NEAR_KM)


# In this order they are asked, and the first that fails is the one that is told.
CONDITIONS = (
    Condition("project", "project", "projects", lambda project, projects: project in projects),
    Condition("ready", "project", "ready", lambda _project, ready: ready),
    Condition("asked", "project", "kept_from", lambda project, projects: project not in projects),
    Condition("room", "project", "room", lambda _project, room: room > 0),
    Condition("gender_not_said", "genders", "gender", is_said),
    Condition("gender", "genders", "gender", is_one_of),
    Condition("language", "languages", "languages", meets),
    Condition("never_again", "never", "id", lambda never, one: one not in never),
    Condition("volunteer_cannot", "has", "cannot", Codes.isdisjoint),
    Condition("citizen_cannot", "cannot", "has", Codes.isdisjoint),
    Condition("times", "slots", "slots", meets_if_both_tell),
)
# What a coordinator may open on purpose: two with no hour in common may still find one.
OPENED: Codes = frozenset({"times"})

# Interests are a factor of their own kind: a rare one counts up to three steps, see `interest_steps`.
FACTORS = (
    Factor("fits", "project", "ready", lambda _project, _ready: 1),
    Factor("wishes", "wishes", "interests", shared),
    Factor("times", "slots", "slots", shared),
    Factor("near", "area", "area", nearness),
    Factor("language", "languages", "languages", shared),
    Factor("age", "ages", "age", lambda ages, age: int(age in ages)),
    Factor("experience", "needs", "experience", shared),
    Factor("waiting", "months", "ready", lambda months, _ready: min(months, LONGEST_WAIT)),
)


def rarity(candidates: Iterable[Candidate]) -> dict[str, int]:
    """The steps of each interest: 3 if fewer than one candidate in ten has it, 2 if fewer than one in four, else 1."""
    ticked = [candidate.interests for candidate in candidates]
    having = Counter(chain.from_iterable(ticked))
    return {code: 1 + (n * SOME < len(ticked)) + (n * FEW < len(ticked)) for code, n in having.items()}


def interest_steps(asked: Codes, offered: Codes, rare: Mapping[str, int]) -> int:
    """The interests in common, a rare one more than one that everybody ticks."""
    return sum(rare[code] for code in asked & offered)


def unmet(wish: Wish, candidate: Candidate) -> str:
    """The first condition that does not hold, or nothing."""
    for code, asked, offered, holds in CONDITIONS:
        if not holds(getattr(wish, asked), getattr(candidate, offered)):
            return code
    return ""


def points(wish: Wish, candidate: Candidate, weights: Weights, rare: Mapping[str, int]) -> dict[str, int]:
    """What each factor counts between the two."""
    counted = {
        code: getattr(weights, code) * steps(getattr(wish, asked), getattr(candidate, offered))
        for code, asked, offered, steps in FACTORS
    }
    counted["interests"] = weights.interests * interest_steps(wish.interests, candidate.interests, rare)
    return counted


def score(wish: Wish, candidate: Candidate, weights: Weights, rare: Mapping[str, int]) -> int:
    """From 1 to BEST, or 0 where a condition does not hold."""
    if unmet(wish, candidate):
        return 0
    return min(BEST, sum(points(wish, candidate, weights, rare).values()))
