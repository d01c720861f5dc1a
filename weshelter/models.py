"""Whether the site does its work by itself: which daily jobs have run, and which workers are there. About nobody."""

from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from weshelter.names import JOB_NAMES

# A worker says this often that it is there, and is gone when it has not said so for the longer time.
BEATS_EVERY = timedelta(seconds=15)
GONE_AFTER = timedelta(minutes=2)
KEPT_FOR = timedelta(days=90)


class SecretariatsQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The secretariat's, who look after the site."""
        return self if user.is_secretariat else self.none()


class JobRunQuerySet(SecretariatsQuerySet):
    def latest_of_each(self) -> "JobRunQuerySet":
        """The last run of each job."""
        return self.order_by("job", "-finished_at").distinct("job")


class JobRun(models.Model):
    """One daily job has run: when, how much it did, or with which class of error it failed."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    job = models.CharField(_("job"), max_length=60)
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), default=timezone.now)
    done = models.PositiveIntegerField(_("how many"), default=0)
    error = models.CharField(_("error"), max_length=120, blank=True)  # the name of its class; its text may quote a row

    objects = JobRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of a daily job")
        verbose_name_plural = _("runs of daily jobs")
        indexes = [models.Index(fields=["job", "-finished_at"], name="runs_of_a_job")]

    def __str__(self) -> str:
        return f"{self.job} {timezone.localdate(self.finished_at):%d.%m.%Y}"

    @property
    def name(self) -> str | Promise:
        """What the job is called on a page."""
        return JOB_NAMES.get(self.job, self.job)


class WorkerSignQuerySet(SecretariatsQuerySet):
    def there(self, now: datetime) -> "WorkerSignQuerySet":
        """Those that have been seen a moment ago."""
        return self.filter(seen_at__gt=now - GONE_AFTER)


class WorkerSign(models.Model):
    """A worker and when it was last seen; it says so itself, also during a long task."""

    PERSONAL: dict = {}

    id = models.CharField(primary_key=True, max_length=32, editable=False)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    seen_at = models.DateTimeField(_("seen"))

    objects = WorkerSignQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return self.id

    @staticmethod
    def beat(worker: str) -> None:
        """This worker is there now."""
        sign = WorkerSign(pk=worker, seen_at=timezone.now())
        WorkerSign.objects.bulk_create([sign], update_conflicts=True, unique_fields=["id"], update_fields=["seen_at"])


def forget_runs(_today: date) -> int:
    """Delete the runs of 90 days ago and the workers not seen since then; how many rows."""
    long_ago = timezone.now() - KEPT_FOR
    runs, _of_what = JobRun.objects.filter(finished_at__lt=long_ago).delete()
    workers, _of_what = WorkerSign.objects.filter(seen_at__lt=long_ago).delete()
    return runs + workers
