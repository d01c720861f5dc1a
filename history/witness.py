"""Each row of the access log leaves a line outside the database once it is committed: its number and its hash.

The database sends the line together with its answer to whatever wrote the row, and here the line waits for the commit.
So every writer leaves one, in every process, also those that are yet to be made.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from django.db import connection, transaction
from django.db.backends.signals import connection_created
from django.dispatch import receiver

# What is read back may come from any log, with whatever that log puts around a line.
LINE = re.compile(r"access log: (\d{1,18}) ([0-9a-f]{64})\b")
outside = logging.getLogger("history.witness")


class Silenced(Exception):
    """A row was written into the chain and the database told nothing of it: somebody has taken the telling away."""


class Listener:
    """Stands where the driver keeps what the database says beside its answers, and picks out the chain's lines."""

    def __init__(self, alias: str) -> None:
        self.alias, self.heard = alias, 0

    def append(self, said: str) -> None:
        """The driver calls it with each thing said, after the statement it belongs to."""
        if line := LINE.search(said):
            transaction.on_commit(partial(outside.info, line[0]), using=self.alias)
            self.heard += 1


@receiver(connection_created)
def listen(connection, **_more) -> None:
    """On each new connection of the process."""
    connection.connection.notices = Listener(connection.alias)


@contextmanager
def witnessed() -> Iterator[None]:
    """What is done within writes into the chain. Without a line for outside it goes no further: raises Silenced."""
    listener = connection.connection.notices
    heard = listener.heard
    yield
    if listener.heard == heard:
        raise Silenced


def seen_in(lines: Iterable[str]) -> set[tuple[int, str]]:
    """Numbers and hashes in the lines of any log, others among them."""
    return {(int(line[1]), line[2]) for text in lines for line in LINE.finditer(text)}
