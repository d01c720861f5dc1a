"""Why another than the first was chosen."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.text import ShortText
from history.tracking import tracked
from institutions.models import Project
from matching.models.own_projects import OwnProjectsQuerySet


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
