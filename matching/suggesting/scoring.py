"""All pairs at once: the rules as arrays of small numbers, in blocks of rows that stay in the processor's cache.

A rule whose values are few becomes a table, filled by asking the rule itself once for each two values that occur. What
two people share of a longer list is counted in bit masks. A test holds every cell equal to `rules.score`.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Any

import numpy as np

from matching.suggesting.rules import BEST, CONDITIONS, FACTORS, Condition, Factor, rarity, shared
from matching.suggesting.values import NONE, Candidate, Codes, Weights, Wish

BLOCK = 64 * 1024  # cells scored at a time
WORD = 64  # codes in one bit mask
# Who asks for nothing is refused nobody and gains nothing; such a rule need not be looked at.
NOTHING = ([NONE], [""])
INTERESTS = Factor("interests", "interests", "interests", shared)  # counted by how rare each is


class Columns:
    """People as arrays, field by field, each made when a rule first asks for it."""

    def __init__(self, people: Sequence[Any], fields: tuple[str, ...]) -> None:
        self.people = people
        self.place = {field: n for n, field in enumerate(fields)}
        self._numbered: dict[str, tuple[list, np.ndarray]] = {}

    def __len__(self) -> int:
        return len(self.people)

    def values(self, field: str) -> list:
        return list(map(itemgetter(self.place[field]), self.people))

    def numbered(self, field: str) -> tuple[list[Hashable], np.ndarray]:
        """The values that occur in a field, and for each person the number of his."""
        if field not in self._numbered:
            column = self.values(field)
            number = {value: n for n, value in enumerate(dict.fromkeys(column))}
            index = np.fromiter(map(number.__getitem__, column), np.intp, len(column))
            self._numbered[field] = list(number), index
        return self._numbered[field]

    def words(self, field: str) -> list[dict[str, int]]:
        """The codes that occur in a field, as bits."""
        return in_words(sorted(set(chain.from_iterable(self.values(field)))))


class Pool(Columns):
    """The candidates that all wishes are held against: how rare each interest is, and what language all speak."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        super().__init__(candidates, Candidate._fields)
        self.rarity = rarity(candidates)

    @cached_property
    def spoken_by_all(self) -> Codes:
        """No reason to choose one of them; of one alone nothing is said."""
        spoken = self.values("languages")
        return frozenset.intersection(*spoken) if len(spoken) > 1 else NONE

    @cached_property
    def column_of(self) -> dict[str, int]:
        return {one: n for n, one in enumerate(self.values("id"))}


class Scoring:
    """The wishes against the candidates: rows of scores from 1 to 127, 0 where a condition does not hold."""

    def __init__(self, wishes: Sequence[Wish], pool: Pool, weights: Weights, opened: Codes = NONE) -> None:
        """All conditions hold but those opened on purpose."""
        self.wishes, self.pool, self.weights = Columns(wishes, Wish._fields), pool, weights
        self.shape = len(wishes), len(pool)
        self.conditions = {
            rule.code: (rows, holds)
            for rule in CONDITIONS
            if rule.asked != "never" and rule.code not in opened and self._asks(rule)
            for rows, holds in [self._table(rule, rule.holds)]
            if not holds.all()
        }
        self.gates = list(self._by_what_is_asked())
        self.same, self.tables = self._counted()
        self.masks = list(self._shared())
        self.never = {
            row: [pool.column_of[one] for one in wish.never if one in pool.column_of]
            for row, wish in enumerate(wishes)
            if wish.never
        }

    def block(self, start: int, stop: int) -> np.ndarray:
        """The rows of some wishes."""
        total = np.empty((stop - start, self.shape[1]), np.uint16)
        total[:] = self.same[start:stop, None]
        for rows, table in self.tables:
            total += table[rows[start:stop]]
        for weight, asked, offered in self.masks:
            total += np.bitwise_count(asked[start:stop, None] & offered) * weight
        scores = np.minimum(total, BEST, out=total).astype(np.uint8)
        for rows, holds in self.gates:
            scores *= holds[rows[start:stop]]
        for row in self.never.keys() & range(start, stop):
            scores[row - start, self.never[row]] = 0
        return scores

    def all(self) -> np.ndarray:
        """Every wish against every candidate."""
        scores = np.empty(self.shape, np.uint8)
        height = max(1, BLOCK // max(1, self.shape[1]))
        for start in range(0, self.shape[0], height):
            stop = min(start + height, self.shape[0])
            scores[start:stop] = self.block(start, stop)
        return scores

    def unmet(self, row: int) -> np.ndarray:
        """For each condition and each candidate: does it fail for this wish?"""
        fails = np.zeros((len(CONDITIONS), self.shape[1]), bool)
        for number, rule in enumerate(CONDITIONS):
            if rule.code in self.conditions:
                rows, holds = self.conditions[rule.code]
                fails[number] = holds[rows[row]] == 0
            elif rule.asked == "never":
                fails[number, self.never.get(row, [])] = True
        return fails

    def shares(self, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """Of each pair, by the numbers of wish and candidate: is there anything that both like or wish for?"""
        found = np.zeros(len(rows), bool)
        for bits in self.pool.words("interests"):
            asked = masks(self.wishes.values("interests"), bits) | masks(self.wishes.values("wishes"), bits)
            found |= (asked[rows] & masks(self.pool.values("interests"), bits)[columns]) != 0
        return found

    def left_out(self, row: int) -> dict[str, int]:
        """How many candidates each condition leaves out for one wish; each counts where it fails first."""
        fails = self.unmet(row)
        first = np.where(fails.any(axis=0), fails.argmax(axis=0), len(CONDITIONS))
        counted = np.bincount(first, minlength=len(CONDITIONS))
        return {rule.code: int(n) for rule, n in zip(CONDITIONS, counted, strict=False) if n}

    def _asks(self, rule: Condition | Factor) -> bool:
        """Does somebody ask for anything here?"""
        return self.wishes.numbered(rule.asked)[0] not in NOTHING

    def _table(self, rule: Condition | Factor, answer: Callable[[Any, Any], int]) -> tuple[np.ndarray, np.ndarray]:
        """For each wish the number of a row, and in that row for each candidate what the rule answers."""
        asked, rows = self.wishes.numbered(rule.asked)
        offered, columns = self.pool.numbered(rule.offered)
        table = np.array([[answer(one, other) for other in offered] for one in asked], np.uint8)
        return rows, table.reshape(len(asked), len(offered))[:, columns]

    def _by_what_is_asked(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The conditions that look at the same field of a wish, those of a project above all, as one table."""
        asked = {rule.code: rule.asked for rule in CONDITIONS}
        by_field: dict[str, list[str]] = defaultdict(list)
        for code in self.conditions:
            by_field[asked[code]].append(code)
        for codes in by_field.values():
            tables = [self.conditions[code][1] for code in codes]
            yield self.conditions[codes[0]][0], np.multiply.reduce(tables, dtype=np.uint8)

    def _counted(self) -> tuple[np.ndarray, list[tuple[np.ndarray, np.ndarray]]]:
        """What the factors count: for each wish what is the same for all candidates, and the others as tables."""
        same, tables = np.zeros(self.shape[0], np.uint16), []
        for rule in FACTORS:
            if rule.steps is not shared and self._asks(rule):
                rows, table = self._table(rule, rule.steps)
                table = table * np.uint16(getattr(self.weights, rule.code))
                if table.size and (table == table[:, :1]).all():
                    same += table[rows, 0]
                else:
                    tables.append((rows, table))
        return same, tables

    def _shared(self) -> Iterator[tuple[np.uint16, np.ndarray, np.ndarray]]:
        """For each list that the two may share codes of: the weight of one code, and both sides' bit masks."""
        lists = [(rule, self.pool.words(rule.offered), 1) for rule in FACTORS if rule.steps is shared]
        for steps in (1, 2, 3):
            as_rare = [code for code, its_steps in sorted(self.pool.rarity.items()) if its_steps == steps]
            lists.append((INTERESTS, in_words(as_rare), steps))
        for rule, words, steps in lists:
            for bits in words if self._asks(rule) else ():
                asked, offered = (
                    masks(self.wishes.values(rule.asked), bits),
                    masks(self.pool.values(rule.offered), bits),
                )
                yield np.uint16(getattr(self.weights, rule.code) * steps), asked, offered


def in_words(codes: Sequence[str]) -> list[dict[str, int]]:
    """The codes as bits, as many together as one mask holds."""
    words = [codes[start : start + WORD] for start in range(0, len(codes), WORD)]
    return [{code: 1 << n for n, code in enumerate(word)} for word in words]


def masks(column: Sequence[frozenset[str]], bits: dict[str, int]) -> np.ndarray:
    """For each set of codes the bits of those that have one, in the narrowest word that holds them all."""
    kind = np.min_scalar_type(max(bits.values()))
    known = defaultdict(int, bits)
    sizes = np.fromiter(map(len, column), np.intp, len(column))
    each = np.fromiter(map(known.__getitem__, chain.from_iterable(column)), kind, sizes.sum())
    found = np.zeros(len(column), kind)
    having = sizes > 0
    if having.any():
        found[having] = np.bitwise_or.reduceat(each, (np.cumsum(sizes) - sizes)[having])
    return found
