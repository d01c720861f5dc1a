"""How much each factor says: the secretariat's weights, in versions that are replaced and never changed."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.suggesting.rules import LONGEST_WAIT, NEAR_KM
from matching.suggesting.values import Weights

MOST = 30


def weight(name) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(name, validators=[MaxValueValidator(MOST)])


class WeightSetQuerySet(models.QuerySet):
    def visible_to(self, user) -> "WeightSetQuerySet":
        """Everybody who logs in may know how the order comes about."""
        return self

    def in_force(self):
        """The newest version."""
        return self.latest("version")


class WeightSet(models.Model):
    """One version of the weights. 0 leaves a factor out."""

    PERSONAL: dict = {}

    version = models.AutoField(_("version"), primary_key=True)
    fits = models.PositiveSmallIntegerField(
        _("that somebody gets a friend at all"), validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    wishes = weight(_("a wish that the volunteer shares"))
    interests = weight(_("an interest in common"))
    times = weight(_("a time that both have"))
    near = weight(_("living near each other"))
    language = weight(_("a language in common"))
    age = weight(_("the age that is wished for"))
    experience = weight(_("experience with a need"))
    waiting = weight(_("a month of waiting"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False, verbose_name=_("made by")
    )

    objects = WeightSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("weights of matching")
        verbose_name_plural = _("weights of matching")
        ordering = ["-version"]
        constraints = [models.CheckConstraint(name="somebody_who_fits_counts", condition=Q(fits__gte=1))]

    def __str__(self) -> str:
        return str(_("Weights, version %(version)s") % {"version": self.version})

    @property
    def values(self) -> Weights:
        return Weights(**{name: getattr(self, name) for name in Weights._fields})

    def in_words(self) -> list[str]:
        """Each factor that counts as a sentence; the numbers compare with each other and with nothing else."""
        said = {
            "fits": gettext("That somebody gets a friend at all counts %(n)s."),
            "wishes": gettext("Each wish that the volunteer shares counts %(n)s."),
            "interests": gettext(
                "Each interest in common counts %(n)s, one that fewer than one in four has twice,"
                " and one that fewer than one in ten has three times as much."
            ),
            "times": gettext("Each time of the week that both have counts %(n)s."),
            "near": gettext(
                "Less than %(far)s km from each other counts %(n)s, less than %(nearer)s km twice,"
                " and less than %(near)s km three times as much."
            ),
            "language": gettext("Each language in common counts %(n)s."),
            "age": gettext("The age that is wished for counts %(n)s."),
            "experience": gettext("Experience with a need counts %(n)s."),
            "waiting": gettext("Each month of waiting counts %(n)s, up to %(most)s months."),
        }
        near, nearer, far = NEAR_KM
        numbers = {"near": near, "nearer": nearer, "far": far, "most": LONGEST_WAIT}
        return [said[name] % {**numbers, "n": n} for name, n in self.values._asdict().items() if n]
