"""What failed on the site: where, with which class of error, how often and when; no text, no address, nobody's name."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import NotPossible

KEPT_FOR = timedelta(days=90)


class FailureQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FailureQuerySet":
        """The secretariat's, who see to it that somebody mends it."""
        return self if user.is_secretariat else self.none()

    def unsettled(self) -> "FailureQuerySet":
        """Those that nobody has seen to, the latest first."""
        return self.filter(settled_at=None).order_by("-last_at")

    def settled(self) -> "FailureQuerySet":
        """Those that somebody has seen to, the latest first, with who it was."""
        return self.exclude(settled_at=None).select_related("settled_by").order_by("-settled_at")


class Failure(models.Model):
    """One kind of failure, counted by the database until somebody has seen to it; what comes after counts anew."""

    PERSONAL = {"settled_by": ("whom to ask what was done about it", "90 days")}

    class Kind(models.TextChoices):
        PAGE = "page", _("page")
        TASK = "task", _("task of the worker")
        JOB = "job", _("daily job")
        LINE = "line", _("line of the access log that went nowhere")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=4, choices=Kind)
    place = models.CharField(
        _("place"), max_length=120
    )  # the name of a view, a task, a job or a target; nobody's address
    error = models.CharField(_("error"), max_length=120)  # the name of its class; its text may quote a row
    times = models.PositiveIntegerField(_("how often"))
    first_at = models.DateTimeField(_("first"))
    last_at = models.DateTimeField(_("last"))
    last_request = models.UUIDField(null=True)  # the last one's lines in the site's log carry it
    settled_at = models.DateTimeField(_("seen to"), null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("seen to by")
    )

    objects = FailureQuerySet.as_manager()

    class Meta:
        verbose_name = _("failure")
        verbose_name_plural = _("failures")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "place", "error"], condition=Q(settled_at=None), name="one_unsettled_failure_of_a_kind"
            ),
            models.CheckConstraint(
                name="a_failure_is_settled_by_somebody",
                condition=Q(settled_at=None, settled_by=None) | Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.error}"

    def settle(self, *, times: int, by) -> None:
        """Somebody has seen to it. Not to what happened after the page was opened, which showed `times`."""
        seen = Failure.objects.unsettled().filter(pk=self.pk, times=times)
        if seen.update(settled_at=timezone.now(), settled_by=by):
            return
        self.refresh_from_db()
        if self.settled_by:
            raise NotPossible(_("%(name)s has seen to it already.") % {"name": self.settled_by})
        raise NotPossible(_("It has happened again since you opened the page. Look at it once more."))


def count_failure(kind: str, place: str, error: BaseException, request: UUID | None = None) -> None:
    """One more of its kind, under whatever login and whoever acts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.count_failure(%s, %s, %s, %s)", [kind, place, class_of(error), request])


def class_of(error: BaseException) -> str:
    """Its class with the module, unless it is one of Python's own: `ValueError`, `django.db.utils.DataError`."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def forget_failures(_today: date) -> int:
    """Delete what has not happened for 90 days, and give how many kinds that were."""
    return Failure.objects.filter(last_at__lt=timezone.now() - KEPT_FOR).delete()[0]
