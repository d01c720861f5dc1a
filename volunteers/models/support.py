"""What we have given a volunteer: that somebody talked with them, and when. Not what was said."""

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import NotPossible
from history.tracking import tracked
from volunteers.models.records import OwnRecordQuerySet
from volunteers.models.volunteer import Volunteer


@tracked()
class Support(models.Model):
    """A talk, by its day and its kind: it measures what the programme owes a volunteer, and nothing of theirs."""

    PERSONAL = {"given_on": ("that no volunteer stands alone", "12 months after leaving")}

    class Kind(models.TextChoices):
        TALK = "talk", _("a talk")
        EXIT_TALK = "exit_talk", _("a talk at the end of a friendship")
        CHECK_IN = "check_in", _("asked how it goes")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="supports", verbose_name=_("volunteer"))
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    given_on = models.DateField(_("on"), default=timezone.localdate)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("written by")
    )  # nobody, where the volunteer answered by link

    objects = OwnRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("support")
        ordering = ["-given_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "kind", "given_on", "by"], name="one_talk_a_day_by_the_same_person"
            ),
            models.CheckConstraint(
                name="a_talk_was_held_by_somebody", condition=Q(kind="check_in") | Q(by__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_on:%d.%m.%Y}"

    @classmethod
    def write(cls, volunteer: Volunteer, *, kind: str, given_on: date, by) -> None:
        """Somebody talked with the volunteer; the very same once more is none."""
        cls.objects.write_down(volunteer=volunteer, kind=kind, given_on=given_on, by=by)

    def take_back(self, *, by) -> None:
        """It was another day, or somebody else: nothing stays of it. Only whoever wrote it down knows."""
        if self.by_id != by.pk:
            raise NotPossible(_("Only whoever wrote it down can take it away."))
        self.delete()
