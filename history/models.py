"""What happened. `AccessLog` holds each opening of something confidential, in a chain that shows any change;
`AccessTrail` holds which pages were shown, and what was refused; an `Anchor` is a head of the chain that was sent out;
`Failure` counts what failed.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.failures import Failure as Failure


class LogQuerySet(models.QuerySet):
    def visible_to(self, user) -> "LogQuerySet":
        """The secretariat sees all rows (ids, no texts); everybody else his own."""
        return self if user.is_secretariat else self.filter(actor_id=user.pk)

    def chosen(self, *, action=None, user=None, month=None) -> "LogQuerySet":
        """Of one kind, by one user, in one month ("2026-11"), where these are given."""
        rows = self.filter(action=action) if action else self
        rows = rows.filter(actor=user) if user else rows
        if month:
            year, number = map(int, month.split("-"))
            rows = rows.filter(at__year=year, at__month=number)
        return rows.select_related("actor")

    def in_emergency(self, user, since, until) -> "LogQuerySet":
        """What somebody opened in confidence while he or she had emergency access, the first first."""
        opened = self.filter(actor=user, action="breakglass", object_type="confidence")
        return opened.filter(at__range=(since, until)).order_by("at")


class AccessLogQuerySet(LogQuerySet):
    def before(self, key: str | None) -> "AccessLogQuerySet":
        """Newest first; from the row with this key on, the older ones."""
        rows = self.order_by("-seq")
        return rows.filter(seq__lt=int(key)) if key and key.isdecimal() and len(key) < 19 else rows


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

    @property
    def key(self) -> str:
        """Where the next page goes on."""
        return str(self.seq)


class AccessTrailQuerySet(LogQuerySet):
    def before(self, key: str | None) -> "AccessTrailQuerySet":
        """Newest first; from the row with this key on, the older ones."""
        rows = self.order_by("-at", "-id")
        try:
            at_text, _tilde, id_text = (key or "").partition("~")
            at, id = datetime.fromisoformat(at_text), UUID(id_text)
        except ValueError:
            return rows
        return rows.filter(models.Q(at__lt=at) | models.Q(at=at, id__lt=id)) if at.tzinfo else rows


class AccessTrail(models.Model):
    """One page that was shown behind a login or a link, or one refusal: who and which page; no name, no query."""

    PERSONAL = {"actor": ("proof of who saw what", "24 months")}

    class Action(models.TextChoices):
        SHOWN = "shown", _("saw a page")
        SEARCH = "search", _("searched in a list")
        NOT_FOUND = "not_found", _("asked for what is not there for him or her")
        DENIED = "denied", _("was refused")
        LOGIN_FAILED = "login_failed", _("could not log in")

    id = models.UUIDField(primary_key=True)  # the request's
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+")
    link_id = models.UUIDField(null=True)
    action = models.CharField(max_length=12, choices=Action)
    view = models.CharField(max_length=80)
    object_type = models.CharField(max_length=40)
    object_id = models.UUIDField(null=True)

    objects = AccessTrailQuerySet.as_manager()

    class Meta:
        verbose_name = _("trail row")
        verbose_name_plural = _("trail")
        indexes = [
            models.Index(fields=["-at", "id"], name="trail_newest_first"),
            models.Index(fields=["actor", "-at"], name="trail_of_a_user"),
            models.Index(fields=["object_id", "-at"], name="trail_of_an_object"),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.at):%d.%m.%Y %H:%M}"

    @property
    def key(self) -> str:
        """Where the next page goes on."""
        return f"{self.at.astimezone(UTC).isoformat(timespec='microseconds')}~{self.id}"


def failed_logins() -> int:
    """How often somebody could not log in during the last 30 days; the secretariat sees these rows."""
    since = timezone.now() - timedelta(days=30)
    return AccessTrail.objects.filter(action=AccessTrail.Action.LOGIN_FAILED, at__gte=since).count()


class AnchorQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AnchorQuerySet":
        """The secretariat, which gets one of the letters."""
        return self if user.is_secretariat else self.none()


class Anchor(models.Model):
    """A head of the chain that was sent to two addresses outside: what comes before can no longer change unseen."""

    PERSONAL: dict = {}

    seq = models.BigIntegerField(primary_key=True)
    hash = models.BinaryField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    objects = AnchorQuerySet.as_manager()

    class Meta:
        verbose_name = _("anchor")
        verbose_name_plural = _("anchors")

    def __str__(self) -> str:
        return f"#{self.seq}"
