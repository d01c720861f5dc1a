"""What the worker does for those who log in."""

from uuid import UUID

from django.db import transaction
from django_tasks import task

from access.context import working


@task()
def bring_about(change_id: str) -> None:
    """A change of access takes effect, once its day is over; one that was stopped meanwhile is left alone."""
    from accounts.models import AccessChange  # which enqueues this

    with transaction.atomic(), working("changes of access"):
        for change in AccessChange.objects.due().claimed().filter(pk=UUID(change_id)):
            change.bring_about(by="changes of access")
