"""What a role asks in its application beyond what all are asked, and what was answered."""

from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from access.text import LongText, ShortText
from history.tracking import tracked
from volunteers.models.records import RecordQuerySet
from volunteers.models.roles import RoleProfile
from volunteers.models.volunteer import Volunteer

AT_MOST = 5
ONE_TO_FIVE = Q(place__range=(1, AT_MOST))


class RoleQuestionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "RoleQuestionQuerySet":
        """Everybody may read what a role asks."""
        return self

    def asked(self) -> "RoleQuestionQuerySet":
        """Those of the form as it is now, in their order."""
        return self.filter(is_asked=True).order_by("place")


class RoleQuestion(models.Model):
    """One question of a role's own; five at the most, so that the form stays one that takes three minutes."""

    PERSONAL: dict = {}

    class Kind(models.TextChoices):
        SHORT = "short", _("one line")
        LONG = "long", _("some lines")
        YES_NO = "yes_no", _("yes or no")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    role = models.ForeignKey(RoleProfile, models.PROTECT, related_name="questions", verbose_name=_("role"))
    place = models.PositiveSmallIntegerField(
        _("number"), validators=[MinValueValidator(1), MaxValueValidator(AT_MOST)], help_text=_("From 1 to 5.")
    )
    text_da = ShortText(_("question in Danish"), max_length=200)
    text_en = ShortText(_("question in English"), max_length=200, blank=True)
    kind = models.CharField(_("kind of answer"), max_length=6, choices=Kind, default=Kind.SHORT)
    is_mandatory = models.BooleanField(_("must be answered"), default=False)
    is_asked = models.BooleanField(
        _("asked"), default=True, help_text=_("Not ticked, it is in the form no more. What was answered stays.")
    )

    objects = RoleQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of a role")
        verbose_name_plural = _("questions of roles")
        ordering = ["role__title", "place"]
        constraints = [
            models.CheckConstraint(
                name="a_role_asks_five_questions_at_most",
                condition=ONE_TO_FIVE,
                violation_error_message=_("A role asks five questions at the most."),
            ),
            models.UniqueConstraint(
                fields=["role", "place"],
                condition=Q(is_asked=True),
                name="a_role_asks_one_question_of_a_number",
                violation_error_message=_("The role asks a question with this number already."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The question in the language of the page."""
        return self.text_en if get_language() == "en" and self.text_en else self.text_da


class AnswerQuerySet(RecordQuerySet):
    def in_order(self) -> "AnswerQuerySet":
        return self.order_by("place")


@tracked()
class Answer(models.Model):
    """What an applicant answered, with the question as it was read: both stay as they were."""

    PERSONAL = {"text": ("the conversation", "6 months after the decision")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="answers", verbose_name=_("volunteer"))
    place = models.PositiveSmallIntegerField(_("number"))
    question = ShortText(_("question"), max_length=200)
    text = LongText(_("answer"), max_length=1000)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["place"]
        constraints = [
            models.CheckConstraint(name="a_role_gets_five_answers_at_most", condition=ONE_TO_FIVE),
            models.UniqueConstraint(fields=["volunteer", "place"], name="one_answer_per_question"),
        ]

    def __str__(self) -> str:
        return self.question
