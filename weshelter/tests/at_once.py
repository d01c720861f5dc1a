"""Two people do something at the same moment, each on a connection of one's own; with real commits."""

from threading import Thread

from django.db import connection

from history.moves import NotPossible


def at_once(first, then) -> list:
    """Do `first`, and before it is saved let `then` begin on another connection; gives what `then` met."""
    met = []

    def run():
        try:
            then()
        except NotPossible as error:
            met.append(str(error))
        finally:
            connection.close()

    thread = Thread(target=run)
    first()
    thread.start()
    while thread.is_alive() and not is_anybody_waiting():
        thread.join(timeout=0.01)
    return [thread, met]


def is_anybody_waiting() -> bool:
    """Whether somebody waits for what this connection holds; other tests beside it have waiting of their own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
        )
        return cursor.fetchone()[0]
