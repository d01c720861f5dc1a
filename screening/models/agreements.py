"""The agreement with both duties, and who has signed which version."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from access.text import LongText
from history.tracking import tracked
from volunteers.models.records import OwnRecordQuerySet
from volunteers.models.volunteer import Volunteer, VolunteerQuerySet


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, user) -> "AgreementQuerySet":
        """Everybody may read what volunteers agree to."""
        return self

    def in_force(self, today=None) -> "AgreementQuerySet":
        """The newest version in force, if there is one."""
        return self.filter(in_force_from__lte=today or timezone.localdate()).order_by("-version")[:1]

    def current(self, today=None) -> "Agreement | None":
        """The newest version in force: the one to sign."""
        return self.in_force(today).first()

    def demanded(self, today=None) -> "Agreement | None":
        """The newest version in force that everybody signs anew; it or a later one counts."""
        in_force = self.filter(demands_signature=True, in_force_from__lte=today or timezone.localdate())
        return in_force.order_by("-version").first()

    def lacked_by(self, volunteers: VolunteerQuerySet, today=None) -> VolunteerQuerySet:
        """Of these, who is taken in and has not signed the newest version that demands it, or a later one."""
        demanded = self.demanded(today)
        signed = Signature.objects.filter(agreement__version__gte=demanded.version if demanded else 0)
        return volunteers.filter(state__in=["in_training", "ready", "resting"]).exclude(
            pk__in=signed.values("volunteer")
        )


class Agreement(models.Model):
    """The agreement with both duties: confidentiality, and to notify about children. Never edited, replaced."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.PositiveIntegerField(_("version"), unique=True)
    text_da = LongText(_("Danish text"), max_length=10000)
    text_en = LongText(_("English text"), max_length=10000, blank=True)
    in_force_from = models.DateField(_("in force from"), default=timezone.localdate)
    demands_signature = models.BooleanField(
        _("everybody signs it anew"),
        default=True,
        help_text=_(
            "Without the tick it is a small correction: those who have signed the former one need not sign again."
        ),
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("volunteer agreement")
        verbose_name_plural = _("volunteer agreements")
        ordering = ["-version"]

    def __str__(self) -> str:
        return str(_("Version %(version)s") % {"version": self.version})

    @property
    def text(self) -> str:
        """The text in the language of the page."""
        return self.text_en if get_language() == "en" and self.text_en else self.text_da


class SignatureQuerySet(OwnRecordQuerySet):
    def on_paper(self) -> "SignatureQuerySet":
        """Those whose day somebody has typed."""
        return self.filter(how="paper")

    def with_agreements(self) -> "SignatureQuerySet":
        """Each with its version, the newest first, in the same query."""
        return self.select_related("agreement").order_by("-signed_at")


@tracked()
class Signature(models.Model):
    """That a volunteer signed a version of the agreement."""

    PERSONAL = {"signed_at": ("proof of the duty of confidentiality", "outlives the role: 5 years")}

    class How(models.TextChoices):
        LINK = "link", _("by link")
        PAPER = "paper", _("on paper")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="signatures", verbose_name=_("volunteer"))
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="signatures", verbose_name=_("agreement"))
    signed_at = models.DateTimeField(_("signed"), default=timezone.now)
    how = models.CharField(_("how"), max_length=5, choices=How)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("registered by")
    )

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "agreement"], name="an_agreement_is_signed_once"),
            models.CheckConstraint(
                name="paper_is_registered_by_somebody",
                condition=Q(how="link", registered_by__isnull=True) | Q(how="paper", registered_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.signed_at):%d.%m.%Y}"
