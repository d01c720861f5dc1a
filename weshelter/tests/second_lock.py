"""The questions of the second lock: what SQL as the app's login reaches in somebody's name, past every page.

The triggers are silent meanwhile, so that the policies answer and no gate before them. `test_second_lock.py` asks them,
and `benchmarks/open_policies.py`, of a database in which one policy lets everything through.
"""

from uuid import uuid4

from django.db import DatabaseError, connection, transaction

from access.context import acting
from weshelter.tests import databases, people
from weshelter.tests.people import House
from weshelter.tests.rows import Rows

# Each (table, command, columns) that the app's login may write at all; of what it reads or deletes no column is named.
GRANTED = """
SELECT p.tablename, p.cmd, array(
    SELECT a.attname FROM pg_attribute a
    WHERE a.attrelid = p.tablename::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND p.cmd IN ('INSERT', 'UPDATE') AND has_column_privilege('weshelter_app', a.attrelid, a.attnum, p.cmd))
FROM (SELECT DISTINCT tablename, cmd FROM pg_policies WHERE 'weshelter_app' = ANY (roles)) p
"""
# Each policy of an UPDATE that names a column which may be changed: what the row may become is its word as well.
SAYING_WHAT_MAY_BECOME = """
SELECT DISTINCT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refobjid = c.oid AND d.refobjsubid > 0
WHERE p.polcmd = 'w' AND 'weshelter_app'::regrole = ANY (p.polroles)
    AND has_column_privilege('weshelter_app', c.oid, d.refobjsubid::smallint, 'UPDATE')
"""
# It asks of the row as it was that nobody has ended it, and nothing more of what becomes of it.
ONLY_BEFORE = {
    "citizens_attachment",
    "friendships_checkin",
    "friendships_closure",
    "friendships_milestone",
    "friendships_relocation",
}
# What is anybody's to read: houses, what they look for and when they cook.
PUBLIC = {
    "foodclubs_foodclub",
    "institutions_institution",
    "institutions_interest",
    "institutions_project",
    "screening_agreement",
    "volunteers_roleprofile",
    "volunteers_rolequestion",
}
# Of these, some rows are public; those others are asked for.
PUBLIC_IN_PART = {"foodclubs_evening": "state NOT IN ('open', 'cancelled')"}
# What whoever is signed in reads or adds: the weights, what acts were done together, mails.
OF_ALL_STAFF = {
    ("matching_weightset", "SELECT"),
    ("pghistory_context", "SELECT"),
    ("letters_message", "INSERT"),
    ("letters_messagebody", "INSERT"),
}
# Who works where, and whose rows are others'.
ELSEWHERE = [("nanna", "rg60"), ("leif", "rg60"), ("karen", "nabo"), ("lars", "nabo")]
OF_NABO = "project_id = (SELECT p.id FROM institutions_project p WHERE p.slug = 'nabo-friends')"
# Who may change the row, and what may not be made of it.
NOT_TO_BE_MADE = [
    ("lars", "accounts_accesschange", "state = 'confirmed'"),
    ("karen", "citizens_wishes", OF_NABO),
    ("karen", "courses_attendance", "state = 'booked'"),
    ("karen", "foodclubs_duty", "state = 'cancelled'"),
    ("karen", "foodclubs_foodclub", OF_NABO),
    ("karen", "foodclubs_signup", "state = 'cancelled'"),
    ("lars", "friendships_checkinanswer", "heard_by_id = NULL"),
    ("sille", "institutions_membership", "user_id = (SELECT app.uid())"),
    ("sille", "letters_message", "state = 'sent'"),
    ("karen", "matching_matchround", "owner_id = (SELECT u.id FROM accounts_user u WHERE u.name = 'Nanna Nabo')"),
    ("karen", "volunteers_volunteer", "user_id = (SELECT app.uid())"),
]


def ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def copy_rows() -> None:
    """Beside each table its rows, for whoever tries to write them once more."""
    for table in {table for table, _command, _columns in ask(GRANTED)}:
        databases.as_owner(f"CREATE TABLE tests.copy_of_{table} AS TABLE {table}")
        databases.as_owner(f"GRANT SELECT ON tests.copy_of_{table} TO weshelter_app")


def tried(statement: str) -> int | str:
    """How many rows it reached, or the refusal."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT tests.silence_triggers()")
            cursor.execute(statement)
            transaction.set_rollback(True)
            return cursor.rowcount
    except DatabaseError as error:
        return str(error).splitlines()[0]


def is_refused(found: int | str) -> bool:
    """Was it row security that did not let a row be written?"""
    return "violates row-level security policy" in str(found)


def written(table: str, columns: list[str], where: str = "true") -> int | str:
    """What comes of writing the table's rows once more; nothing, if row security refuses."""
    names = ", ".join(f'"{name}"' for name in columns)
    found = tried(f"INSERT INTO {table} ({names}) SELECT {names} FROM tests.copy_of_{table} WHERE {where}")
    return 0 if is_refused(found) else found


def stranger_of(rows: Rows):
    """A user with no role anywhere."""
    return people.create_user(f"S{uuid4().hex[:8]} Stranger", by=rows.cast.sille)


def reached_by(user) -> dict[tuple[str, str], int | str]:
    """What somebody reaches of each table who has nothing to do with it; of an UPDATE, each column by itself."""
    reached = {}
    with acting(user=user):
        for table, command, columns in ask(GRANTED):
            if user and (table, command) in OF_ALL_STAFF:
                continue
            if command == "SELECT" and table not in PUBLIC:
                reached[table, command] = tried(f"SELECT FROM {table} WHERE {PUBLIC_IN_PART.get(table, 'true')}")
            elif command == "INSERT":
                reached[table, command] = written(table, columns)
            elif command == "DELETE":
                reached[table, command] = tried(f"DELETE FROM {table}")
            elif command == "UPDATE":
                for column in columns:
                    reached[table, column] = tried(f'UPDATE {table} SET "{column}" = DEFAULT')
    return reached


def reached_elsewhere(user, house: House) -> dict[tuple[str, str], int | str]:
    """What somebody of one house writes of another's rows: each row once more, and each column of each."""
    theirs = f"project_id IN ({house.friends.pk}, {house.food.pk})"
    having_a_project = ask("SELECT table_name FROM information_schema.columns WHERE column_name = 'project_id'")
    reached = {}
    with acting(user=user):
        for table, command, columns in ask(GRANTED):
            if (table,) in having_a_project and command == "INSERT" and (table, command) not in OF_ALL_STAFF:
                reached[table, command] = written(table, columns, theirs)
            elif (table,) in having_a_project and command == "UPDATE":
                for column in columns:
                    reached[table, column] = tried(f'UPDATE {table} SET "{column}" = DEFAULT WHERE {theirs}')
    return reached


def made_of(rows: Rows, who: str, table: str, change: str) -> int | str:
    """What comes of a change to the rows that somebody may change."""
    with acting(user=getattr(rows.cast, who)):
        return tried(f"UPDATE {table} SET {change}")
