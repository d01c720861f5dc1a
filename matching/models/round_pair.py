"""One waiting citizen in a round, and whom it gives him."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from citizens.models import Citizen
from volunteers.models import Volunteer


class RoundPairQuerySet(models.QuerySet):
    def visible_to(self, user) -> "RoundPairQuerySet":
        """Those of one's own rounds."""
        return self.filter(round__owner=user)


class RoundPair(models.Model):
    """One waiting citizen in a round, with the volunteer that it gives him, if any, and the prices that prove it.

    `kept` is what his pair scores above the volunteer's price: so `kept` + another's price − what those two score is
    what choosing the other would cost the round.
    """

    PERSONAL = {"score": ("a round of proposals to look at", "14 days")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField()  # the longest waiting first
    round = models.ForeignKey("matching.MatchRound", models.CASCADE, related_name="pairs")
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="+")
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, null=True, related_name="+")
    score = models.PositiveSmallIntegerField()
    kept = models.PositiveSmallIntegerField()
    price = models.PositiveSmallIntegerField()

    objects = RoundPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair of a match round")
        verbose_name_plural = _("pairs of a match round")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["round", "citizen"], name="once_in_a_round")]

    def __str__(self) -> str:
        return str(self.number)
