"""That a volunteer is not to be suggested for a citizen again."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citizens.models import Citizen
from history.tracking import tracked
from institutions.models import Project
from matching.models.own_projects import OwnProjectsQuerySet
from volunteers.models import Volunteer


@tracked()
class NotThisOne(models.Model):
    """That a volunteer is not to be suggested for a citizen again. No reason is kept, and it can be undone."""

    PERSONAL = {"volunteer": ("not to be suggested again", "6 months after the last match ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="not_these", verbose_name=_("citizen"))
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="+", verbose_name=_("volunteer"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("said"), default=timezone.now, editable=False)

    objects = OwnProjectsQuerySet.as_manager()

    class Meta:
        verbose_name = _("not this one")
        verbose_name_plural = _("not these")
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["citizen", "volunteer"], name="not_this_one_is_said_once")]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.at):%d.%m.%Y}"

    @staticmethod
    def take_back(volunteer: Volunteer, citizen: Citizen, *, by) -> None:
        """The volunteer can be suggested again."""
        NotThisOne.objects.visible_to(by).filter(citizen=citizen, volunteer=volunteer).delete()

    @staticmethod
    def say(volunteer: Volunteer, citizen: Citizen, *, by) -> None:
        """Leave the volunteer out of later suggestions; said twice it is said once."""
        said = NotThisOne(project_id=citizen.project_id, citizen=citizen, volunteer=volunteer, by=by)
        NotThisOne.objects.bulk_create([said], ignore_conflicts=True)
