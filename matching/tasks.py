"""The worker's part of a long match round."""

from uuid import UUID

from django_tasks import task

from accounts.models import User
from matching.making import make_for


class RoundFailed(Exception):
    """A round came to nothing; says only the class of the fault, for a trace may quote a row."""


@task()
def make_round(round_id: str, owner_id: str) -> None:
    """Make one round for whoever asked, with that person's eyes."""
    try:
        make_for(User.objects.get(pk=UUID(owner_id)), UUID(round_id))
    except Exception as error:
        raise RoundFailed(type(error).__name__) from None
