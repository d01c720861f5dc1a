"""What falls due with the days: changes of access, new addresses whose link was not used, and logins that are over."""

from datetime import date

from django.db import connection

from accounts.models import AccessChange, NewAddress


def bring_about_changes(_today: date) -> int:
    """Let those happen whose day is over and which the worker has left; give how many."""
    changes = list(AccessChange.objects.due().claimed())
    for change in changes:
        change.bring_about(by="changes of access")
    return len(changes)


def lapse_changes(_today: date) -> int:
    """End those that nobody has confirmed within a week, and give how many."""
    changes = list(AccessChange.objects.lapsing().claimed())
    for change in changes:
        change.lapse(by="changes of access")
    return len(changes)


def forget_logins(_today: date) -> int:
    """Delete the sessions that have run out and where they were, and give how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.forget_logins()")
        return cursor.fetchone()[0]


def forget_new_addresses(_today: date) -> int:
    """Delete the addresses whose link no longer works, and give how many."""
    return NewAddress.objects.lapsed().delete()[0]
