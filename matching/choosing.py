"""What a coordinator does with a suggestion: not this one, without a reason; or another than the first, with a note."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from access.text import ShortText
from citizens.models import Citizen
from history.tracking import tracked
from institutions.models import Project
from volunteers.models import Volunteer


class OwnProjectsQuerySet(models.QuerySet):
    """What is the coordinators' alone."""

    def visible_to(self, user) -> "OwnProjectsQuerySet":
        """The project's coordinators; neither the lead nor the secretariat."""
        return self.filter(project__in=projects_of(user))


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
        return f"{self.at:%d.%m.%Y}"

    @staticmethod
    def say(volunteer: Volunteer, citizen: Citizen, *, by) -> None:
        """Leave the volunteer out of later suggestions; said twice it is said once."""
        said = NotThisOne(project_id=citizen.project_id, citizen=citizen, volunteer=volunteer, by=by)
        NotThisOne.objects.bulk_create([said], ignore_conflicts=True)


@tracked()
class ChoiceNote(models.Model):
    """Why the coordinator chose another than the first suggested, in a few words of her own."""

    PERSONAL = {"text": ("to learn from what was chosen", "6 months after the match ended")}

    match = models.OneToOneField("matching.Match", models.CASCADE, primary_key=True, related_name="choice_note")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    text = ShortText(_("why this one"), max_length=200)

    objects = OwnProjectsQuerySet.as_manager()

    class Meta:
        verbose_name = _("note on a choice")
        verbose_name_plural = _("notes on choices")

    def __str__(self) -> str:
        return str(_("Note on a choice"))

    @classmethod
    def write(cls, match, text: str) -> None:
        """Keep the note, if there is one."""
        if text:
            cls.objects.create(match=match, project_id=match.project_id, text=text)
