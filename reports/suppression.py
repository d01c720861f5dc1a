"""Small numbers are hidden, so that nobody can be recognised in a table.

The rule, as statistical offices have it: 1, 2, 3 and 4 are shown as "<5"; 0 is shown, since it is about nobody. Where
totals would give a hidden number away, something else is withheld too, until each hidden small number could still be
1, 2, 3 or 4 for a reader who knows everything that is shown and this rule. What is withheld first is the total of the
row (the year), since its months have been shown before; then another number or the total of the column; zeros never.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

SMALLEST_SHOWN = 5


class Mark(Enum):
    """How one place of a table is shown."""

    SHOWN = "shown"
    SMALL = "small"  # 1 to 4: shown as "<5"
    WITHHELD = "withheld"  # any number but 0, hidden to protect a small one
    NO_TOTAL = "no total"  # a total that this table does not have


Place = tuple[int, int]


def is_small(value: int) -> bool:
    """One to four: a number behind which people could be recognised."""
    return 0 < value < SMALLEST_SHOWN


def with_totals(values: Sequence[Sequence[int]]) -> list[list[int]]:
    """The table with a last column of row totals and a last row of column totals."""
    rows = [[*row, sum(row)] for row in values]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def hide(values: Sequence[Sequence[int]], *, row_totals: bool = True, column_totals: bool = True) -> list[list[Mark]]:
    """A mark for each place of the table with its totals; a kind of total that is not published is NO_TOTAL."""
    table = Table(with_totals(values), row_totals=row_totals, column_totals=column_totals)
    while (bare := table.first_unprotected()) is not None and (others := table.could_withhold_for(bare)):
        enough = (place for place in others if table.would_protect(bare, place))
        table.marks[next(enough, others[0])] = Mark.WITHHELD
    return [[table.marks[row, column] for column in range(table.width)] for row in range(table.height)]


@dataclass(frozen=True)
class Leeway:
    """What a reader knows of one hidden place: from where to where it carries its number, and how far it could vary."""

    start: int
    end: int
    up: float
    down: float


class Table:
    """A table with totals as a network, in which rows and columns pass on what they get.

    Every row and column is a knot, every place a line between two: a number can be another one exactly if the
    difference can flow round through other hidden places. That answers, exactly, what a reader could work out.
    """

    def __init__(self, values: list[list[int]], *, row_totals: bool, column_totals: bool) -> None:
        self.values, self.height, self.width = values, len(values), len(values[0])
        self.marks: dict[Place, Mark] = {}
        for row, column in self._places():
            no_total = (column == self.width - 1 and not row_totals) or (row == self.height - 1 and not column_totals)
            small = Mark.SMALL if is_small(values[row][column]) else Mark.SHOWN
            self.marks[row, column] = Mark.NO_TOTAL if no_total else small

    def first_unprotected(self) -> Place | None:
        """A small number that a reader could narrow down to less than "one to four".

        Totals need no look of their own: a small one that could be worked out would bind the numbers it is made of.
        """
        small = (place for place, mark in self.marks.items() if mark is Mark.SMALL and not self._is_total(place))
        return next((place for place in small if not self.is_protected(place)), None)

    def is_protected(self, place: Place) -> bool:
        """Could the number here be 1, 2, 3 and 4, for all that is shown?"""
        line, value = self._line(place), self.values[place[0]][place[1]]
        more = self._flow(line.end, line.start, SMALLEST_SHOWN - 1 - value, without=place)
        return more and self._flow(line.start, line.end, value - 1, without=place)

    def would_protect(self, place: Place, other: Place) -> bool:
        """Would it be enough to withhold the other number too?"""
        before, self.marks[other] = self.marks[other], Mark.WITHHELD
        enough = self.is_protected(place)
        self.marks[other] = before
        return enough

    def could_withhold_for(self, place: Place) -> list[Place]:
        """What could be withheld for a number, the least loss first: own year, own column, own row, the rest.

        That a total is under five tells something of its parts, so a small total is among them.
        """
        row, column = place

        def loss(other: Place) -> tuple[int, int]:
            year, total = other == (row, self.width - 1), other == (self.height - 1, column)
            order = [year, other[1] == column and not total, total, other[0] == row, True]
            return order.index(True), self.values[other[0]][other[1]]

        return sorted(filter(self._could_be_withheld, self.marks), key=loss)

    def _could_be_withheld(self, place: Place) -> bool:
        if self._is_total(place) and self.marks[place] is Mark.SMALL:
            return True
        return self.marks[place] is Mark.SHOWN and self.values[place[0]][place[1]] > 0

    def _is_total(self, place: Place) -> bool:
        return place[0] == self.height - 1 or place[1] == self.width - 1

    def _places(self) -> Iterator[Place]:
        return ((row, column) for row in range(self.height) for column in range(self.width))

    def _line(self, place: Place) -> Leeway:
        (row, column), value = place, self.values[place[0]][place[1]]
        start, end = row, self.height + column
        if (row == self.height - 1) != (column == self.width - 1):  # a total flows back
            start, end = end, start
        mark = self.marks[place]
        if mark is Mark.SMALL:
            return Leeway(start, end, SMALLEST_SHOWN - 1 - value, value - 1)
        lowest = 0 if mark is Mark.NO_TOTAL else 1
        return Leeway(start, end, float("inf"), value - lowest)

    def _flow(self, start: int, end: int, amount: int, *, without: Place) -> bool:
        """Can so much more flow from one knot to the other through hidden places?"""
        hidden = [p for p, mark in self.marks.items() if mark is not Mark.SHOWN and p != without]
        room: dict[int, dict[int, float]] = {knot: {} for knot in range(self.height + self.width)}
        for line in map(self._line, hidden):
            room[line.start][line.end] = line.up
            room[line.end][line.start] = line.down
        for _unit in range(amount):
            way = _way(room, start, end)
            if way is None:
                return False
            for here, there in way:
                room[here][there] -= 1
                room[there][here] += 1
        return True


def _way(room: dict[int, dict[int, float]], start: int, end: int) -> list[tuple[int, int]] | None:
    """The shortest way through the network with room left, as steps."""
    came_from: dict[int, int] = {start: start}
    waiting = [start]
    for here in waiting:
        for there, left in room[here].items():
            if left > 0 and there not in came_from:
                came_from[there] = here
                waiting.append(there)
    if end not in came_from:
        return None
    steps, here = [], end
    while here != start:
        steps.append((came_from[here], here))
        here = came_from[here]
    return steps[::-1]
