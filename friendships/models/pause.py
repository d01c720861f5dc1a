"""A rest of a pair: why, until when. It ends with the state that it goes with."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import SENTENCES, NotPossible, gates, why_not
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

SENTENCES["a_rest_has_its_reason"] = _("Say why they rest, and until when.")
SENTENCES["one_rest_at_a_time"] = _("They rest already.")
LONGEST = timedelta(days=365)


class PauseQuerySet(OwnProjectsQuerySet):
    def open(self) -> "PauseQuerySet":
        """Those that are not over."""
        return self.filter(ended_on=None)


@tracked()
class Pause(models.Model):
    """They do not meet for a while, and nothing ends: why, in one word of a few, and the day on which one asks."""

    PERSONAL = {"why": ("following the friendship", "6 months after it ended")}

    class Why(models.TextChoices):
        VOLUNTEER_AWAY = "volunteer_away", _("the volunteer is away")
        VOLUNTEER_RESTS = "volunteer_rests", _("the volunteer needs a rest")
        CITIZEN_AWAY = "citizen_away", _("the citizen is away")
        CITIZEN_RESTS = "citizen_rests", _("the citizen needs quiet")
        NO_CONSENT = "no_consent", _("the consent was taken back")
        OTHER = "other", _("something else")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="pauses", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=15, choices=Why)
    began_on = models.DateField(_("from"), default=timezone.localdate)
    back_on = models.DateField(_("to be asked on"))
    ended_on = models.DateField(_("ended"), null=True, editable=False)
    volunteer_told_on = models.DateField(_("the volunteer was told"), null=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False)

    objects = PauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("rest")
        verbose_name_plural = _("rests")
        ordering = ["-began_on"]
        constraints = [
            models.UniqueConstraint(fields=["match"], condition=Q(ended_on=None), name="one_rest_at_a_time"),
            models.CheckConstraint(name="one_is_asked_after_a_rest_began", condition=Q(back_on__gte=F("began_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.began_on:%d.%m.%Y}"

    @property
    def waits_to_be_told(self) -> bool:
        """It rests because a consent was taken back, and nobody has told the volunteer that it rests."""
        return self.why == self.Why.NO_CONSENT and self.volunteer_told_on is None

    @classmethod
    def tell_the_volunteer(cls, match: Match) -> None:
        """Somebody has told her that it rests; once, and never why."""
        pause = cls.objects.open().of(match).first()
        if pause is None:
            raise NotPossible(why_not(match, match.State.PAUSED))
        untold = cls.objects.filter(pk=pause.pk, volunteer_told_on=None)
        if not untold.update(volunteer_told_on=timezone.localdate()):
            raise NotPossible(by_whom(_("The volunteer has been told already."), last_change(pause)))

    @classmethod
    def begin(cls, match: Match, *, why: str, back_on: date, by) -> "Pause":
        """They rest from today."""
        with gates():
            pause = cls.objects.create(match=match, project_id=match.project_id, why=why, back_on=back_on, by=by)
            match.rest(by=by)
        return pause

    def change(self, *, why: str, back_on: date) -> None:
        """Another reason or another day, as long as they rest."""
        with gates():
            if not Pause.objects.open().filter(pk=self.pk).update(why=why, back_on=back_on):
                raise NotPossible(why_not(self.match))
        self.why, self.back_on = why, back_on
