"""What an evening came to: written when it is closed, counted where it was never opened, corrected with its reason."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import NotPossible, gates, move, why_not

COUNTED_ONCE_BEGUN = _("The evening can be counted once it has begun.")


class Held(models.Model):
    """How an evening ends: held, with its totals. They stay when guests are erased."""

    class Why(models.TextChoices):
        """Why what was written at the closing is corrected; no text, since guests have names."""

        PAID_LATER = "paid_later", _("somebody has paid afterwards")
        WHO_CAME = "who_came", _("somebody came after all, or did not")
        MISCOUNTED = "miscounted", _("it was counted or written wrong")

    TOTALS = ("guests_came", "new_faces", "volunteers_came", "income")
    CONSTRAINTS = (
        models.CheckConstraint(
            name="an_evening_that_was_held_has_its_totals",
            condition=~Q(state="held")
            | Q(
                guests_came__isnull=False,
                new_faces__isnull=False,
                volunteers_came__isnull=False,
                income__isnull=False,
            ),
        ),
        models.CheckConstraint(
            name="a_correction_says_why",
            condition=Q(corrected_at=None, corrected_why="") | Q(corrected_at__isnull=False) & ~Q(corrected_why=""),
        ),
    )

    guests_came = models.PositiveSmallIntegerField(_("guests"), null=True, editable=False)
    new_faces = models.PositiveSmallIntegerField(_("new faces"), null=True, editable=False)
    volunteers_came = models.PositiveSmallIntegerField(_("volunteers"), null=True, editable=False)
    income = models.PositiveIntegerField(_("income in kroner"), null=True, editable=False)
    corrected_why = models.CharField(_("why it was corrected"), max_length=10, choices=Why, blank=True, editable=False)
    corrected_at = models.DateTimeField(_("corrected"), null=True, editable=False)

    # What every evening has, and this half of it needs.
    state: Any
    starts_at: Any
    signups: Any
    duties: Any

    class Meta:
        abstract = True

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def may_be_closed(self) -> bool:
        """Once it has begun, so that a figure never counts what has not been."""
        return self.state == "open" and self.has_begun

    @property
    def may_be_counted(self) -> bool:
        """It passed, and was never opened: nobody stood on a list."""
        return self.state == "planned" and self.has_begun

    @property
    def had_lists(self) -> bool:
        """Did anybody stand on the list of guests or have a task? Else there are the numbers alone."""
        return self.signups.on_the_list().exists() or self.duties.on_the_list().exists()

    def hold(self, *, guests: Iterable[tuple], duties: Iterable[tuple], by) -> None:
        """Close the evening: (sign-up, came, paid) for each guest, (duty, came) for each volunteer, and the totals."""
        if self.state == "open" and not self.may_be_closed:
            raise NotPossible(_("The evening can be closed once it has begun."))
        with gates():
            # The lock makes a sign-up at the last moment come before or be refused, never in between.
            self.refresh_from_db(from_queryset=self._locked())
            if self.state != "open":
                raise NotPossible(why_not(self, "held"))
            self.signups.turn_down()
            self._settle(guests, duties, by=by)
            if list(self.signups.unsettled()) or list(self.duties.unsettled()):
                raise NotPossible(_("Somebody has come onto the list in the meantime. Look at the new name, too."))
            move(self, "held", by=by, **self._totals())

    def count(self, *, by, **totals: int) -> None:
        """Close an evening that passed without having been opened, with the numbers of those who came all the same."""
        if self.state == "planned" and not self.may_be_counted:
            raise NotPossible(COUNTED_ONCE_BEGUN)
        if self.state == "open":
            raise NotPossible(why_not(self))
        move(self, "held", by=by, **totals)

    def correct(
        self,
        *,
        why: str,
        by,
        guests: Iterable[tuple] = (),
        duties: Iterable[tuple] = (),
        forgotten: Iterable[tuple] = (),
        helped: Iterable[tuple] = (),
        numbers: dict | None = None,
    ) -> None:
        """Say otherwise who came and paid, or the numbers where nobody stood on a list; the history keeps why.

        Who came and stood on no list: `forgotten` are nicknames of guests with what each paid, `helped` volunteers with
        the task of each. The totals change by as much as the lists do: who was erased meanwhile stays counted.
        """
        with gates():
            self.refresh_from_db(from_queryset=self._locked())
            if self.state != "held":
                raise NotPossible(why_not(self))
            # First: the database takes changes of the lists together with a correction alone.
            self._write(corrected_why=why, corrected_at=timezone.now())
            before = self._totals()
            added = [(self.signups.get(pk=self._add("came", self.pk, who)), True, paid) for who, paid in forgotten]
            self._settle([*guests, *added], duties, by=by)
            for volunteer, task in helped:
                self._add("helped", task.pk, volunteer.pk)
            after = self._totals()
            self._write(
                **{name: getattr(self, name) + after[name] - before[name] for name in self.TOTALS} | (numbers or {})
            )

    def _add(self, what: str, at, who) -> UUID:
        """A place on a list for somebody who came and had none; the database asks that it is being corrected."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT app.add_who_{what}(%s, %s)", [at, who])
            return cursor.fetchone()[0]

    def _settle(self, guests: Iterable[tuple], duties: Iterable[tuple], *, by) -> None:
        for signup, came, paid in guests:
            signup.settle(came=came, paid=paid, by=by)
        for duty, came in duties:
            duty.settle(came=came, by=by)

    def _totals(self) -> dict[str, int]:
        came = self.signups.came()
        return {
            "guests_came": came.count(),
            "new_faces": came.first_times().count(),
            "volunteers_came": self.duties.came().count(),
            "income": came.income(),
        }

    def _locked(self) -> models.QuerySet:
        return type(self)._default_manager.select_for_update()

    def _write(self, **values) -> None:
        type(self)._default_manager.filter(pk=self.pk).update(**values)
        for name, value in values.items():
            setattr(self, name, value)
