"""The worker's part of a long match round."""

from uuid import UUID

from django_tasks import task

from matching.keeping import MatchRound
from matching.making import make_for


class RoundFailed(Exception):
    """A round came to nothing; says only the class of the fault, for a trace may quote a row."""


@task()
def make_round(round_id: str) -> None:
    """Make one round for whoever asked, with that person's eyes."""
    try:
        kept = MatchRound.objects.select_related("owner").get(pk=UUID(round_id))
        make_for(kept.owner, kept.pk)
    except Exception as error:
        raise RoundFailed(type(error).__name__) from None
