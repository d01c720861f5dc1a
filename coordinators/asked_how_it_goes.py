"""Friendships on the desk and at the house: who is asked how it goes, who moves, and what two have reached."""

from typing import Any

from django.db.models import Count, QuerySet, Window
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.roles import houses_of, projects_of
from coordinators.lines import Line, morning, names_of
from friendships.models import CheckIn, JournalNotice, Milestone, Relocation
from friendships.models.relocation import GoesOn

AT_ONCE = 10  # so many stand open; more in a day is nobody's to do


def check_ins_of(user) -> QuerySet:
    """Whoever would like to talk first, then those due the longest; each with how many there are in all."""
    due = CheckIn.objects.visible_to(user).with_said(user).to_see_to().for_list()
    return due.annotate(in_all=Window(Count("*")))[:AT_ONCE]


def milestones_of(user) -> QuerySet:
    """What two have reached within a fortnight, until somebody has said it to them."""
    found = Milestone.objects.visible_to(user).to_be_said(timezone.localdate())
    return found.select_related("match__citizen__known_as", "match__volunteer").order_by("reached_on")


def relocations_of(user) -> QuerySet:
    """Whoever moves, or has moved, and whose friendship nobody has settled; the earliest first."""
    followed = Relocation.objects.visible_to(user).filter(project__in=projects_of(user)).to_talk_about()
    return followed.select_related("match__citizen__known_as", "match__volunteer")[:AT_ONCE]


def journals_of(user) -> QuerySet:
    """For a lead what is to be written into the journal or struck out; for a coordinator what a house has missed."""
    found = JournalNotice.objects.at_house(user) | JournalNotice.objects.left_to(user)
    return found.select_related("match__citizen__known_as", "match__volunteer").order_by("said_on")[:AT_ONCE]


def lines_of_journals(found: list, user) -> list[Line]:
    """One for each, on the page of the journal."""
    led = houses_of(user)
    return [
        Line(_of_journal(one, led), names_of(one.match), morning(one.said_on), "friendships:journal", one.match_id)
        for one in found
    ]


def _of_journal(one: JournalNotice, led: list[int]) -> str:
    if one.institution_id not in led and one.waits_to_be_struck:
        return _("The yes to the journal has ended: tell the house, which knows the citizen no more")
    if one.institution_id not in led:
        return _("The house has let go, and it does not stand in the journal: end the notice")
    if one.waits_to_be_struck:
        return _("No longer a yes to the journal: the house acts by its own rules")
    return _("Write into the journal that there is a network friend")


def lines_of_relocations(found: list) -> list[Line]:
    """Talk with both: does it go on, and how do they find each other?"""
    return [_moves(one) for one in found]


def _moves(one: Any) -> Line:
    if not one.asks_about_the_two:
        what = _("Ask whether the new house's journal may say that there is a network friend")
    elif one.goes_on == GoesOn.NO:
        what = _("After the relocation they say goodbye: begin the farewell")
    elif one.is_ahead:
        what = _("Moves soon: ask both whether it goes on, and about the way")
    else:
        what = _("Has moved: ask both whether it goes on, and about the way")
    since = morning(min(one.from_on, timezone.localdate()))
    return Line(what, names_of(one.match), since, "friendships:relocation", one.pk)


def lines_of_check_ins(found: list) -> list[Line]:
    """One for each; beyond ten, one row with how many more."""
    lines = [_asked(one) for one in found]
    if found and (more := found[0].in_all - len(found)):
        what = ngettext("%(n)s more friendship: ask how it goes", "%(n)s more friendships: ask how it goes", more) % {
            "n": more
        }
        lines.append(Line(what, "", lines[-1].since, "friendships:check_ins"))
    return lines


def _asked(one: CheckIn) -> Line:
    since = one.wished_at if one.somebody_wishes and one.wished_at else morning(one.due_on)
    return Line(one.what_to_do, names_of(one.match), since, "friendships:check_in", one.match_id)


def lines_of_milestones(found: list) -> list[Line]:
    """One for each: say it to both."""
    return [_reached(one) for one in found]


def _reached(one: Milestone) -> Line:
    what = capfirst(_("%(how_long)s as network friends: say it to both") % {"how_long": one})
    return Line(what, names_of(one.match), morning(one.reached_on), "friendships:check_in", one.match_id)
