"""Half a year as friends, a year, two: a kind word to both, once."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from history.moves import NotPossible
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

STANDS = timedelta(days=14)


class MilestoneQuerySet(OwnProjectsQuerySet):
    def to_be_said(self, today: date) -> "MilestoneQuerySet":
        """Reached within the last fortnight by two who are friends, and nobody has said a word about it."""
        return self.filter(said_on=None, reached_on__gt=today - STANDS, match__state__in=Match.ALIVE)


@tracked()
class Milestone(models.Model):
    """A day that two have reached. The volunteer gets a mail; whoever follows them says it to both."""

    PERSONAL = {"reached_on": ("a kind word on the day", "6 months after it ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="milestones", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    months = models.PositiveSmallIntegerField(_("months as friends"))
    reached_on = models.DateField(_("reached"))
    said_on = models.DateField(_("said to both"), null=True, editable=False)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [models.UniqueConstraint(fields=["match", "months"], name="a_milestone_is_reached_once")]

    def __str__(self) -> str:
        return how_long(self.months)

    @classmethod
    def reach(cls, match: Match, months: int, reached_on: date) -> bool:
        """Written down once; False if that is done already."""
        made = {"project_id": match.project_id, "reached_on": reached_on}
        return cls.objects.get_or_create(match=match, months=months, defaults=made)[1]

    def is_said(self) -> None:
        """Somebody has said it to both; once."""
        if not Milestone.objects.filter(pk=self.pk, said_on=None).update(said_on=timezone.localdate()):
            raise NotPossible(by_whom(_("It has been said already."), last_change(self)))


def how_long(months: int) -> str:
    """In words: half a year, a year, so many years."""
    if months < 12:
        return str(_("half a year"))
    years = months // 12
    return ngettext("%(years)s year", "%(years)s years", years) % {"years": years}
