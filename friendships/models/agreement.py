"""What the two of a pair have agreed: how often, where, how they reach each other, limits, in their own words."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import LongText, ShortText
from friendships.rhythm import HowOften
from history.moves import gates
from history.tracking import tracked
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

KEPT = ("a clear agreement between the two", "6 months after it ended")
REVIEWED_AFTER = timedelta(days=91)


def next_review() -> date:
    return timezone.localdate() + REVIEWED_AFTER


class PairAgreementQuerySet(OwnProjectsQuerySet):
    def visible_through(self, link) -> "PairAgreementQuerySet":
        """Through a link: one's own."""
        return self.filter(match__volunteer=link.volunteer_id)


@tracked()
class PairAgreement(models.Model):
    """The two's own agreement, typed by the coordinator who sits with them, and looked at again on its day."""

    SAID = ("how_often", "place", "reach", "limits", "own_words", "review_on")
    PERSONAL = dict.fromkeys(("how_often", "place", "reach", "limits", "own_words"), KEPT)

    match = models.OneToOneField(Match, models.CASCADE, primary_key=True, related_name="agreement")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    how_often = models.CharField(_("how often they meet"), max_length=11, choices=HowOften)
    place = ShortText(_("where they meet"), max_length=200, blank=True)
    reach = ShortText(_("how they reach each other"), max_length=200, blank=True)
    limits = LongText(_("what they would rather not"), max_length=500, blank=True)
    own_words = LongText(_("in their own words"), max_length=500, blank=True)
    review_on = models.DateField(_("to be looked at again on"), default=next_review)

    objects = PairAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement of a pair")
        verbose_name_plural = _("agreements of pairs")

    def __str__(self) -> str:
        return self.get_how_often_display()

    @property
    def is_due(self) -> bool:
        """The day has come on which the two look at it again."""
        return self.review_on <= timezone.localdate()

    @classmethod
    def write(cls, match: Match, **said) -> None:
        """What the two agree on, or agree on anew."""
        with gates():
            if not cls.objects.of(match).update(**said):
                cls.objects.create(match=match, project_id=match.project_id, **said)
