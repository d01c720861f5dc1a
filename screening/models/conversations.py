"""How the introducing conversation went, and a second person's yes."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import SENTENCES, gates
from history.tracking import tracked
from volunteers.models.records import RecordQuerySet
from volunteers.models.volunteer import Volunteer

SENTENCES["the_second_is_not_the_first"] = _(
    "You held the conversation yourself: the second yes is somebody else's to give."
)
SENTENCES["a_second_yes_follows_a_good_conversation"] = _("The conversation comes first.")
SENTENCES["two_decide_where_the_role_asks"] = _("This role asks that two say yes: the second yes is missing.")
SENTENCES["nobody_decides_twice"] = _("You have said yes already.")


class Judgement(models.TextChoices):
    """How one side of the conversation looked."""

    GOOD = "good", _("good")
    TALK_MORE = "talk_more", _("talk more")
    NO = "no", _("no")


@tracked()
class Interview(models.Model):
    """That a conversation was held, by whom and how it went. No transcript.

    Whoever held it says how to go on; the four sides stand beside that, and a "no" on one of them is never a yes.
    """

    SIDES = ("robustness", "expectations", "time", "limits")
    PERSONAL = {
        "outcome": ("screening", "6 months after the decision"),
        **dict.fromkeys(SIDES, ("screening", "6 months after the decision")),
    }

    class Outcome(models.TextChoices):
        GOOD = "good", _("good – go on")
        TALK_MORE = "talk_more", _("talk more")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="interviews", verbose_name=_("volunteer"))
    held_on = models.DateField(_("held on"))
    robustness = models.CharField(_("robustness"), max_length=10, choices=Judgement, blank=True)
    expectations = models.CharField(_("expectations"), max_length=10, choices=Judgement, blank=True)
    time = models.CharField(_("time"), max_length=10, choices=Judgement, blank=True)
    limits = models.CharField(_("limits"), max_length=10, choices=Judgement, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("held by"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("introducing conversation")
        verbose_name_plural = _("introducing conversations")
        ordering = ["-held_on"]
        constraints = [
            models.CheckConstraint(
                name="no_on_one_side_is_no_go",
                condition=~Q(outcome="good")
                | ~(Q(robustness="no") | Q(expectations="no") | Q(time="no") | Q(limits="no")),
                violation_error_message=_("With a no on one side you cannot go on: talk more, or decline."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d.%m.%Y}"

    def judged(self) -> list[tuple]:
        """Each side that was judged, with its word."""
        sides = [field for field in self._meta.fields if field.name in self.SIDES and getattr(self, field.name)]
        return [(side.verbose_name, getattr(self, f"get_{side.name}_display")()) for side in sides]


@tracked()
class SecondYes(models.Model):
    """A second person's yes after the conversation, where the role asks that two decide."""

    PERSONAL = {"said_at": ("screening", "6 months after the decision")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="second_yeses", verbose_name=_("volunteer"))
    said_at = models.DateTimeField(_("said"), default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("said by"))

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("second yes")
        verbose_name_plural = _("second yeses")
        ordering = ["said_at"]
        constraints = [models.UniqueConstraint(fields=["volunteer", "by"], name="nobody_decides_twice")]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.said_at):%d.%m.%Y}"

    @classmethod
    def say(cls, volunteer: Volunteer, *, by) -> "SecondYes":
        """Say yes as the second; the database knows who was the first."""
        volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
        with gates():
            return cls.objects.create(volunteer=volunteer, by=by)
