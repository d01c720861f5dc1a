"""A rest that is known beforehand: it begins on its day, and nobody need think of it."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.models.pause import Pause
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

SENTENCES["a_rest_is_planned_of_two_who_meet"] = _("A rest can be planned while the two are friends and do not rest.")


class PlannedRestQuerySet(OwnProjectsQuerySet):
    def with_match(self) -> "PlannedRestQuerySet":
        return self.select_related("match")

    def due(self, today: date) -> "PlannedRestQuerySet":
        """Those whose day has come, with their pair."""
        return self.filter(from_on__lte=today).with_match()


@tracked()
class PlannedRest(models.Model):
    """From when two will rest, why, and when one asks whether they go on. It is gone as the rest begins."""

    PERSONAL = {"why": ("following the friendship", "6 months after it ended")}

    match = models.OneToOneField(Match, models.CASCADE, primary_key=True, related_name="planned_rest")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=15, choices=Pause.Why)
    from_on = models.DateField(_("from"))
    back_on = models.DateField(_("to be asked on"))

    objects = PlannedRestQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned rest")
        verbose_name_plural = _("planned rests")
        constraints = [
            models.CheckConstraint(name="one_is_asked_after_a_planned_rest", condition=Q(back_on__gte=F("from_on")))
        ]

    def __str__(self) -> str:
        return f"{self.from_on:%d.%m.%Y}"

    @classmethod
    def plan(cls, match: Match, **said) -> None:
        """It begins on a day ahead; one that is planned already is another one now."""
        with gates():
            cls.objects.update_or_create(
                match=match, defaults=said, create_defaults=said | {"project_id": match.project_id}
            )

    def call_off(self) -> None:
        """They do not rest after all."""
        if not PlannedRest.objects.filter(pk=self.pk).delete()[0]:
            raise NotPossible(_("It is planned no more: it has begun, or somebody has called it off."))

    def begin(self, *, by: str) -> None:
        """The day has come, or a night later; what was planned is gone as the pair rests."""
        said = {"why": self.why, "back_on": max(self.back_on, timezone.localdate())}
        with gates():
            Pause.objects.create(match=self.match, project_id=self.project_id, **said)
            self.match.rest(by=by)
