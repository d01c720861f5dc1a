"""What my network friend may know: the citizen decides, line by line."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.text import LongText
from citizens.models.attachments import ChildQuerySet
from history.moves import SENTENCES
from history.tracking import tracked
from institutions.models import Project

SENTENCES["one_answer_per_line"] = _("Somebody else has just answered the same line. Look at it, and save again.")


class DisclosureQuerySet(ChildQuerySet):
    def told(self) -> "DisclosureQuerySet":
        """What was asked and is not a plain no."""
        return self.exclude(answer="no")


@tracked()
class Disclosure(models.Model):
    """One line of "what my network friend may know"; no until the citizen says yes, in his own words."""

    PERSONAL = {"words": ("what the friend may know", "6 months after the last match ended")}

    class Line(models.TextChoices):
        PAST = "past", _("my past")
        HEALTH = "health", _("my health")
        FAMILY = "family", _("my family")
        HOUSING = "housing", _("where I live")
        SUBSTANCES = "substances", _("alcohol and drugs in my life")
        UNEASY = "uneasy", _("what makes me uneasy")
        BAD_DAY = "bad_day", _("what helps on a bad day")
        STORIES = "stories", _("how I like to be met when I tell")
        NOT_ASK = "not_ask", _("what I would rather not be asked about")
        DREAMS = "dreams", _("what I look forward to")

    class Answer(models.TextChoices):
        NO = "no", _("no")
        NOT_YET = "not_yet", _("not yet")
        YES = "yes", _("yes")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(
        "citizens.Citizen", models.CASCADE, related_name="disclosures", verbose_name=_("citizen")
    )
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    line = models.CharField(_("about"), max_length=10, choices=Line)
    answer = models.CharField(_("may the friend know?"), max_length=10, choices=Answer, default=Answer.NO)
    words = LongText(_("in his or her own words"), blank=True, max_length=500)

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        constraints = [
            models.UniqueConstraint(fields=["citizen", "line"], name="one_answer_per_line"),
        ]

    def __str__(self) -> str:
        return self.get_line_display()
