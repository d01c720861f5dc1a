"""A match round as it is kept: whose it is, how far it has come, and ids with numbers. Erased after two weeks."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching.models.round_pair import RoundPair
from matching.models.weight_set import WeightSet

KEPT_FOR = timedelta(days=14)


class MatchRoundQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MatchRoundQuerySet":
        """One's own: whoever asked for it."""
        return self.filter(owner=user)

    def with_weights(self) -> "MatchRoundQuerySet":
        """Each with the weights it was made by, in the same query."""
        return self.select_related("weights")

    def kept_long_enough(self, now=None) -> "MatchRoundQuerySet":
        return self.filter(made_at__lt=(now or timezone.now()) - KEPT_FOR)


class MatchRound(models.Model):
    """One round over some projects, and what it comes to beside taking the best in turn and beside stable pairs."""

    PERSONAL: dict = {}

    class Step(models.TextChoices):
        WAITING = "waiting", _("waits for its turn")
        SCORING = "scoring", _("looks at who fits whom")
        SOLVING = "solving", _("finds the best round")
        PROVING = "proving", _("proves that there is no better one")
        DONE = "done", _("done")
        FAILED = "failed", _("came to nothing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    projects = ArrayField(models.BigIntegerField())
    weights = models.ForeignKey(WeightSet, models.PROTECT, related_name="+")
    step = models.CharField(_("step"), max_length=10, choices=Step, default=Step.WAITING)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    places = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    total_in_turn = models.PositiveIntegerField(default=0)
    total_stable = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    left_in_turn = models.PositiveIntegerField(default=0)
    left_stable = models.PositiveIntegerField(default=0)
    is_proved = models.BooleanField(default=False)

    objects = MatchRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("match round")
        verbose_name_plural = _("match rounds")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(_("Match round of %(date)s") % {"date": f"{timezone.localdate(self.made_at):%d.%m.%Y}"})

    @property
    def is_running(self) -> bool:
        return self.step not in {self.Step.DONE, self.Step.FAILED}

    def tell(self, step: str) -> None:
        """How far it has come, for a page that waits."""
        MatchRound.objects.filter(pk=self.pk).update(step=step)

    def keep(self, pairs: list["RoundPair"], **numbers) -> None:
        """What it came to."""
        with transaction.atomic():
            RoundPair.objects.bulk_create(pairs, batch_size=1000)
            MatchRound.objects.filter(pk=self.pk).update(step=self.Step.DONE, **numbers)
