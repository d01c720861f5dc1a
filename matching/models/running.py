"""From the first meeting on: the trial, going on, resting and ending. What a rest or an ending asks stands above."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from history.moves import NotPossible, gates, move, why_not

TRIAL_LASTS = timedelta(weeks=6)
LONGEST_TRIAL = timedelta(weeks=26)


class Running(models.Model):
    """How a friendship goes: tried, going on, resting, ending."""

    # What every match has, and this half of it needs.
    State: Any
    ALIVE: tuple
    state: Any
    started_on: Any
    look_back_on: Any

    class Meta:
        abstract = True

    @property
    def is_alive(self) -> bool:
        """They are friends, and neither rest nor say goodbye."""
        return self.state in self.ALIVE

    @property
    def is_tried(self) -> bool:
        return self.state == self.State.TRIAL

    @property
    def is_due_to_look_back(self) -> bool:
        """The day has come on which one looks back at the trial."""
        return self.is_tried and self.look_back_on <= timezone.localdate()

    def start(self, *, on=None, by) -> None:
        """The first meeting has been held: they get to know each other, and look back at it after six weeks."""
        on = on or timezone.localdate()
        look_back_on = max(on + TRIAL_LASTS, timezone.localdate())
        move(self, self.State.TRIAL, by=by, started_on=on, look_back_on=look_back_on)

    def look_back_later(self, *, on: date) -> None:
        """They need more time: another day to look back."""
        with gates():
            matches: Any = type(self)._default_manager
            if not matches.filter(pk=self.pk, state=self.State.TRIAL).update(look_back_on=on):
                self.refresh_from_db(fields=["state"])
                raise NotPossible(why_not(self))
        self.look_back_on = on

    def go_on(self, *, by) -> None:
        """Both want to: the trial is over, the rest or the ending called off; they are friends."""
        move(self, self.State.ACTIVE, by=by, look_back_on=None)

    def rest(self, *, by) -> None:
        """They do not meet for a while. The database asks for a rest with its reason and its day."""
        move(self, self.State.PAUSED, by=by)

    def come_back(self, *, by) -> None:
        """The rest is over: they go on where they were, in the trial or as friends."""
        move(self, self.State.TRIAL if self.look_back_on else self.State.ACTIVE, by=by)

    def begin_to_end(self, *, by) -> None:
        """It comes to an end, with a farewell. The database asks how, who tells the citizen and when."""
        move(self, self.State.ENDING, by=by)

    def end(self, *, by) -> None:
        """It has ended. The database asks that it did not end in silence."""
        move(self, self.State.ENDED, by=by)
