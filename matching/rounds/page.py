"""What the coordinator looks at: each pair of a round with its reasons and other choices, and who is left and why.

The round keeps ids and numbers; the people behind them are loaded anew with the eyes of whoever looks. Who has got a
proposal meanwhile, or is no longer known to the user, is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from citizens.models import Citizen
from matching.models import MatchRound, RoundPair
from matching.rounds.making import people_of
from matching.rounds.ties import UP_TO
from matching.rounds.unmatched import missing_kind, poster, wanted
from matching.suggesting.candidates import spoken_names
from matching.suggesting.ranking import Suggestion, best, speaker
from matching.suggesting.rules import unmet
from matching.suggesting.sentences import LEFT_OUT, waited
from matching.suggesting.values import Candidate

AT_A_TIME = 25
OTHERS = 5
LITTLE = 5  # points


@dataclass(frozen=True)
class PairRow:
    """One pair: the citizen, the volunteer with reasons, and the others that fit him, each with what it would cost."""

    citizen: Citizen
    suggestion: Suggestion
    waited: str
    others: list[tuple[str, str]]


@dataclass(frozen=True)
class LeftRow:
    """A citizen for whom the round has nobody: which conditions left out whom, and who would help."""

    citizen: Citizen
    waited: str
    left_out: list[str]
    wanted: str


class RoundPage:
    """A round as it stands today."""

    def __init__(self, kept: MatchRound, user) -> None:
        self.kept, self.user = kept, user
        self.names = spoken_names()
        self.people = people_of(user, kept.projects, kept.weights.values)
        self.scoring = self.people.scoring()
        self.pairs = list(kept.pairs.all())
        self.row_of = {wish.id: row for row, wish in enumerate(self.people.wishes)}
        waiting = [pair for pair in self.pairs if str(pair.citizen_id) in self.row_of]
        self.paired = [pair for pair in waiting if pair.volunteer_id and self._still_fits(pair)]
        self.alone = [pair for pair in waiting if pair.volunteer_id is None]
        shown = [pair.citizen_id for pair in (*self.paired[:AT_A_TIME], *self.alone)]
        known = Citizen.objects.known_to(user).select_related("project__institution")
        self.citizens: Mapping = known.in_bulk(shown)

    def _still_fits(self, pair: RoundPair) -> bool:
        column = self.people.pool.column_of.get(str(pair.volunteer_id))
        wish = self.people.wishes[self.row_of[str(pair.citizen_id)]]
        return column is not None and not unmet(wish, self.candidate(column))

    @property
    def are_ties_weighed(self) -> bool:
        """Is it the gentlest of all rounds with this total? Of very large ones any of them is shown."""
        return max(len(self.pairs), len(self.people.pool)) <= UP_TO

    @property
    def settled(self) -> int:
        """How many pairs of the round are proposed by now, or no longer possible."""
        return sum(pair.volunteer_id is not None for pair in self.pairs) - len(self.paired)

    @property
    def later(self) -> int:
        """How many pairs are shown when these have been proposed."""
        return max(0, len(self.paired) - AT_A_TIME)

    @cached_property
    def rows(self) -> list[PairRow]:
        speak = speaker(self.people.pool, self.names, self.people.weights)
        return [self._pair_row(pair, speak) for pair in self.paired[:AT_A_TIME]]

    def _pair_row(self, pair: RoundPair, speak) -> PairRow:
        row = self.row_of[str(pair.citizen_id)]
        wish, scores = self.people.wishes[row], self.scoring.block(row, row + 1)[0]
        column = self.people.pool.column_of[str(pair.volunteer_id)]
        fitting = [n for n in best(scores, OTHERS + 1) if scores[n] and n != column][:OTHERS]
        return PairRow(
            self.citizens[pair.citizen_id],
            speak(wish, self.candidate(column), int(scores[column])),
            waited(wish.months),
            [(self.candidate(n).id, self._with_cost(pair, self.candidate(n), int(scores[n]))) for n in fitting],
        )

    def candidate(self, column: int) -> Candidate:
        return self.people.pool.people[column]

    def _with_cost(self, pair: RoundPair, other: Candidate, score: int) -> str:
        """Another choice, and what it would cost the round as a whole: the prices say it."""
        cost = pair.kept + self.prices.get(other.id, 0) - score
        said = _("just as good for all") if cost <= 0 else _("a little worse for all")
        if cost > LITTLE:
            said = _("worse for all")
        where = f"{other.first_name}, {other.area}" if other.area else other.first_name
        if other.id in self.prices:
            return _("%(who)s: %(said)s; is in another pair") % {"who": where, "said": said}
        return _("%(who)s: %(said)s") % {"who": where, "said": said}

    @cached_property
    def prices(self) -> dict[str, int]:
        """The price of a place with each volunteer who is in a pair; with all others it is 0."""
        return {str(pair.volunteer_id): pair.price for pair in self.paired}

    @cached_property
    def left(self) -> list[LeftRow]:
        return [
            LeftRow(
                self.citizens[pair.citizen_id],
                waited(self.people.wishes[row].months),
                [LEFT_OUT[code](number) for code, number in self.scoring.left_out(row).items()],
                wanted(self.people.wishes[row], missing_kind(self.scoring, row), self.names),
            )
            for pair in self.alone
            for row in [self.row_of[str(pair.citizen_id)]]
        ]

    @cached_property
    def to_ask(self) -> dict[str, int]:
        """How many wish a friend and are not in the round: whose wish is old, and whose yes to a friend is missing."""
        wishing = Citizen.objects.known_to(self.user).filter(project__in=self.kept.projects)
        return {
            "spoerges": wishing.waiting().with_an_old_wish().count(),
            "samtykke": wishing.lacking_consent().count(),
        }

    @property
    def poster(self) -> list[tuple[str, int]]:
        """What kind of volunteer is missing: next month's poster."""
        return poster(row.wanted for row in self.left)

    @property
    def ways(self) -> list[tuple[str, int, int]]:
        """This round and two simpler ways beside it: how many get a friend, and the points of all pairs together."""
        kept, waiting = self.kept, len(self.pairs)
        ways = [
            (_("this round"), waiting - kept.left, kept.total),
            (_("the best in turn"), waiting - kept.left_in_turn, kept.total_in_turn),
        ]
        if kept.total_stable:
            ways.append((_("always the best pair first"), waiting - kept.left_stable, kept.total_stable))
        return ways
