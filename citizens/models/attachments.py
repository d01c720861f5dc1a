"""Which houses a citizen has to do with, and so whose lead may see him; what belongs to him follows."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from access.roles import houses_of, projects_of
from citizens.breakglass import broken_citizens
from history.tracking import tracked
from institutions.models import Institution


def attached_citizens(user):
    """The citizens attached today to a house where the user is the lead; of the secretariat, in an emergency, one."""
    attached = Attachment.objects.in_force().filter(institution__in=houses_of(user)).values("citizen")
    return attached.union(broken_citizens(user)) if user.is_secretariat else attached


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AttachmentQuerySet":
        """Of the citizens one may see."""
        if user.is_secretariat:
            return self
        return self.filter(Q(citizen__project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))

    def in_force(self, today=None) -> "AttachmentQuerySet":
        return self.filter(in_force(today))


@tracked()
class Attachment(models.Model):
    """That a citizen lives at a house, or comes there, for some dates; several at once are common."""

    PERSONAL = {"kind": ("which house's lead may see him", "6 months after the last match ended")}

    class Kind(models.TextChoices):
        LIVES_HERE = "lives_here", _("lives here")
        COMES_HERE = "comes_here", _("comes here")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(
        "citizens.Citizen", models.CASCADE, related_name="attachments", verbose_name=_("citizen")
    )
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="attachments", verbose_name=_("house"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        # Who is at a house today is asked of every row that its lead sees: of this alone, and of no row of the table.
        indexes = [
            models.Index(
                fields=["institution"], include=["citizen", "from_on", "until_on"], name="attachments_of_a_house"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.institution}"


class ChildQuerySet(models.QuerySet):
    """What belongs to a citizen: the coordinator's of his project, and the lead's while he is attached."""

    def visible_to(self, user) -> "ChildQuerySet":
        """Not the secretariat's: it knows number and house."""
        return self.filter(Q(project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))
