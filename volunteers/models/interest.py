"""Those who wait for a closed role to open."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.names import Name
from access.roles import projects_of
from history.tracking import tracked
from volunteers.models.roles import RoleProfile

KEPT = timedelta(days=365)


class InterestedQuerySet(models.QuerySet["Interested"]):
    def visible_to(self, user) -> "InterestedQuerySet":
        """The coordinators of the role's project and the secretariat."""
        return self if user.is_secretariat else self.filter(role__project__in=projects_of(user))

    def with_roles(self) -> "InterestedQuerySet":
        """Each with the role waited for, in the same query."""
        return self.select_related("role__project")

    def with_doubles(self) -> "InterestedQuerySet":
        """Each with `may_be_double`: somebody else waits for the same role at the same address."""
        others = Interested.objects.filter(role=OuterRef("role"), email__iexact=OuterRef("email"))
        return self.annotate(may_be_double=Exists(others.exclude(pk=OuterRef("pk"))))

    def take_off(self) -> list["Interested"]:
        """Erase these, and give those whom nobody else has just erased: so each is written to once."""
        return [one for one in self if self.filter(pk=one.pk).delete()[0]]

    def kept_too_long(self, now=None) -> "InterestedQuerySet":
        return self.filter(since__lt=(now or timezone.now()) - KEPT)


@tracked()
class Interested(models.Model):
    """Somebody who would like to hear when a closed role opens. Told once, and erased with it."""

    PERSONAL = {
        "name": ("to write that the role is open", "until the letter is sent, 12 months at the most"),
        "email": ("to write that the role is open", "until the letter is sent, 12 months at the most"),
    }

    class Tongue(models.TextChoices):
        DANISH = "da", _("Danish")
        ENGLISH = "en", _("English")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    role = models.ForeignKey(RoleProfile, models.PROTECT, related_name="interested", verbose_name=_("role"))
    name = Name(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language of the letter"), max_length=2, choices=Tongue, default=Tongue.DANISH)
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = InterestedQuerySet.as_manager()

    class Meta:
        verbose_name = _("somebody interested")
        verbose_name_plural = _("those interested")
        ordering = ["since"]
        constraints = [models.UniqueConstraint("role", Lower("email"), "name", name="one_waits_once_for_a_role")]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]
