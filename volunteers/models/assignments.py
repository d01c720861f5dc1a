"""Where a volunteer belongs, what that asks of her beyond being ready, and from what she is exempted."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from access.text import LongText
from history.moves import SENTENCES, NotPossible, gates, in_turn
from history.tracking import tracked
from history.who import became, by_whom
from institutions.models import Project
from volunteers.models.roles import RoleProfile
from volunteers.models.volunteer import Volunteer
from volunteers.readiness import asked_beyond_ready

LONGEST = timedelta(days=365)
SENTENCES["an_exemption_ends_within_a_year"] = _("An exemption lasts at most a year.")
SENTENCES["a_role_ends_with_nothing_open"] = _("Something is open there still. It is ended first, on its own page.")
SENTENCES["volunteers_assignment_role_id_of_its_own_project"] = _("This role belongs to another project.")


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AssignmentQuerySet":
        """Of the volunteers one may see."""
        return self.filter(volunteer__in=Volunteer.objects.visible_to(user))

    def in_force(self, today=None) -> "AssignmentQuerySet":
        return self.filter(in_force(today))

    def for_letters(self) -> "AssignmentQuerySet":
        """Each with all that a mail about it says, in the same query."""
        return self.select_related("volunteer__role__project__institution", "project__institution", "role")

    def with_projects(self) -> "AssignmentQuerySet":
        """Each with its project and house, in the same query."""
        return self.select_related("project__institution", "role").order_by("from_on")


@tracked()
class Assignment(models.Model):
    """A volunteer at a project for some dates."""

    PERSONAL = {
        "volunteer": ("who comes where", "12 months after leaving"),
        "why_ended": ("to learn why somebody stops", "12 months after leaving"),
    }

    class Why(models.TextChoices):
        TIME = "time", _("no time or no strength for it")
        ELSEWHERE = "elsewhere", _("would rather do something else")
        MOVED = "moved", _("moves or has moved away")
        AGREED = "agreed", _("it was agreed for a time")
        NOT_A_MATCH = "not_a_match", _("it does not suit the volunteer or the house")
        CLOSED = "closed", _("the project closed")
        NOT_SAID = "not_said", _("was not said")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="assignments", verbose_name=_("volunteer"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="assignments", verbose_name=_("project"))
    # Kept of the same project, and filled in where nobody chose, by the database: it says what is asked.
    role = models.ForeignKey(
        RoleProfile, models.PROTECT, null=True, blank=True, related_name="assignments", verbose_name=_("role")
    )
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)
    why_ended = models.CharField(_("why it ended"), max_length=11, choices=Why, blank=True)
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
        # Who is at a house today is asked of every row that its lead sees: of this alone, and of no row of the table.
        indexes = [
            models.Index(
                fields=["project"], include=["volunteer", "from_on", "until_on"], name="assignments_of_a_project"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}"

    def end(self, *, gone_from: date, why: str) -> None:
        """From a day on she is no longer there; nothing else is touched. The database asks that nothing is open."""
        last = gone_from - timedelta(days=1)
        with gates():
            if not Assignment.objects.in_force().filter(pk=self.pk).update(until_on=last, why_ended=why):
                raise NotPossible(by_whom(_("This has ended already."), became(self, "until_on")))
        self.until_on, self.why_ended = last, why


class RequirementQuerySet(models.QuerySet):
    def visible_to(self, user) -> "RequirementQuerySet":
        """Of the volunteers whom one screens; nobody sees what is asked of himself here."""
        return self.filter(assignment__volunteer__in=Volunteer.objects.screened_by(user))

    def with_assignments(self) -> "RequirementQuerySet":
        """Each with its assignment, project and house, in the same query."""
        return self.select_related("assignment__project__institution")


@tracked()
class Requirement(models.Model):
    """One thing that an assignment asks beyond being ready: made by the database from what its role asks."""

    PERSONAL = {"kind": ("what the role asks for", "12 months after leaving")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    assignment = models.ForeignKey(
        Assignment, models.CASCADE, related_name="requirements", verbose_name=_("assignment")
    )
    kind = models.CharField(_("kind"), max_length=15, choices=asked_beyond_ready)
    number = models.PositiveSmallIntegerField(_("how many"), default=1)
    since = models.DateField(_("since"), default=timezone.localdate)

    objects = RequirementQuerySet.as_manager()

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        constraints = [
            models.UniqueConstraint(fields=["assignment", "kind"], name="a_requirement_is_asked_once"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def exempt(self, *, why: str, until_on, by) -> "Exemption":
        """Let the volunteer go without this until a day, once: the secretariat's word, never about oneself."""
        given = {"why": why, "until_on": until_on, "by": by}
        with gates():
            in_turn("exempt", self.pk)
            return self.exemptions.filter(**given).first() or self.exemptions.create(**given)


class ExemptionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ExemptionQuerySet":
        """Of the volunteers whom one screens; nobody sees his own."""
        return self.filter(requirement__assignment__volunteer__in=Volunteer.objects.screened_by(user))

    def live(self, today=None) -> "ExemptionQuerySet":
        return self.filter(until_on__gte=today or timezone.localdate())

    def of(self, volunteer) -> "ExemptionQuerySet":
        """Those of one volunteer, with what they let go and who gave them, in the same query."""
        return self.filter(requirement__assignment__volunteer=volunteer).select_related(
            "requirement__assignment__project__institution", "by"
        )


@tracked()
class Exemption(models.Model):
    """That a volunteer goes without one thing for a time: who says so, why, and until when."""

    PERSONAL = {"why": ("why somebody goes without a requirement", "12 months after leaving")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    requirement = models.ForeignKey(
        Requirement, models.CASCADE, related_name="exemptions", verbose_name=_("requirement")
    )
    why = LongText(_("why"), max_length=500)
    given_on = models.DateField(_("given"), default=timezone.localdate)
    until_on = models.DateField(_("until"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("given by"))

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exemption")
        verbose_name_plural = _("exemptions")
        ordering = ["-until_on"]
        constraints = [
            models.CheckConstraint(
                name="an_exemption_ends_within_a_year",
                condition=Q(until_on__lte=models.F("given_on") + LONGEST),
                violation_error_message=_("An exemption lasts at most a year."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.requirement}, {self.until_on:%d.%m.%Y}"

    def end(self, *, by) -> None:
        """From now on it holds no longer."""
        yesterday = timezone.localdate() - timedelta(days=1)
        if self.until_on <= yesterday:
            raise NotPossible(by_whom(_("This exemption holds no longer already."), became(self, "until_on")))
        self.until_on = yesterday
        self.save(update_fields=["until_on"])
