"""What the tests of the log begin with: some rows of the chain, and somebody who changes it behind the site's back."""

from contextlib import contextmanager

from django.db import connection

from access.context import acting
from conftest import log_in_to_database


def log(user, times: int = 1, *, purpose: str = "check_in") -> None:
    """Rows in the chain by a user, each in a transaction of its own."""
    for _each in range(times):
        with acting(user=user), connection.cursor() as cursor:
            cursor.execute("SELECT app.log_export('confidence', %s)", [purpose])


@contextmanager
def database_administrator():
    """The owner, who can switch a trigger off; needs real commits. Goes on as the jobs."""
    log_in_to_database("owner")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE history_accesslog DISABLE TRIGGER append_only")
        yield cursor
        cursor.execute("ALTER TABLE history_accesslog ENABLE TRIGGER append_only")
    log_in_to_database("jobs")
