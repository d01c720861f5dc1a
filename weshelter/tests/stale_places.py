"""Where a citizen lives, who knows him there, and that he moves: what the first and the second send."""

from collections.abc import Callable

from weshelter.tests import people
from weshelter.tests.rows import Rows
from weshelter.tests.stale import Case
from weshelter.tests.stale_pairs import day


def further_house(rows: Rows) -> Case:
    there = {"institution": rows.cast.nabo.institution.pk, "heard": "on"}
    return Case({}, there | {"kind": "comes_here"}, there | {"kind": "lives_here"})


OF_PLACES: dict[str, Callable[[Rows], Case]] = {
    "citizens:home": lambda rows: Case(
        {"citizen_id": people.create_citizen(rows.cast, "Bor her").pk},
        {"institution": "", "municipality": "0101"},
        {"institution": "", "municipality": "0147"},
    ),
    "citizens:attachment": lambda rows: Case({}, {"kind": "comes_here"}, {"until_on": day(30)}),
    "citizens:attach": further_house,
    "citizens:call_attachment_off": lambda rows: Case(),
    "friendships:relocate": lambda rows: Case(
        {"citizen_id": people.create_citizen(rows.cast, "Flytter").pk},
        {"municipality": "0101", "from_on": day(3)},
        {"municipality": "0147", "from_on": day(3)},
    ),
    "friendships:relocation": lambda rows: Case({}, {"travel": "fine"}, {"travel": "too_far"}),
    "friendships:call_relocation_off": lambda rows: Case(),
}
