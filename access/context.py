"""Who is acting, told to the database: three transaction-local keys, at most one of them not empty.

For the history two more say where: the name of the view, or of the job. They open nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from access.links import hashed


def set_context(*, uid=None, link: str | None = None, new_id=None, view: str = "") -> None:
    """Tell the database who acts until the transaction ends: a user, the token of a link, or a row being made."""
    if sum(key is not None for key in (uid, link, new_id)) > 1:
        raise ValueError("a request acts as one: a user, a link or a new row")
    if not connection.in_atomic_block:
        raise RuntimeError("the context lives as long as a transaction, and there is none")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.uid', %s, true), set_config('app.link', %s, true),"
            " set_config('app.new_id', %s, true), set_config('app.view', %s, true)",
            [str(uid or ""), hashed(link) if link else "", str(new_id or ""), view],
        )


@contextmanager
def acting(*, user=None, link: str | None = None, new_id=None) -> Iterator[None]:
    """A transaction in which `user`, a link or a new row acts: for commands and tests; requests have the middleware."""
    with transaction.atomic():
        set_context(uid=user.pk if user is not None else None, link=link, new_id=new_id)
        yield
        set_context()


@contextmanager
def in_the_name_of(user) -> Iterator[None]:
    """What is done here is done by this user, whoever acts around it: a link in a mail has just shown who it is."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.uid', true), set_config('app.uid', %s, true)", [str(user.pk)])
        before = cursor.fetchone()[0]
        yield
        cursor.execute("SELECT set_config('app.uid', %s, true)", [before or ""])


@contextmanager
def working(job: str) -> Iterator[None]:
    """Within a transaction: what is done here is done by a job of this name, and the history says so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.job', %s, true)", [job])
    yield
    with connection.cursor() as cursor:  # after a failure the roll-back takes the name away
        cursor.execute("SELECT set_config('app.job', '', true)")
