"""Where a citizen lives, who knows him there, and that he moves: what the first and the second send."""

from collections.abc import Callable
from datetime import timedelta

from access.context import acting
from friendships.models import JournalNotice
from friendships.relocating import relocate
from matching.models import Match
from weshelter.tests import databases, people
from weshelter.tests.days import today
from weshelter.tests.rows import Rows
from weshelter.tests.stale import Case
from weshelter.tests.stale_pairs import day, in_friendship


def further_house(rows: Rows) -> Case:
    there = {"institution": rows.cast.nabo.institution.pk, "heard": "on"}
    return Case({}, there | {"kind": "comes_here"}, there | {"kind": "lives_here"})


def just_attached(rows: Rows) -> Case:
    bo = people.create_citizen(rows.cast, "Kommer her")
    with acting(user=rows.cast.karen):
        return Case({"citizen_id": bo.pk, "attachment_id": bo.attachments.get().pk})


def about_to_move(rows: Rows, *said: dict) -> Case:
    """One of two friends moves in a week, and nobody has asked them."""
    case = in_friendship(rows, "active")
    home, ahead = {"institution": None, "municipality": "0101"}, {"from_on": today() + timedelta(days=7)}
    with acting(user=rows.cast.karen):
        bo = Match.objects.select_related("citizen").get(pk=case.named["match_id"]).citizen
        unknown = {"goes_on": "not_asked", "travel": "not_asked"}
        row = relocate(bo, to=home, ends=[], knows=None, by=rows.cast.karen, **ahead, **unknown)
    return Case({"relocation_id": row.pk}, *said)


def notice_of(rows: Rows, *, written: bool = False, ended: bool = False) -> Case:
    """A yes to the journal of RG60, as far as somebody has come with it."""
    case = in_friendship(rows, "active")
    with acting(user=rows.cast.karen):
        match = Match.objects.get(pk=case.named["match_id"])
        notice = JournalNotice.say_yes(match, rows.cast.rg60.institution, given="spoken", by=rows.cast.karen)
    with acting(user=rows.cast.lars):
        if written:
            notice.is_written(by=rows.cast.lars)
        if ended:
            notice.end()
    if ended:  # the house knows him no more, so that the coordinators tell it
        gone = (
            "UPDATE citizens_attachment SET from_on = app.today() - 2, until_on = app.today() - 1 WHERE citizen_id = %s"
        )
        databases.as_owner(gone, match.citizen_id)
    return Case(case.named | {"notice_id": notice.pk})


def journal(rows: Rows) -> Case:
    yes = {"institution": rows.cast.rg60.institution.pk, "heard": "on"}
    return in_friendship(rows, "active", yes | {"given": "spoken"}, yes | {"given": "written"})


OF_PLACES: dict[str, Callable[[Rows], Case]] = {
    "citizens:home": lambda rows: Case(
        {"citizen_id": people.create_citizen(rows.cast, "Bor her").pk},
        {"institution": "", "municipality": "0101"},
        {"institution": "", "municipality": "0147"},
    ),
    "citizens:attachment": lambda rows: Case({}, {"kind": "comes_here"}, {"until_on": day(30)}),
    "citizens:attach": further_house,
    "citizens:call_attachment_off": just_attached,
    "friendships:relocate": lambda rows: Case(
        {"citizen_id": people.create_citizen(rows.cast, "Flytter").pk},
        {"municipality": "0101", "from_on": day(3)},
        {"municipality": "0147", "from_on": day(3)},
    ),
    "friendships:relocation": lambda rows: about_to_move(rows, {"travel": "fine"}, {"travel": "too_far"}),
    "friendships:journal": journal,
    "friendships:journal_written": notice_of,
    "friendships:journal_not_written": lambda rows: notice_of(rows, written=True),
    "friendships:journal_struck": lambda rows: notice_of(rows, written=True, ended=True),
    "friendships:journal_ends": notice_of,
    "friendships:call_relocation_off": about_to_move,
}
