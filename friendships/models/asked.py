"""That the coordinator has asked how it goes with two about whom it was quiet."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.models.agreement import PairAgreement
from friendships.rhythm import asked_again_from
from history.moves import SENTENCES, NotPossible, gates, why_not
from history.tracking import tracked
from history.who import by_whom, first_change
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

SENTENCES["they_are_asked_once_a_day"] = ALREADY_ASKED = _("They have been asked already.")


class AskedQuerySet(OwnProjectsQuerySet):
    def of_today(self) -> "AskedQuerySet":
        return self.filter(asked_on=timezone.localdate())


@tracked()
class Asked(models.Model):
    """One has asked, and nobody need ask again before they had the time to meet once in their own rhythm.

    It makes nobody less quiet: only that two have met does. What they answered stands nowhere.
    """

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="+", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("asked on"), default=timezone.localdate)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = AskedQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to a quiet pair")
        verbose_name_plural = _("questions to quiet pairs")
        ordering = ["-asked_on"]
        constraints = [models.UniqueConstraint(fields=["match", "asked_on"], name="they_are_asked_once_a_day")]

    def __str__(self) -> str:
        return f"{self.asked_on:%d.%m.%Y}"

    @classmethod
    def write(cls, match: Match, *, by, after_a_wish: bool = False) -> "Asked":
        """Somebody has asked today; of two the second is told who was first.

        After the volunteer has wished for a rest they are asked in any case.
        """
        if not match.is_alive:
            raise NotPossible(why_not(match))
        with gates():
            agreement = PairAgreement.objects.of(match).first()
            standing = cls.objects.of(match).first()
            how_often = agreement.how_often if agreement else ""
            is_lately = standing and asked_again_from(how_often, asked_on=standing.asked_on) > timezone.localdate()
            if standing and is_lately and not (after_a_wish and standing.asked_on < timezone.localdate()):
                raise NotPossible(by_whom(ALREADY_ASKED, first_change(standing)))
            return cls.objects.create(match=match, project_id=match.project_id, by=by)

    def take_back(self) -> None:
        """It was not asked after all: nothing stays of it. The database takes back what was asked today alone."""
        self.delete()
