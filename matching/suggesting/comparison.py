"""Two who fit, beside each other: factor by factor what speaks for each of them, and what against."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from matching.suggesting.ranking import Suggestion

FACTORS = {
    "wishes": _("Wishes"),
    "interests": _("Interests"),
    "times": _("Times"),
    "near": _("Distance"),
    "language": _("Languages"),
    "age": _("Age"),
    "experience": _("Experience"),
}


class Cell(NamedTuple):
    """What is said of one of them."""

    reasons: list[str]
    against: list[str]


class Row(NamedTuple):
    """One factor, and what is said of each of them."""

    factor: str
    cells: list[Cell]


def beside(suggestions: tuple[Suggestion, ...]) -> list[Row]:
    """A row for each factor of which there is something to say, with a cell for each of them in their order."""
    rows = [Row(str(name), [_cell(one, code) for one in suggestions]) for code, name in FACTORS.items()]
    return [row for row in rows if any(cell.reasons or cell.against for cell in row.cells)]


def _cell(suggestion: Suggestion, factor: str) -> Cell:
    said = (suggestion.said_for, suggestion.said_against)
    return Cell(*([one.sentence for one in some if one.factor == factor] for some in said))
