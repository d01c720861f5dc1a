"""What falls due with the days: a mail that has not left for a day alarms, and no text with live links is kept long."""

from datetime import date

from django.utils import timezone

from history.moves import NotPossible
from letters.models import Message


class MailsWait(Exception):
    """Some mails have not left for a day: `/drift/` shows them."""


def put_old_aside(_today: date) -> int:
    """Put aside what has waited for a week, so that its text is erased; gives how many."""
    put_aside = 0
    for message in Message.objects.kept_too_long(timezone.now()):
        try:
            message.put_aside(by="mails of a week ago")
        except NotPossible:
            continue  # the worker has taken it, or somebody has decided, a moment ago
        put_aside += 1
    return put_aside


def ask_for_overdue(_today: date) -> int:
    """Fail, so that whoever runs the daily work is alarmed, while a mail of yesterday has not left."""
    if overdue := Message.objects.overdue(timezone.now()).count():
        raise MailsWait(overdue)
    return 0
