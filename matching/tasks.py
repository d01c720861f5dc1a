"""The worker's part of a long match round."""

from uuid import UUID

from django.dispatch import receiver
from django_tasks import TaskResult, TaskResultStatus, task
from django_tasks.signals import task_finished

from matching.models import MatchRound
from matching.rounds.making import make_for


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


@receiver(task_finished)
def note_given_up(task_result: TaskResult, **_more) -> None:
    """The page of a round says that it came to nothing, also where its workers ended before they could say so."""
    if task_result.status == TaskResultStatus.FAILED and task_result.task.module_path == make_round.module_path:
        kept = MatchRound.objects.filter(pk=UUID(task_result.args[0])).first()
        if kept and kept.is_running:
            kept.tell(MatchRound.Step.FAILED)
