"""A break: a volunteer who is ready rests until a day ahead, and is back by her coordinator's word or her own."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import CHANGED_MEANWHILE, SENTENCES, NotPossible, gates, move

LONGEST_BREAK = timedelta(days=365)  # the database's guard knows it too
SENTENCES["a_break_ends_on_a_day_ahead"] = _("The day of coming back is ahead, within a year.")


class Resting(models.Model):
    """What a volunteer has while she rests: the day on which she is asked whether she is back, and that she was."""

    state: str

    back_on = models.DateField(_("back on"), null=True, editable=False)
    back_asked_at = models.DateTimeField(_("asked whether back"), null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_resting(self) -> bool:
        return self.state == "resting"

    @property
    def may_rest(self) -> bool:
        """Ready, or resting already: then another day is chosen."""
        return self.state in {"ready", "resting"}

    @property
    def is_due_back(self) -> bool:
        """The day has come, and nobody has said that she is back."""
        return self.back_on is not None and self.back_on <= timezone.localdate()

    def rest(self, *, back_on: date, by) -> None:
        """Take a break, or choose another day to be back: what has begun goes on, and nothing new comes."""
        until = {"back_on": back_on, "back_asked_at": None}
        if not self.is_resting:
            return move(self, "resting", by=by, **until)
        with gates():
            if not type(self)._default_manager.filter(pk=self.pk, back_on__isnull=False).update(**until):
                raise NotPossible(CHANGED_MEANWHILE)
        self.back_on, self.back_asked_at = back_on, None

    def come_back(self, *, by) -> None:
        """Back from the break, as soon as somebody says so; the database asks again what ready asks."""
        move(self, "ready", by=by, back_on=None, back_asked_at=None)
