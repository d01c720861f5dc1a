"""`manage.py run_due_jobs`: what falls due with the days. Run it daily; running it again does no harm."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from access.context import working
from access.due import forget_attempts
from accounts.due import bring_about_changes, forget_logins, forget_new_addresses, lapse_changes
from coordinators.due import send_heads
from courses.due import lapse_offers, remind_of_gatherings
from friendships.due import ask_how_it_goes, begin_rests, tell_of_milestones
from history.due import check_chain, prune_logs
from history.failures import Failure, forget_failures
from history.moves import alone
from letters.due import ask_for_overdue, put_old_aside
from matching.due import expire_proposals, forget_rounds, remind_of_first_meetings, remind_of_proposals
from reports.due import count_figures
from screening.due import ask_for_signatures, remind_of_checks, remind_referees
from volunteers.due import ask_who_is_back, forget_interested, refresh_projects
from weshelter.digest import write_digests
from weshelter.failures import note_failure
from weshelter.models import JobRun, forget_runs

# In this order: what the later ones count or ask, the earlier ones have brought up to date.
JOBS: list[tuple[str, Callable[[date], int]]] = [
    ("changes of access", bring_about_changes),
    ("changes of access not confirmed", lapse_changes),
    ("projects of volunteers", refresh_projects),
    ("places offered in vain", lapse_offers),
    ("reminders of courses", remind_of_gatherings),
    ("referees reminded", remind_referees),
    ("record checks due", remind_of_checks),
    ("agreements to sign anew", ask_for_signatures),
    ("breaks that are over", ask_who_is_back),
    ("interest kept long enough", forget_interested),
    ("new addresses not confirmed", forget_new_addresses),
    ("proposals not answered in time", expire_proposals),
    ("reminders of proposals", remind_of_proposals),
    ("reminders of first meetings", remind_of_first_meetings),
    ("rests that begin", begin_rests),
    ("how it goes", ask_how_it_goes),
    ("milestones", tell_of_milestones),
    ("what waits", write_digests),
    ("figures", count_figures),
    ("attempts", forget_attempts),
    ("failures of long ago", forget_failures),
    ("logins that are over", forget_logins),
    ("match rounds", forget_rounds),
    ("runs of long ago", forget_runs),
    ("mails of a week ago", put_old_aside),
    ("mails that have not left", ask_for_overdue),
    ("heads of the access log", send_heads),
    ("rows kept long enough", prune_logs),
    ("the access log is whole", check_chain),
]


class Command(BaseCommand):
    """Each job in a transaction of its own: one that fails does not keep the others from running.

    Of two commands at once each job is done by one: the other goes on to the next.
    """

    help = "Do what is due today: bring scopes up to date, count the figures, look after the logs."

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        done = [self.run(name, job, today) for name, job in JOBS]
        if not all(done):
            raise SystemExit(1)

    def run(self, name: str, job: Callable[[date], int], today: date) -> bool:
        """Do one job, unless somebody is at it just now; False if it failed. Either is kept for the secretariat."""
        started = timezone.now()
        try:
            with transaction.atomic(), working(name):
                if not alone("job", name):
                    self.stdout.write(f"{name}: somebody else is at it")
                    return True
                done = job(today)
                JobRun.objects.create(job=name, started_at=started, done=done)
        except Exception as error:
            # The class alone: a text may quote a row.
            self.stderr.write(f"{name}: {type(error).__name__}")
            note_failure(Failure.Kind.JOB, name, error)
            JobRun.objects.create(job=name, started_at=started, error=type(error).__name__)
            return False
        self.stdout.write(f"{name}: {done}")
        return True
