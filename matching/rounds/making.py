"""Making a match round: the waiting citizens and the free volunteers of somebody's projects, and the best round."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from access.context import acting
from accounts.models import User
from citizens.models import Citizen
from matching.models import MatchRound, RoundPair, WeightSet
from matching.rounds.certificate import points
from matching.rounds.solver import NOBODY, Round, best_round, in_turn, stable, total
from matching.rounds.ties import UP_TO
from matching.suggesting.candidates import candidates_of, wishes_of
from matching.suggesting.scoring import Pool, Scoring
from matching.suggesting.values import Weights, Wish

AT_ONCE = 500_000  # citizens × places up to which a page answers with the round itself
STABLE_UP_TO = 4_000_000  # stable pairs are only shown beside; for more pairs than this they take longer than the round


@dataclass(frozen=True)
class People:
    """Who takes part in a round."""

    wishes: list[Wish]
    pool: Pool
    weights: Weights

    @property
    def room(self) -> np.ndarray:
        return np.array([max(0, candidate.room) for candidate in self.pool.people], np.int64)

    @property
    def is_small(self) -> bool:
        return len(self.wishes) * int(self.room.sum()) <= AT_ONCE

    def scoring(self) -> Scoring:
        return Scoring(self.wishes, self.pool, self.weights)


def people_of(user, projects: Iterable[int], weights: Weights) -> People:
    """The citizens who can be proposed and the volunteers of some projects, as far as the user may see them."""
    projects = list(projects)
    waiting = Citizen.objects.known_to(user).filter(project__in=projects).waiting().with_a_living_wish()
    return People(wishes_of(user, waiting), Pool(candidates_of(user, projects)), weights)


def begin(user, projects: Iterable[int]) -> tuple[MatchRound, People]:
    """A round that is asked for, not yet made."""
    weights = WeightSet.objects.in_force()
    people = people_of(user, projects, weights.values)
    kept = MatchRound.objects.create(
        owner=user, projects=list(projects), weights=weights, places=int(people.room.sum())
    )
    return kept, people


@dataclass(frozen=True)
class Made:
    """The best round, and what two simpler ways would have come to."""

    scores: np.ndarray
    best: Round
    in_turn: np.ndarray
    stable: np.ndarray | None


def make(people: People, tell: Callable[[str], None] = lambda step: None) -> Made:
    """Score all pairs, find the best round, of several the gentlest, and prove that none is better."""
    tell(MatchRound.Step.SCORING)
    scoring = people.scoring()
    scores, room = scoring.all(), people.room
    best = best_round(scores, room, tell)
    if best.is_proved and max(scores.shape) <= UP_TO:
        best = best.gentlest(scores, room, scoring.shares)
    return Made(scores, best, in_turn(scores, room), stable(scores, room) if scores.size <= STABLE_UP_TO else None)


def keep(kept: MatchRound, people: People, made: Made) -> None:
    """Ids and numbers, nothing else."""
    partner, prices = made.best.partner, made.best.prices
    pairs = [
        RoundPair(
            round=kept,
            number=number,
            citizen_id=wish.id,
            volunteer_id=None if partner[number] == NOBODY else people.pool.people[partner[number]].id,
            score=score,
            kept=prices.kept[number],
            price=0 if partner[number] == NOBODY else prices.price[partner[number]],
        )
        for number, (wish, score) in enumerate(zip(people.wishes, points(made.scores, partner), strict=True))
    ]
    kept.keep(pairs, is_proved=made.best.is_proved, **numbers(made))


def numbers(made: Made) -> dict[str, int]:
    """What the round comes to, and beside it the best in turn and the stable pairs."""
    ways = {"": made.best.partner, "_in_turn": made.in_turn, "_stable": made.stable}
    found = {}
    for name, partner in ways.items():
        if partner is not None:
            found[f"total{name}"] = total(made.scores, partner)
            found[f"left{name}"] = int((partner == NOBODY).sum())
    return found


def make_for(owner: User, round_id) -> None:
    """As a job: load through what the owner may see, work without a transaction, keep the result as the owner."""

    def tell(step: str) -> None:
        with acting(user=owner):
            kept.tell(step)

    with acting(user=owner):
        kept = MatchRound.objects.visible_to(owner).select_related("weights").get(pk=round_id)
        if kept.step == MatchRound.Step.DONE:  # by a worker that could not say so any more
            return
        people = people_of(owner, kept.projects, kept.weights.values)
    try:
        made = make(people, tell)
        with acting(user=owner):
            keep(kept, people, made)
    except Exception:
        tell(MatchRound.Step.FAILED)
        raise
