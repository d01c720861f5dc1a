"""What the worker does for volunteers: it may see the whole waiting list, which nobody who acts does."""

from django.db import transaction
from django_tasks import task

from access.context import working


@task()
def write_offers() -> None:
    """Write to everybody to whom a place has come and who has not been told; told once."""
    from volunteers.due import tell_offers  # it reads the models, which enqueue this

    with transaction.atomic(), working("offers"):
        tell_offers()
