"""What falls due with the days: referees to remind, checks that run out, agreements to sign anew."""

from datetime import date, timedelta

from django.utils import timezone

from access.links import Purpose
from access.models import Link
from history.moves import in_turn
from screening.emails import remind_referee, send_agreement_again, send_check_due
from screening.limits import may_write_to_referee
from screening.models import Agreement, RecordCheck, Reference
from screening.models.checks import REMINDED
from volunteers.models import Volunteer

REFEREE_WAITS = timedelta(days=7)


def remind_referees(today: date) -> int:
    """Ask once more those who have not answered for a week; an address that many have named waits for another day."""
    waiting = Reference.objects.awaiting_reminder(timezone.now() - REFEREE_WAITS)
    reminded = 0
    for reference in waiting.select_related("volunteer__role__project"):
        if may_write_to_referee(reference.email) and waiting.filter(pk=reference.pk).update(reminded_at=timezone.now()):
            remind_referee(reference)
            reminded += 1
    return reminded


def remind_of_checks(today: date) -> int:
    """Letters 60, 30 and 7 days before a check is due again; of days that no job ran on, the nearest alone."""
    done = 0
    due = RecordCheck.objects.due_by(today + timedelta(days=max(REMINDED))).filter(
        next_due_on__gt=today, volunteer__state__in=Volunteer.TAKEN_IN
    )
    for check in due.select_related("volunteer__role__project"):
        reached = check.notice(today)
        if check.reminded_of is not None and check.reminded_of <= reached:
            continue
        if RecordCheck.objects.filter(pk=check.pk, reminded_of=check.reminded_of).update(reminded_of=reached):
            send_check_due(check)
            done += 1
    return done


def ask_for_signatures(today: date) -> int:
    """A letter to each who has not signed the version in force that demands it, unless one has gone since then."""
    demanded = Agreement.objects.demanded(today)
    if demanded is None:
        return 0
    asked = Link.objects.filter(purpose=Purpose.AGREEMENT, issued_at__date__gte=demanded.in_force_from)
    lacking = Agreement.objects.lacked_by(Volunteer.objects.all(), today).exclude(pk__in=asked.values("volunteer_id"))
    written = 0
    for volunteer in lacking.select_related("role__project"):
        in_turn("agreement again", volunteer.pk)
        if lacking.filter(pk=volunteer.pk).exists():
            send_agreement_again(volunteer)
            written += 1
    return written
