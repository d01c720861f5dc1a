"""What a house and the programme agreed: without it no project opens."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import LongText
from history.tracking import tracked
from institutions.models.projects import MONTH, Membership, Project


class AlignmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AlignmentQuerySet":
        """The project's coordinators, the house's lead, the secretariat."""
        if user.is_secretariat:
            return self
        projects = Project.objects.coordinated_by(user) | Project.objects.at_houses_of(user)
        return self.filter(project__in=[project.pk for project in projects])

    def hand_on(self, lead, role: Membership, to) -> None:
        """Whoever leads the house from now on answers for what was agreed there, until it is reviewed."""
        if role.institution and to:
            ahead = self.filter(lead=lead, project__institution=role.institution, review_on__gte=timezone.localdate())
            ahead.update(lead=to)

    def last_of_each(self) -> "AlignmentQuerySet":
        """The one of each project that is reviewed last; a closed project needs none."""
        later = Alignment.objects.filter(project=OuterRef("project"), review_on__gt=OuterRef("review_on"))
        return self.exclude(project__state=Project.State.CLOSED).exclude(Exists(later))

    def overdue(self) -> "AlignmentQuerySet":
        return self.last_of_each().filter(review_on__lt=timezone.localdate())

    def without_their_lead(self) -> "AlignmentQuerySet":
        """Whoever answers for it leads the house no more: another lead of the house takes it on."""
        leads = Membership.objects.leading().in_force().filter(user__is_active=True)
        leads = leads.filter(user=OuterRef("lead"), institution=OuterRef("project__institution"))
        return self.last_of_each().exclude(Exists(leads))

    def to_review_soon(self) -> "AlignmentQuerySet":
        """To be reviewed within the month."""
        return self.last_of_each().filter(review_on__range=(timezone.localdate(), timezone.localdate() + MONTH))


@tracked()
class Alignment(models.Model):
    """What a house and the programme agreed before a project began: the booklet's three questions and a review."""

    PERSONAL = {"lead": ("who answers for the project at the house", "while the project exists")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="alignments", verbose_name=_("project"))
    tasks = LongText(_("Which tasks shall volunteers do?"))
    why_volunteers = LongText(_("Why volunteers, and not paid staff?"))
    interplay = LongText(_("How do volunteers and staff work together?"))
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lead at the house")
    )
    made_on = models.DateField(_("made on"), default=timezone.localdate)
    review_on = models.DateField(_("to be reviewed on"))

    objects = AlignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("alignment")
        verbose_name_plural = _("alignments")
        ordering = ["-made_on"]
        constraints = [
            models.CheckConstraint(
                name="an_alignment_is_reviewed_after_it_is_made",
                condition=Q(review_on__gt=F("made_on")),
                violation_error_message=_("The review must come after the day it was made."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.made_on:%d.%m.%Y}"
