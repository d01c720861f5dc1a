"""That somebody was told no, and why: for those who screen, never for whom it is about."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.tracking import tracked
from volunteers.models.records import RecordQuerySet
from volunteers.models.roles import RoleProfile
from volunteers.models.volunteer import Volunteer


class DeclineQuerySet(RecordQuerySet):
    def with_offers(self) -> "DeclineQuerySet":
        """Each with whoever said it and the role that was offered instead, in the same query."""
        return self.select_related("by", "offered__project__institution")


@tracked()
class Decline(models.Model):
    """One no: the reason as a category, and the other role that the letter offered. The letter itself is not kept."""

    PERSONAL = {"reason": ("to learn whom we say no to, and why", "6 months after the decision")}

    class Reason(models.TextChoices):
        NOT_THE_TASK = "not_the_task", _("the task does not fit")
        OTHER_WISH = "other_wish", _("wishes for something that we do not have")
        NO_TIME = "no_time", _("has too little time")
        OTHER_NEED = "other_need", _("needs something for herself first")
        NOT_NOW = "not_now", _("not suitable at present")
        NO_ANSWER = "no_answer", _("has not answered")
        OTHER = "other", _("another reason")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="declines", verbose_name=_("volunteer"))
    reason = models.CharField(_("reason"), max_length=12, choices=Reason)
    offered = models.ForeignKey(
        RoleProfile, models.PROTECT, null=True, related_name="+", verbose_name=_("other role offered")
    )
    at = models.DateTimeField(_("decided"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by"))

    objects = DeclineQuerySet.as_manager()

    class Meta:
        verbose_name = _("no to an application")
        verbose_name_plural = _("noes to applications")
        constraints = [models.UniqueConstraint(fields=["volunteer"], name="one_no_per_application")]

    def __str__(self) -> str:
        return self.get_reason_display()
