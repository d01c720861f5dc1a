"""The daily work on the logs: is the chain whole, and what is older than 24 months goes, up to an anchored row."""

from datetime import date

from django.db import connection

from history.chain import faults

LOGS_KEPT = 24  # months


class LogIsBroken(Exception):
    """The chain of the access log is not whole: `manage.py verify_log` names the rows."""


def check_chain(today: date) -> int:
    """Fail, so that whoever runs the daily work is alarmed, unless every row is as it was written."""
    if wrong := faults():
        raise LogIsBroken(len(wrong))
    return 0


def prune_logs(today: date) -> int:
    """Delete what is older than 24 months and give how many rows went. The last anchored one stays to begin with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.prune_logs()")
        return cursor.fetchone()[0]
