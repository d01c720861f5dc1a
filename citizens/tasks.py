"""What the worker does about citizens: it tells of an emergency, and nobody can take that back."""

from uuid import UUID

from django.db import transaction
from django_tasks import task

from access.context import working
from accounts.models import User


@task()
def tell_of_emergency(glass_id: str, *users: str) -> None:
    """Write to those whom the database named when the glass was broken: coordinators, and colleagues of the user."""
    from citizens.breakglass import BreakGlass
    from citizens.emails import send_emergency

    with transaction.atomic(), working("emergency"):
        glass = BreakGlass.objects.for_page().get(pk=UUID(glass_id))
        send_emergency(glass, User.objects.filter(pk__in=users).order_by("name"))
