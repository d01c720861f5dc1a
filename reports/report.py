"""The report of one year: the same lines for the page and the file, with small numbers hidden in one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.roles import PERMISSIONS, Permission, Role
from institutions.models import Institution
from reports.export import Column
from reports.indicators import INDICATORS, Indicator
from reports.models import Figure
from reports.suppression import SMALLEST_SHOWN, Mark, hide, with_totals

WITHHELD = ".."  # as in the tables of Statistics Denmark
Numbers = dict[tuple[int, date], int]


@dataclass(frozen=True)
class Cell:
    """One number as it is shown: "12", "<5", ".." where it is withheld, or nothing where nothing was counted."""

    name: str
    text: str

    @property
    def is_withheld(self) -> bool:
        return self.text == WITHHELD


@dataclass(frozen=True)
class FiguresLine:
    """One house, or all, in one month, or the whole year."""

    house: str
    period: str
    cells: tuple[Cell, ...]
    is_total: bool = False

    @property
    def texts(self) -> list[str]:
        """The line of a file."""
        return [self.house, self.period, *(cell.text for cell in self.cells)]


def columns() -> list[Column]:
    """What a file of figures holds, for whoever may read them; never a name."""
    readers = frozenset(role for role in Role if Permission.READ_FIGURES in PERMISSIONS[role])
    headings = [_("House"), _("Month"), *(str(indicator.name) for indicator in INDICATORS)]
    return [Column(heading, partial(_text_at, at), readers) for at, heading in enumerate(headings)]


def _text_at(at: int, line: "FiguresLine") -> str:
    return line.texts[at]


def rows(user, year: int, house: Institution | None = None) -> list[FiguresLine]:
    """The lines of a year, all houses first, then each, the newest month first; only `house` if it is given.

    What is hidden is decided over all that the user may see of the year, so that choosing a house reveals nothing.
    A total of the year appears when all its months are counted: two totals a month apart would give the month away.
    """
    figures = list(Figure.objects.visible_to(user).of_year(year))
    houses = sorted({figure.institution for figure in figures}, key=lambda each: each.name)
    months = sorted({figure.month for figure in figures})
    columns = [_column(indicator, figures, houses, months) for indicator in INDICATORS]
    lines: list[FiguresLine] = []
    if house is None and len(houses) > 1:
        lines += _lines(_("All houses"), [column[-1] for column in columns], months)
    for number, each in enumerate(houses):
        if house in (None, each):
            lines += _lines(each.name, [column[number] for column in columns], months)
    return lines


def _column(
    indicator: Indicator, figures: list[Figure], houses: list[Institution], months: list[date]
) -> list[list[str]]:
    """One indicator: for each house, then for all, the texts of the months and of the year."""
    counted: Numbers = {
        (figure.institution_id, figure.month): figure.value
        for figure in figures
        if (figure.indicator, figure.version) == (indicator.code, indicator.version)
    }
    values = [[counted.get((house.pk, month), 0) for month in months] for house in houses]
    if not values:
        return []
    marks = hide(
        values,
        row_totals=indicator.adds_up_over_months and len(months) == 12,
        column_totals=indicator.adds_up_over_houses and len(houses) > 1,
    )
    texts = [
        [_text(*place) for place in zip(line, marked, strict=True)]
        for line, marked in zip(with_totals(values), marks, strict=True)
    ]
    for row, house in enumerate(houses):
        for at, month in enumerate(months):
            if (house.pk, month) not in counted:
                texts[row][at] = ""
    return texts


def _text(value: int, mark: Mark) -> str:
    return {Mark.SMALL: f"<{SMALLEST_SHOWN}", Mark.WITHHELD: WITHHELD, Mark.NO_TOTAL: ""}.get(mark, str(value))


def _lines(house: str, columns: Sequence[list[str]], months: list[date]) -> list[FiguresLine]:
    """The lines of one house, newest month first; the whole year at the end, where there is one."""

    def cells(at: int) -> tuple[Cell, ...]:
        return tuple(Cell(str(one.name), texts[at]) for one, texts in zip(INDICATORS, columns, strict=True))

    lines = [FiguresLine(house, date_format(months[at], "F Y"), cells(at)) for at in reversed(range(len(months)))]
    year = FiguresLine(house, _("The whole year"), cells(len(months)), is_total=True)
    return [*lines, year] if any(cell.text for cell in year.cells) else lines
