"""The database alone: what SQL as the app changes in the name of somebody who has nothing to do with it. Nothing.

Pages never come so far, so a policy that lets through what it should not is seen here and nowhere else.
"""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from access.context import acting
from weshelter.tests import people

# Each (table, command, columns) that the app's login may do at all.
GRANTED = """
SELECT c.relname, p.cmd, array(
    SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND has_column_privilege('weshelter_app', c.oid, a.attnum, 'UPDATE'))
FROM (SELECT DISTINCT tablename, cmd FROM pg_policies WHERE 'weshelter_app' = ANY (roles)) p
JOIN pg_class c ON c.relname = p.tablename
"""
# What is anybody's to read or to keep: names of houses, roles and their questions, open evenings, one's own login.
ANYBODYS = {
    "accounts_newaddress",
    "foodclubs_evening",
    "foodclubs_foodclub",
    "institutions_institution",
    "institutions_interest",
    "institutions_project",
    "matching_weightset",
    "pghistory_context",
    "screening_agreement",
    "volunteers_roleprofile",
    "volunteers_rolequestion",
}


def ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def tried(statement: str) -> int | str:
    """How many rows it reached, or the refusal."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
            return cursor.rowcount
    except DatabaseError as error:
        return str(error).splitlines()[0]


@pytest.fixture
def stranger(rows):
    """A user with no role anywhere."""
    return people.create_user(f"S{uuid4().hex[:8]} Stranger", by=rows.cast.sille)


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_nobody_reads_or_changes_a_row_that_is_not_his(rows, stranger, who):
    reached = {}
    with acting(user=stranger if who == "stranger" else None):
        for table, command, columns in ask(GRANTED):
            if command == "SELECT" and table not in ANYBODYS:
                reached[table, command] = tried(f"SELECT FROM {table}")
            elif command == "DELETE":
                reached[table, command] = tried(f"DELETE FROM {table}")
            elif command == "UPDATE":
                for column in columns:
                    reached[table, column] = tried(f'UPDATE {table} SET "{column}" = DEFAULT')

    assert len(reached) > 150
    assert {where: found for where, found in reached.items() if found} == {}


@pytest.mark.parametrize(("who", "others"), [("nanna", "rg60"), ("leif", "rg60"), ("karen", "nabo"), ("lars", "nabo")])
def test_of_another_house_nobody_changes_a_row(rows, who, others):
    """Each granted column of each table: what is reached are rows of one's own house alone."""
    house = getattr(rows.cast, others)
    theirs = f"project_id IN ({house.friends.pk}, {house.food.pk})"
    tables = {table: columns for table, command, columns in ask(GRANTED) if command == "UPDATE"}
    reached = {}
    with acting(user=getattr(rows.cast, who)):
        for (table,) in ask("SELECT table_name FROM information_schema.columns WHERE column_name = 'project_id'"):
            for column in tables.get(table, []):
                reached[table, column] = tried(f'UPDATE {table} SET "{column}" = DEFAULT WHERE {theirs}')

    assert reached
    assert {where: found for where, found in reached.items() if found} == {}
