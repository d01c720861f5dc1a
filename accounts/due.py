"""What falls due with the days: logins that are over, and counts of attempts whose time is over, are forgotten."""

from datetime import date

from django.db import connection


def forget_logins(_today: date) -> int:
    """Delete the sessions that have run out and where they were, and give how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.forget_logins()")
        return cursor.fetchone()[0]
