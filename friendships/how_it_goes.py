"""All that stands on the page of how it goes with two: what each says now, what was said before, what is next."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django import forms
from django.utils import timezone

from access.roles import Permission, may
from citizens.acting import acting_place
from friendships.forms.check_ins import AnswerForm, CorrectAnswerForm
from friendships.models import CheckIn, CheckInAnswer, Milestone
from friendships.models.check_in import Side
from matching.models import Match

EARLIER = 20


@dataclass(frozen=True)
class Said:
    """One side: what it says, if it has answered, and the form to write it down or put it right."""

    side: Side
    answer: CheckInAnswer | None
    form: forms.Form


@dataclass(frozen=True)
class Before:
    """An earlier day, and what both said then."""

    asked_on: date
    citizen: CheckInAnswer | None
    volunteer: CheckInAnswer | None


class HowItGoesPage:
    """For whoever follows the two both sides; for the lead the citizen's."""

    def __init__(self, match: Match, user) -> None:
        self.match, self.user = match, user
        asked = list(CheckIn.objects.visible_to(user).of(match)[: EARLIER + 1])
        self.open = next((one for one in asked if one.ended_on is None), None)
        self._earlier = [one for one in asked if one.ended_on]
        said = CheckInAnswer.objects.visible_to(user).filter(check_in__in=asked)
        self._said = {(one.check_in_id, one.side): one for one in said}

    @cached_property
    def may_follow(self) -> bool:
        return may(self.user, Permission.FOLLOW_MATCH, self.match.project)

    @property
    def may_ask_now(self) -> bool:
        """Before their day has come: not twice on a day, and not over a wish that waits for a talk."""
        is_asked = self.open is not None and self.open.due_on == timezone.localdate()
        waits = any(one.waits_for_a_talk for (of, _side), one in self._said.items() if self.open and of == self.open.pk)
        return self.match.is_alive and self.may_follow and not is_asked and not waits

    @property
    def sides(self) -> list[Said]:
        """Those whom whoever looks may ask."""
        shown = [Side.VOLUNTEER] if self.may_follow else []
        if may(self.user, Permission.RECORD_CITIZENS_ANSWER, acting_place(self.match.citizen, self.user)):
            shown = [Side.CITIZEN, *shown]
        return [self._side(side) for side in shown] if self.open else []

    def _side(self, side: Side) -> Said:
        said = self._said.get((self.open.pk, side)) if self.open else None
        ids = f"{side}_%s"
        return Said(side, said, CorrectAnswerForm(row=said, auto_id=ids) if said else AnswerForm(auto_id=ids))

    @property
    def earlier(self) -> list[Before]:
        return [
            Before(one.due_on, *(self._said.get((one.pk, side)) for side in (Side.CITIZEN, Side.VOLUNTEER)))
            for one in self._earlier
        ]

    @cached_property
    def milestones(self) -> list[Milestone]:
        """What they have reached of late, and nobody has said to them."""
        return list(Milestone.objects.visible_to(self.user).of(self.match).to_be_said(timezone.localdate()))
