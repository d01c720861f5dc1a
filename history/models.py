"""What happened. `AccessLog` holds each opening of something confidential, in a chain that shows any change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessLogQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AccessLogQuerySet":
        """The secretariat sees all rows (ids, no texts); everybody else his own."""
        return self if user.is_secretariat else self.filter(actor_id=user.pk)


class AccessLog(models.Model):
    """One opening: who, what, why, when; ids only. The database numbers and chains the rows; nobody changes them."""

    PERSONAL = {"actor": ("proof of who read what", "24 months")}

    class Action(models.TextChoices):
        OPEN = "open", _("opened")
        EXPORT = "export", _("exported")
        BREAK_GLASS = "breakglass", _("broke the glass")

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+")
    action = models.CharField(max_length=10, choices=Action)
    object_type = models.CharField(max_length=40)
    object_id = models.UUIDField(null=True)
    project_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=40)
    prev = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("access log row")
        verbose_name_plural = _("access log")
        indexes = [models.Index(fields=["object_id"], name="openings_of_an_object")]

    def __str__(self) -> str:
        return f"#{self.seq}"
