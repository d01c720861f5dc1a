"""That a citizen who waits for a friend was spoken with: by whom, when, and how it stands with the wish; no words."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citizens.models.attachments import ChildQuerySet
from citizens.models.wishes import HEARS_WITHIN, TRIED_AGAIN_AFTER, Wishes
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, first_change, last_change
from institutions.models import Project

SENTENCES["a_talk_has_been"] = _("Write it down when you have spoken with the citizen.")
SENTENCES["a_talk_comes_after_what_was_said"] = _(
    "The citizen has said something since. Choose that day or a later one."
)
SENTENCES["only_not_now_names_a_day"] = _("Choose a day ahead on which the citizen may be asked again.")
SENTENCES["a_talk_is_put_right_on_its_day"] = _("What was written down can be put right on the same day alone.")
SAID_SINCE = _("Something else has been written down since: look at that first.")


class SpokenQuerySet(ChildQuerySet):
    def standing(self) -> "SpokenQuerySet":
        """Those that were not taken back, the newest first."""
        return self.filter(taken_back_at=None).order_by("-written_at")

    def counted(self) -> "SpokenQuerySet":
        """Those in which he was reached and said how it stands with the wish."""
        return self.standing().filter(outcome__in=Spoken.COUNTED)

    def for_page(self) -> "SpokenQuerySet":
        """Those that stand, each with who has spoken with him."""
        return self.standing().select_related("by")


@tracked()
class Spoken(models.Model):
    """What becomes of the wish follows from the outcome, and how it stood before is kept beside it.

    So whoever wrote it down can put it right or take it back the same day, unless something else was said since.
    """

    PERSONAL = {"outcome": ("that whoever waits hears from us", "6 months after the last match ended")}

    class Outcome(models.TextChoices):
        STILL = "still", _("still wishes a network friend")
        NOT_NOW = "not_now", _("not just now")
        NO_LONGER = "no_longer", _("no longer")
        NOT_REACHED = "not_reached", _("was not reached")
        RATHER_NOT = "rather_not", _("would rather not be asked")

    COUNTED = (Outcome.STILL, Outcome.NOT_NOW, Outcome.NO_LONGER)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey("citizens.Citizen", models.CASCADE, related_name="spoken", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    spoken_on = models.DateField(_("spoken with on"), default=timezone.localdate)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("spoken with by"))
    written_at = models.DateTimeField(_("written down"), default=timezone.now, editable=False)
    outcome = models.CharField(_("what was said"), max_length=11, choices=Outcome)
    again_on = models.DateField(_("may be asked again on"), null=True, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, editable=False)
    # How the wish stood before.
    said_before = models.DateField(editable=False)
    waited_before = models.DateTimeField(null=True, editable=False)
    due_before = models.DateField(null=True, editable=False)

    objects = SpokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("talk with somebody who waits")
        verbose_name_plural = _("talks with those who wait")
        constraints = [
            models.CheckConstraint(
                name="only_not_now_names_a_day",
                condition=Q(outcome="not_now", again_on__gt=F("spoken_on")) | ~Q(outcome="not_now") & Q(again_on=None),
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()

    def may_be_put_right_by(self, user) -> bool:
        """By whoever wrote it down, and on the same day."""
        return self.by_id == user.pk and timezone.localdate(self.written_at) == timezone.localdate()

    @classmethod
    def write(
        cls, citizen, *, outcome: str, by, on: date | None = None, again_on: date | None = None, shown: str = ""
    ) -> "Spoken":
        """Write down what was said; `shown` is the answer that the page showed. The very same twice is once."""
        on = on or timezone.localdate()
        with gates():
            said = Wishes.objects.select_for_update().get(citizen=citizen)
            spoken = cls(
                citizen=citizen,
                project_id=citizen.project_id,
                by=by,
                spoken_on=on,
                outcome=outcome,
                again_on=day_named(outcome, on, again_on),
                said_before=said.said_on,
                waited_before=said.waits_since,
                due_before=said.speak_on,
            )
            last = citizen.spoken.standing().first()
            if last and last.is_the_same_as(spoken):
                return last
            if shown not in ("", said.answer):
                raise NotPossible(said_since(said, last))
            spoken.save(force_insert=True)
            spoken._follow(spoken._before())
        return spoken

    def put_right(self, *, outcome: str, on: date, again_on: date | None = None) -> None:
        """It was said otherwise, or on another day."""
        self._change(outcome=outcome, spoken_on=on, again_on=day_named(outcome, on, again_on))

    def take_back(self) -> None:
        """It was not said: the wish stands as before."""
        self._change(taken_back_at=timezone.now())

    def _change(self, **changes) -> None:
        stood = self._after()
        with gates():
            said = Wishes.objects.select_for_update().get(citizen=self.citizen_id)
            last = self.citizen.spoken.standing().first()
            if last != self or not self.citizen.spoken.filter(pk=self.pk).update(**changes):
                raise NotPossible(said_since(said, last))
            for name, value in changes.items():
                setattr(self, name, value)
            self._follow(stood)

    def _follow(self, stood: dict) -> None:
        """The wish that stood so becomes what was said, if nobody has changed it since."""
        if not Wishes.objects.filter(citizen=self.citizen_id, **stood).update(**self._after()):
            raise NotPossible(said_since(self.citizen.wishes))

    def is_the_same_as(self, other: "Spoken") -> bool:
        """Was it written down a moment ago, when a button was pressed twice?"""
        alike = all(
            getattr(self, name) == getattr(other, name) for name in ("by_id", "outcome", "spoken_on", "again_on")
        )
        return alike and other.written_at - self.written_at < timedelta(minutes=1)

    def _before(self) -> dict:
        """The wish as it stood before."""
        return {
            "wants_friend": self.waited_before is not None,
            "said_on": self.said_before,
            "waits_since": self.waited_before,
            "speak_on": self.due_before,
        }

    def _after(self) -> dict:
        """What becomes of it, and when somebody speaks with him again; none of it if it was taken back."""
        before, on = self._before(), self.spoken_on
        if self.taken_back_at:
            return before
        match self.outcome:
            case self.Outcome.STILL:
                since = self.waited_before or self._moment()
                return {"wants_friend": True, "said_on": on, "waits_since": since, "speak_on": on + HEARS_WITHIN}
            case self.Outcome.NOT_NOW | self.Outcome.NO_LONGER:
                return {"wants_friend": False, "said_on": on, "waits_since": None, "speak_on": self.again_on}
            case self.Outcome.NOT_REACHED:
                return before | {"speak_on": self.due_before and max(self.due_before, on + TRIED_AGAIN_AFTER)}
        return before | {"speak_on": None}

    def _moment(self) -> datetime:
        """Of another day than the one on which it was written down only the day is known."""
        if timezone.localdate(self.written_at) == self.spoken_on:
            return self.written_at
        return timezone.make_aware(datetime.combine(self.spoken_on, time.min))


def day_named(outcome: str, on: date, again_on: date | None) -> date | None:
    """Whoever says “not just now” may be asked again: on the day that he names, else after six weeks."""
    return (again_on or on + HEARS_WITHIN) if outcome == Spoken.Outcome.NOT_NOW else None


def said_since(wishes: Wishes, last: Spoken | None = None) -> str:
    """That something else was written down, and by whom, of the wishes or of a talk."""
    changes = [change for change in (last_change(wishes), first_change(last) if last else None) if change]
    return by_whom(SAID_SINCE, max(changes, key=lambda change: change.at, default=None))
