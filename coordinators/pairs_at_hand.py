"""What a pair needs of somebody today: asked in one query, told one line each."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Case, F, FilteredRelation, Q, When
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.roles import Permission, may
from coordinators.asked_how_it_goes import (
    check_ins_of,
    journals_of,
    lines_of_check_ins,
    lines_of_journals,
    lines_of_milestones,
    lines_of_relocations,
    milestones_of,
    relocations_of,
)
from coordinators.lines import MOST, Line, morning, names_of
from friendships.models import Pause
from friendships.needs import in_need, needs_of, with_needs
from institutions.models.absences import array_of, is_there
from matching.models import Match
from pages.together import together

S = Match.State


def lines_of_pairs(user) -> list[Line]:
    """Of the pairs that one may know: farewells, missing answers, what a friendship needs, how it goes, milestones."""
    today = timezone.localdate()
    untold = Q(rest__why=Pause.Why.NO_CONSENT, rest__volunteer_told_on=None)
    rests = Q(state=S.PAUSED) & (Q(rest__back_on__lte=today) | untold)
    open_rest = FilteredRelation("pauses", condition=Q(pauses__ended_on=None))
    known = with_needs(Match.objects.known_to(user), user)
    known = known.annotate(rest=open_rest, rests_for=F("rest__why"), is_untold=untold, asked_back_on=F("rest__back_on"))
    ending, waits = Q(state=S.ENDING), rests | Match.to_see_to(today)
    first = Case(When(ending, then=0), When(waits, then=1), default=2)  # of many, those of whom somebody waits
    found = known.filter(ending | waits | in_need(today)).order_by(first, "proposed_at")
    host = is_there("first_meeting__accompanied_by", array_of("project"), "first_meeting__starts_at")
    matches = (
        found.annotate(host_is_there=host)
        .with_since()
        .for_list()
        .select_related("first_meeting__accompanied_by", "closure")
    )
    pairs, asked, reached, moving, journals = together(
        matches[:MOST], check_ins_of(user), milestones_of(user), relocations_of(user), journals_of(user)
    )
    return [
        *(line for match in pairs for line in _lines(match, user, today)),
        *lines_of_check_ins(asked),
        *lines_of_milestones(reached),
        *lines_of_relocations(moving),
        *lines_of_journals(journals, user),
    ]


def _lines(match: Any, user, today: date) -> Iterator[Line]:
    """Whoever does not follow a friendship knows that it stands there, and it lies with others."""
    follows = may(user, Permission.FOLLOW_MATCH, match.project) if match.state in Match.BEGUN else None
    if match.is_due_to_look_back or match.state not in {S.TRIAL, S.ACTIVE, S.PAUSED} or _rest_is_due(match, today):
        what, is_mine, since = _told(match)
        who = match.citizen.called_name if match.waits_to_be_told else names_of(match)
        is_first = match.state == S.ENDING
        page = "friendships:farewell" if is_first and follows else "coordinators:pair"
        yield Line(what, who, since, page, match.pk, is_mine if follows is None else follows, is_first)
    if follows:
        for what, day, page in needs_of(match, today):
            yield Line(what, names_of(match), morning(day), page, match.pk)


def _rest_is_due(match: Any, today: date) -> bool:
    """One asks whether they go on, or tells the volunteer; a rest may stand here for who stands in alone."""
    return match.state == S.PAUSED and (match.is_untold or match.asked_back_on <= today)


def _told(match: Any) -> tuple[str, bool, datetime]:
    """What it is, whether it lies with whoever looks, and since when."""
    if match.waits_to_be_told:
        return _("Tell the citizen that it came to nothing"), True, match.in_state_since
    if match.state == S.TRIAL and match.look_back_on:
        return _("Look back at the trial: does it go on?"), True, morning(match.look_back_on)
    if match.state == S.PAUSED:
        return _rests(match), True, match.in_state_since
    if match.state == S.ENDING:
        closure = getattr(match, "closure", None)
        step = next(closure.missing(), _("it can end")) if closure else ""
        return _("Farewell: %(step)s") % {"step": step}, True, match.in_state_since
    answered = [match.proposed_at, match.volunteer_yes_at, match.citizen_yes_at]
    since = max(moment for moment in answered if moment)
    if match.state == S.PROPOSED:
        if not match.citizen_yes_at:
            return _("Ask the citizen about the proposal"), True, since
        return _("The volunteer has not answered yet"), False, since
    return _first_meeting(match, since)


def _first_meeting(match: Any, since: datetime) -> tuple[str, bool, datetime]:
    """It is to be arranged, has been, or lies ahead with somebody who is not there that day."""
    meeting = getattr(match, "first_meeting", None)
    if meeting is None or meeting.is_called_off:
        return _("Both have said yes: arrange the first meeting"), True, since
    day = date_format(timezone.localtime(meeting.starts_at), "MONTH_DAY_FORMAT")
    if meeting.is_ahead and not match.host_is_there:
        said = {"day": day, "name": meeting.accompanied_by.name}
        return _("The first meeting on %(day)s: %(name)s is not there, choose somebody else") % said, True, since
    return _("The first meeting: %(day)s") % {"day": day}, not meeting.is_ahead, since


def _rests(match: Any) -> str:
    """What is to be done about a rest; of one that came with a consent taken back, first to tell the volunteer."""
    if match.is_untold:
        return _("Tell the volunteer that the friendship rests, and not why")
    if match.rests_for == Pause.Why.NO_CONSENT:
        return _("Ask the citizen whether the friendship shall end")
    return _("The rest is over: ask whether they go on")
