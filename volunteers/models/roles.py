"""What a role is, and the records on the way into it: conversation, agreement, assignment."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from access.text import LongText, ShortText
from history.tracking import tracked
from institutions.models import Project
from volunteers.models.volunteer import Volunteer


class RoleProfileQuerySet(models.QuerySet):
    def visible_to(self, user) -> "RoleProfileQuerySet":
        """Everybody may read what a role is."""
        return self

    def open(self) -> "RoleProfileQuerySet":
        """Open roles of open projects, with their houses: what one can apply for."""
        return self.filter(is_open=True, project__state=Project.State.OPEN).select_related("project__institution")


class RoleProfile(models.Model):
    """One kind of volunteer at one project: what she does, why a volunteer does it, and what it is not."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="roles", verbose_name=_("project"))
    title = ShortText(_("title"), max_length=80)
    what = LongText(_("what you do"))
    why_volunteers = LongText(_("why a volunteer, and not paid staff"))
    not_what = LongText(_("what it is not"))
    is_open = models.BooleanField(_("open for applications"), default=True)

    objects = RoleProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["project__institution__name", "title"]

    def __str__(self) -> str:
        return f"{self.title}, {self.project.institution}"


class RecordQuerySet(models.QuerySet):
    """Records about a volunteer that only those who screen may see."""

    def visible_to(self, user) -> "RecordQuerySet":
        """Those who screen the volunteer; nobody sees what stands about himself."""
        return self.filter(volunteer__in=Volunteer.objects.screened_by(user))

    def with_holders(self) -> "RecordQuerySet":
        """Each with whoever held it, in the same query."""
        return self.select_related("by")


@tracked()
class Interview(models.Model):
    """That a conversation was held, by whom and how it went. No transcript."""

    PERSONAL = {"outcome": ("screening", "6 months after the decision")}

    class Outcome(models.TextChoices):
        GOOD = "good", _("good – go on")
        TALK_MORE = "talk_more", _("talk more")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="interviews", verbose_name=_("volunteer"))
    held_on = models.DateField(_("held on"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("held by"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("introducing conversation")
        verbose_name_plural = _("introducing conversations")
        ordering = ["-held_on"]

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, user) -> "AgreementQuerySet":
        """Everybody may read what volunteers agree to."""
        return self

    def current(self, today=None) -> "Agreement | None":
        """The newest version in force: the one to sign."""
        return self.filter(in_force_from__lte=today or timezone.localdate()).order_by("-version").first()


class Agreement(models.Model):
    """The agreement with both duties: confidentiality, and to notify about children. Never edited, replaced."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.PositiveIntegerField(_("version"), unique=True)
    text_da = LongText(_("Danish text"), max_length=10000)
    text_en = LongText(_("English text"), max_length=10000, blank=True)
    in_force_from = models.DateField(_("in force from"), default=timezone.localdate)

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


class OwnRecordQuerySet(models.QuerySet):
    """Records that a volunteer knows herself and a coordinator of hers may see."""

    def visible_to(self, user) -> Self:
        """Coordinators of the volunteer's projects and the secretariat."""
        if user.is_secretariat:
            return self
        return self.filter(volunteer__in=Volunteer.objects.screened_by(user) | Volunteer.objects.filter(user=user))

    def visible_through(self, link) -> Self:
        """Through a link: one's own."""
        return self.filter(volunteer=link.volunteer_id)


class SignatureQuerySet(OwnRecordQuerySet):
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
        return f"{self.signed_at:%d.%m.%Y}"


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AssignmentQuerySet":
        """Of the volunteers one may see."""
        return self.filter(volunteer__in=Volunteer.objects.visible_to(user))

    def in_force(self, today=None) -> "AssignmentQuerySet":
        today = today or timezone.localdate()
        return self.filter(Q(until_on=None) | Q(until_on__gte=today), from_on__lte=today)

    def with_projects(self) -> "AssignmentQuerySet":
        """Each with its project and house, in the same query."""
        return self.select_related("project__institution").order_by("from_on")


@tracked()
class Assignment(models.Model):
    """A volunteer at a project for some dates."""

    PERSONAL = {"volunteer": ("who comes where", "12 months after leaving")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="assignments", verbose_name=_("volunteer"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="assignments", verbose_name=_("project"))
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "project"],
                condition=Q(until_on__isnull=True),
                name="one_open_assignment_per_project",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}"
