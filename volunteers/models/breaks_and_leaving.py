"""Going: for a break until a day ahead, or for good; an applicant who is declined or withdraws goes the same way."""

from datetime import date, timedelta

from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import SENTENCES, NotPossible, gates, move, why_not

KEPT = timedelta(days=183)  # half a year, after an application that came to nothing
KEPT_AFTER_LEAVING = timedelta(days=365)
LONGEST_BREAK = timedelta(days=365)  # the database's guard knows it too
SENTENCES["a_break_ends_on_a_day_ahead"] = _("The day of coming back is ahead, within a year.")
SENTENCES["who_leaves_has_said_goodbye"] = _("A friendship still runs: it is brought to an end first, with a goodbye.")


class Going(models.Model):
    """A break has the day on which she is asked whether she is back; leaving has nothing and is not undone."""

    state: str

    back_on = models.DateField(_("back on"), null=True, editable=False)
    back_asked_at = models.DateTimeField(_("asked whether back"), null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_resting(self) -> bool:
        return self.state == "resting"

    @property
    def is_one_of_us(self) -> bool:
        """Ready or resting: she can take a break, choose another day, or leave."""
        return self.state in {"ready", "resting"}

    @property
    def is_due_back(self) -> bool:
        """The day has come, and nobody has said that she is back."""
        return self.back_on is not None and self.back_on <= timezone.localdate()

    def rest(self, *, back_on: date, by) -> bool:
        """Take a break, or choose another day to be back: what has begun goes on, and nothing new comes.

        The same day twice is once; gives whether it is news.
        """
        if self.back_on == back_on:
            return False
        until = {"back_on": back_on, "back_asked_at": None}
        if not self.is_resting:
            move(self, "resting", by=by, **until)
            return True
        with gates():
            if not type(self)._default_manager.filter(pk=self.pk, back_on__isnull=False).update(**until):
                self.refresh_from_db(fields=["state"])
                raise NotPossible(why_not(self))
        self.back_on, self.back_asked_at = back_on, None
        return True

    def come_back(self, *, by) -> None:
        """Back from the break, as soon as somebody says so; the database asks again what ready asks."""
        move(self, "ready", by=by, back_on=None, back_asked_at=None)

    def leave(self, *, by) -> None:
        """She is a volunteer no more; the database says no while a friendship runs."""
        go(self, "left", by=by, kept=KEPT_AFTER_LEAVING)


def go(volunteer, to: str, *, by, kept: timedelta = KEPT) -> None:
    """From now on she comes nowhere: what was open is settled, links end, and in time she is erased."""
    with gates():
        move(volunteer, to, by=by, forget_on=timezone.localdate() + kept, back_on=None)
        with connection.cursor() as cursor:
            cursor.execute("SELECT app.volunteer_leaves(%s)", [volunteer.pk])
