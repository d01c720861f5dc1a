"""What the worker does for courses: it may see waiting lists and addresses as nobody who acts does."""

from django.db import transaction
from django_tasks import task

from access.context import working


@task()
def write_offers() -> None:
    """Write to everybody to whom a place has come and who has not been told; told once."""
    from courses.due import tell_offers

    with transaction.atomic(), working("offers"):
        tell_offers()
