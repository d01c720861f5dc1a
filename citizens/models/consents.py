"""What the citizen said yes to: nothing is kept or shared without."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citizens.models.attachments import ChildQuerySet
from citizens.wordings import CURRENT, wording
from history.moves import SENTENCES, NotPossible
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Project

SENTENCES["a_consent_is_withdrawn_once"] = _("The consent has been withdrawn already.")


class ConsentQuerySet(ChildQuerySet):
    def purposes(self) -> list[str]:
        """The purposes of these consents."""
        return list(self.values_list("purpose", flat=True))

    def for_page(self) -> "ConsentQuerySet":
        """With who heard them: those in force first, then those taken back."""
        return self.select_related("witnessed_by").order_by(F("withdrawn_at").desc(nulls_first=True), "purpose")

    def live(self) -> "ConsentQuerySet":
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at=None)


@tracked()
class Consent(models.Model):
    """A yes of the citizen to one purpose: the wording he heard, how he said it, who heard it, when it ended."""

    PERSONAL = {"purpose": ("proof of the consent", "24 months after it ended")}

    class Purpose(models.TextChoices):
        REGISTRATION = "registration", _("being registered, with wishes")
        FRIEND = "friend", _("a friend who knows what I said yes to")
        GUIDANCE = "guidance", _("that staff and coordinator help the friend with a few words")

    class Given(models.TextChoices):
        SPOKEN = "spoken", _("spoken")
        WRITTEN = "written", _("written")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey("citizens.Citizen", models.CASCADE, related_name="consents", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    purpose = models.CharField(_("purpose"), max_length=15, choices=Purpose)
    wording_version = models.PositiveSmallIntegerField(_("wording"), default=CURRENT)
    given = models.CharField(_("given"), max_length=10, choices=Given)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    witnessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("witnessed by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["citizen", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_live_consent_per_purpose",
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()

    @property
    def wording(self) -> str:
        """The words that were read aloud when this yes was given."""
        return wording(self.purpose, self.wording_version)

    def withdraw(self, *, by) -> None:
        """Take the consent back; what rests on it is hidden at once."""
        if not Consent.objects.filter(pk=self.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
            raise NotPossible(by_whom(_("This consent has been taken back already."), last_change(self)))
