"""What fails is counted for the secretariat: pages, tasks of the worker, daily jobs. One target outside may be told."""

import logging
import sys
from uuid import UUID

import django.db
from django.core.signals import got_request_exception
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpResponse
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.signals import task_finished

from access.middleware import view_of
from access.requests import SiteRequest
from history.failures import Failure, count_failure
from weshelter.error_target import tell

log = logging.getLogger("weshelter")


class FailureMiddleware:
    """Stands outside all others: what failed is noted once its transaction is rolled back, and after its page.

    Also where the page of a fault fails itself, and where another middleware does.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            for error in getattr(request, "failures", {}).values():
                note_failure(Failure.Kind.PAGE, view_of(request), error, getattr(request, "id", None))


@receiver(got_request_exception)
def remember_failure(request: SiteRequest, **_more) -> None:
    """One of each class: what fails deep inside, and then its page, passes by here once for each middleware."""
    error = sys.exc_info()[1]
    request.failures = {type(error): error} | getattr(request, "failures", {})


@receiver(task_finished)
def note_failed_task(task_result: TaskResult, **_more) -> None:
    """The worker tells while the error is still at hand."""
    error = sys.exc_info()[1]
    if task_result.status == TaskResultStatus.FAILED and error:
        note_failure(Failure.Kind.TASK, task_result.task.module_path, error)


def note_failure(kind: Failure.Kind, place: str, error: BaseException, request: UUID | None = None) -> None:
    """Count it in a transaction of its own. Where the database is what failed, it stands in the site's log only."""
    try:
        with transaction.atomic():
            count_failure(kind, place, error, request)
    except django.db.Error as not_counted:
        log.error("the failure of %s is not counted: %s", place, type(not_counted).__name__)
    tell(kind, place, error, request)
