"""From the proposal to both yeses, or to nothing: a yes of either, a no of either, not in time, called back."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import SENTENCES, NotPossible, gates, move, why_not
from history.who import became, by_whom, last_change

SENTENCES["a_yes_is_given_once_by_who_may"] = _("This answer has been written down already.")
SENTENCES["a_proposal_is_answered_in_time"] = _("The proposal was not answered within 14 days and has expired.")
ANSWERED_WITHIN = timedelta(days=14)  # the database's guard knows it too


class Answering(models.Model):
    """How a pair is answered. Which side a no came from, and why, is never told to the other."""

    # What every match has, and this half of it needs.
    State: Any
    CAME_TO_NOTHING: tuple
    state: Any
    origin: Any
    origin_on: date | None
    volunteer: Any
    proposed_at: Any
    volunteer_yes_at: Any
    citizen_yes_at: Any
    citizen_yes_heard_by_id: Any
    citizen_told_on: date | None

    class Meta:
        abstract = True

    @property
    def answer_by(self):
        """The last moment at which the proposal can be answered."""
        return self.proposed_at + ANSWERED_WITHIN

    @property
    def is_out_of_time(self) -> bool:
        return self.state == self.State.PROPOSED and self.answer_by <= timezone.now()

    @property
    def answers(self) -> str:
        """How far the answers have come: another one as soon as somebody has answered."""
        return f"{self.state}-{self.volunteer_yes_at is not None:d}-{self.citizen_yes_at is not None:d}"

    @property
    def waits_to_be_told(self) -> bool:
        """It came to nothing after the citizen had said yes, and nobody has told him."""
        said_yes = self.citizen_yes_at is not None
        return self.state in self.CAME_TO_NOTHING and said_yes and self.citizen_told_on is None

    def volunteer_says_yes(self) -> None:
        """The volunteer's yes; with the citizen's, both have said yes."""
        self._say_yes(volunteer_yes_at=timezone.now(), by=self.volunteer)

    def citizen_says_yes(self, *, heard_by) -> None:
        """The citizen's yes, as heard by coordinator or lead; with the volunteer's, both have said yes."""
        self._say_yes(citizen_yes_at=timezone.now(), citizen_yes_heard_by=heard_by, by=heard_by)

    def _say_yes(self, *, by, **answer) -> None:
        """Two who were friends before go on as such, from their own first day; others are still to meet."""
        matches = type(self)._default_manager
        with gates():
            fresh = self._open_to_a_yes(answer)
            matches.filter(pk=self.pk).update(**answer)
            for name, value in answer.items():
                setattr(fresh, name, value)
            if fresh.volunteer_yes_at and fresh.citizen_yes_at:
                if fresh.origin == "running":
                    move(fresh, self.State.ACTIVE, by=by, started_on=fresh.origin_on)
                else:
                    move(fresh, self.State.ACCEPTED, by=by)
        said = ["state", "volunteer_yes_at", "citizen_yes_at", "citizen_yes_heard_by", "started_on"]
        self.refresh_from_db(fields=said)

    def _open_to_a_yes(self, answer: dict) -> Any:
        """The proposal as it stands now: a yes is said to what is still proposed, in time, the citizen's once."""
        # The row lock makes the later of two simultaneous yeses see the earlier one.
        fresh: Any = type(self)._default_manager.select_for_update().filter(pk=self.pk).first()
        if fresh is None or fresh.state != self.State.PROPOSED:
            raise NotPossible(why_not(fresh or self, self.State.ACCEPTED))
        if fresh.is_out_of_time:
            raise NotPossible(SENTENCES["a_proposal_is_answered_in_time"])
        if fresh.citizen_yes_heard_by_id and "citizen_yes_heard_by" in answer:
            heard = became(fresh, "citizen_yes_heard_by")
            raise NotPossible(by_whom(SENTENCES["a_yes_is_given_once_by_who_may"], heard))
        return fresh

    def decline(self, *, by, shown: str = "", by_citizen: bool = False) -> None:
        """A no from either side, to the proposal or after both had said yes.

        Whoever says it for the citizen has seen whether somebody heard a yes: `shown` is what the page said; and he
        need not be told.
        """
        if shown not in ("", self.answers):
            heard = became(self, "citizen_yes_heard_by") or became(self)
            raise NotPossible(by_whom(_("Somebody has answered since you opened the page."), heard))
        told = {"citizen_told_on": timezone.localdate()} if by_citizen else {}
        move(self, self.State.DECLINED, by=by, **told)

    def refuse_unless_unmet(self) -> None:
        """It can come to nothing as long as they have not met; then there is a farewell."""
        if self.state not in {self.State.PROPOSED, self.State.ACCEPTED}:
            raise NotPossible(why_not(self))

    def withdraw(self, *, by) -> None:
        """Called back by whoever proposed it: no no in anybody's name, and the two can be proposed again."""
        move(self, self.State.WITHDRAWN, by=by)

    def expire(self, *, by) -> None:
        """Nobody answered within 14 days."""
        move(self, self.State.EXPIRED, by=by)

    def tell_the_citizen(self, *, by) -> None:
        """Somebody has told him that it came to nothing; once."""
        matches: Any = type(self)._default_manager
        untold = matches.filter(pk=self.pk, citizen_told_on=None)
        if not self.waits_to_be_told or not untold.update(citizen_told_on=timezone.localdate()):
            raise NotPossible(by_whom(_("The citizen has been told already."), last_change(self)))
        self.citizen_told_on = timezone.localdate()
