"""Each policy of the app's login as if it let everything through, one at a time in one database: who sees it?

    python -m pytest benchmarks/open_policies.py -s

The questions are those of `weshelter/tests/test_second_lock.py`. What the rule says of rows that are there (`USING`) and
of rows that are written (`WITH CHECK`) is opened each by itself. Survivors are listed, with the reason where there is one.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.db import transaction

from weshelter.tests import databases
from weshelter.tests.second_lock import (
    ELSEWHERE,
    NOT_TO_BE_MADE,
    ONLY_BEFORE,
    SAYING_WHAT_MAY_BECOME,
    ask,
    copy_rows,
    is_refused,
    made_of,
    reached_by,
    reached_elsewhere,
    stranger_of,
)
from weshelter.tests.second_lock_rows import create_every_row

SAME = "it names no column that may be changed, so it asks the same before and after"
POLICIES = """
SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies WHERE 'weshelter_app' = ANY (roles) ORDER BY 1, 2
"""


class Opened(NamedTuple):
    """A policy of a table, and what makes it let everything through."""

    table: str
    statement: str
    is_of_what_becomes: bool


def faults() -> Iterator[Opened]:
    """What is `true` already is no fault."""
    for table, policy, command, before, after in ask(POLICIES):
        opens = f"ALTER POLICY {policy} ON {table}"
        if before not in {None, "true"}:
            yield Opened(table, f"{opens} USING (true)", False)
        if after not in {None, "true"}:
            yield Opened(table, f"{opens} WITH CHECK (true)", command == "UPDATE")


def is_seen(rows, stranger) -> bool:
    """Is there an answer that a test does not expect?"""
    cast = rows.cast
    return (
        any(reached_by(stranger).values())
        or any(reached_by(None).values())
        or any(any(reached_elsewhere(getattr(cast, who), getattr(cast, others)).values()) for who, others in ELSEWHERE)
        or not all(is_refused(made_of(rows, *change)) for change in NOT_TO_BE_MADE)
    )


def test_each_policy_that_lets_everything_through_is_seen(db):
    rows = create_every_row()
    copy_rows()
    stranger = stranger_of(rows)
    if is_seen(rows, stranger):
        pytest.fail("without a fault an answer is not what it should be: run weshelter/tests/test_second_lock.py")
    say_what_becomes = {table for (table,) in ask(SAYING_WHAT_MAY_BECOME)} - ONLY_BEFORE
    planted, unseen = list(faults()), []

    for fault in planted:
        with transaction.atomic():
            databases.as_owner(fault.statement)
            unseen += [] if is_seen(rows, stranger) else [fault]
            transaction.set_rollback(True)

    print(f"\npolicy: {len(planted) - len(unseen)} of {len(planted)} seen")
    for fault in unseen:
        is_same = fault.is_of_what_becomes and fault.table not in say_what_becomes
        print(f"  {fault.statement}: {SAME if is_same else 'NO REASON'}")
