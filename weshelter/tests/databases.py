"""The tests' database: a copy of one that was migrated once, for migrating takes a minute and copying a second.

The migrated one stays in the tests' own cluster (`.pgdata/tests`) until a migration, or what makes migrations, says
something else.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from access.installation import install, is_installed
from weshelter import postgres

# What a migrated database is made of; functions, triggers and policies are brought up to date in the copy.
MADE_OF = ("*/migrations/*.py", "weshelter/roles.sql", "requirements.txt")


# What only the server may do (make somebody one of the secretariat, move a row's day), a test does by the owner's hand
# and within its own transaction. No other database has this.
BY_THE_OWNER = """
CREATE SCHEMA tests;
GRANT USAGE ON SCHEMA tests TO weshelter_app;
CREATE FUNCTION tests.by_the_owner(statement text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp SET timezone = 'Europe/Copenhagen'
    AS $$ BEGIN EXECUTE statement; END $$;
"""

# Real commits are taken back by emptying the tables; no trigger and no policy has a word in it. TRUNCATE would make the
# files of all of them anew, half a second each time. Who still writes is waited for, as TRUNCATE does. Until the end of
# a transaction the triggers can be silent, so that the policies are asked alone.
BY_THE_SUPERUSER = """
CREATE FUNCTION tests.empty(but text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog SET session_replication_role = replica AS $$
DECLARE
    one regclass;
BEGIN
    FOR one IN SELECT oid::regclass FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL (but) LOOP
        EXECUTE format('LOCK TABLE %s IN EXCLUSIVE MODE', one);
        EXECUTE format('DELETE FROM %s', one);
    END LOOP;
END
$$;
CREATE FUNCTION tests.silence_triggers() RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog AS $$ SELECT set_config('session_replication_role', 'replica', true) $$;
"""
FILLED_BY_MIGRATIONS = ["django_migrations", "django_content_type", "auth_permission", "institutions_interest"]


def as_owner(statement: str, *values) -> None:
    """Do it as the owner of the tables, without leaving the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tests.by_the_owner(%s)", [cursor.mogrify(statement, values).decode()])


def counted_as_owner(statement: str, *values) -> int:
    """What a count of all rows gives, whoever is acting."""
    as_owner(f"SELECT set_config('tests.counted', ({statement})::text, true)", *values)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('tests.counted')")
        return int(cursor.fetchone()[0])


def as_superuser():
    """A session of whoever may silence triggers; in production nobody logs in so."""
    return postgres.as_superuser(postgres.secrets("tests"), connection.settings_dict["NAME"])


def empty() -> None:
    """No rows but those of migrations, as the app and with real commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tests.empty(%s)", [FILLED_BY_MIGRATIONS])


def make(name: str) -> None:
    """Make the tests' database and connect to it, as the owner."""
    migrated = f"migrated_{fingerprint()}"
    with one_at_a_time():
        if migrated not in kept():
            migrate(migrated)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")  # of a run that was killed and had this number
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE {migrated}")
    connection.settings_dict["NAME"] = name
    if not is_installed():
        install()
    with connection.cursor() as cursor:
        cursor.execute(BY_THE_OWNER)
        cursor.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")  # as roles.sql does for the site's
        cursor.execute(f"GRANT CONNECT ON DATABASE {name} TO weshelter_app, weshelter_jobs")
    with as_superuser() as session, session.cursor() as cursor:
        cursor.execute(BY_THE_SUPERUSER)


def destroy(name: str) -> None:
    """Drop the tests' database, as the owner."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")


def migrate(name: str) -> None:
    """Make the migrated one under a name that it gets when it is whole; those of other migrations go."""
    connection.settings_dict["TEST"]["NAME"] = f"half_{name}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    with connection._nodb_cursor() as cursor:
        for former in kept(but=f"half_{name}"):
            cursor.execute(f"DROP DATABASE {former} WITH (FORCE)")
        cursor.execute(f"ALTER DATABASE half_{name} RENAME TO {name}")


def kept(but: str = "") -> list[str]:
    """The migrated ones that there are, whole or left half made."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname ~ '^(half_)?migrated_' AND datname <> %s", [but])
        return [name for (name,) in cursor.fetchall()]


def fingerprint() -> str:
    """The same for the same migrations."""
    root, text = Path(settings.BASE_DIR), hashlib.sha256()
    for path in sorted(path for pattern in MADE_OF for path in root.glob(pattern)):
        text.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return text.hexdigest()[:16]


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Of several workers the first one migrates; the lock dies with its holder."""
    with postgres.Cluster("tests", postgres.CHECKOUT).lock_file("migrated.lock") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
