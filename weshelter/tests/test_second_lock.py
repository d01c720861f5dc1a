"""The database alone: what SQL as the app changes in the name of somebody who has nothing to do with it. Nothing.

Pages never come so far, so a policy that lets through what it should not is seen here and nowhere else.
"""

import pytest
from django.db import transaction

from weshelter.tests.second_lock import (
    ELSEWHERE,
    GRANTED,
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


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    """Of every table a row, and beside each table its rows."""
    with django_db_blocker.unblock(), transaction.atomic():
        rows = create_every_row()
        copy_rows()
        yield rows
        transaction.set_rollback(True)


def test_there_is_a_row_in_every_table_that_is_asked(rows):
    tables = {table for table, _command, _columns in ask(GRANTED)}

    assert len(tables) > 100
    assert {table for table in tables if not ask(f"SELECT FROM tests.copy_of_{table} LIMIT 1")} == set()


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_nobody_reads_or_changes_a_row_that_is_not_his(rows, who):
    reached = reached_by(stranger_of(rows) if who == "stranger" else None)

    assert len(reached) > 150
    assert {where: found for where, found in reached.items() if found} == {}


@pytest.mark.parametrize(("who", "others"), ELSEWHERE)
def test_of_another_house_nobody_changes_a_row(rows, who, others):
    """Each granted column of each table: what is reached are rows of one's own house alone."""
    reached = reached_elsewhere(getattr(rows.cast, who), getattr(rows.cast, others))

    assert reached
    assert {where: found for where, found in reached.items() if found} == {}


@pytest.mark.parametrize(("who", "table", "change"), NOT_TO_BE_MADE)
def test_of_what_somebody_may_change_not_everything_is_made(rows, who, table, change):
    assert is_refused(made_of(rows, who, table, change))


def test_whatever_says_what_a_row_may_become_is_asked(rows):
    saying = {table for (table,) in ask(SAYING_WHAT_MAY_BECOME)}

    assert saying - ONLY_BEFORE == {table for _who, table, _change in NOT_TO_BE_MADE}
