"""What stands in the database beside the tables: the present text of every function, trigger, policy and grant.

Each app keeps it in `database/`: functions with their triggers and callers by subject (`NAME.sql`), the policies of its
tables in `policies.py`, and in `values.py` what Python and SQL must both know, filled in where the SQL says `{NAME}`.
Where a lower app asks a question that upper apps answer, each answers by a function of its own: `{any of asked(who)}`
is true if one of them says so, `{rows of came(who)}` is what they all give, `{each of done(who)}` calls them in turn;
`ANSWERS` in `values.py` names them.
At the end of `migrate` all of it is made anew in one transaction: the database says what the files say, no more and
no less. See docs/decisions/0012.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

# What migrations made stays: tables, keys, the triggers of the history.
TAKE_AWAY = """
SET LOCAL check_function_bodies = off;
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT p.policyname, p.tablename FROM pg_policies p WHERE p.schemaname = 'public' LOOP
        EXECUTE format('DROP POLICY %I ON %I', one.policyname, one.tablename);
    END LOOP;
    FOR one IN SELECT c.oid::regclass AS of_table FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity LOOP
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', one.of_table);
        EXECUTE format('REVOKE ALL ON %s FROM weshelter_app, weshelter_jobs', one.of_table);
    END LOOP;
    FOR one IN SELECT t.tgname, t.tgrelid::regclass AS of_table FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal AND p.proname NOT LIKE 'pgtrigger%' LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', one.tgname, one.of_table);
    END LOOP;
    FOR one IN SELECT p.oid::regprocedure AS called FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace LOOP
        EXECUTE format('DROP ROUTINE %s', one.called);
    END LOOP;
END
$$
"""
# They name each other, so each is read once all are there: a fault that is found by reading ends the installation. Of
# plpgsql that is its grammar; a column that it misnames is found when it runs, by the tests.
READ = """
SET LOCAL check_function_bodies = on;
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT p.oid, l.lanname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
            WHERE p.pronamespace = 'app'::regnamespace LOOP
        IF one.lanname = 'plpgsql' THEN
            PERFORM plpgsql_validator(one.oid);
        ELSE
            PERFORM fmgr_sql_validator(one.oid);
        END IF;
    END LOOP;
END
$$
"""
# A function with the owner's rights finds its names in known places only, and nobody calls one who is not granted it.
CLOSE = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT p.oid::regprocedure AS called, p.prosecdef FROM pg_proc p
            WHERE p.pronamespace = 'app'::regnamespace LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one.called);
        IF one.prosecdef THEN
            EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', one.called);
        END IF;
    END LOOP;
END
$$
"""


def install() -> None:
    """Make everything anew, as the owner of the tables; of two at once the second waits for the first."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('installation', 0))")
        cursor.execute(TAKE_AWAY)
        for statement in [*functions().values(), READ, CLOSE, *policies()]:
            cursor.execute(statement)
        cursor.execute(f"COMMENT ON SCHEMA app IS '{fingerprint()}'")


def forget() -> None:
    """Say that something may be missing: whatever ends what comes now, the next `migrate` installs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace('app') IS NOT NULL")
        if cursor.fetchone()[0]:
            cursor.execute("COMMENT ON SCHEMA app IS NULL")


def is_installed() -> bool:
    """Does the database say what the files say?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description('app'::regnamespace, 'pg_namespace')")
        return cursor.fetchone()[0] == fingerprint()


def our_apps() -> list[str]:
    """The names of the site's own apps, lower layers first."""
    return [one.label for one in apps.get_app_configs() if Path(one.path).parent == Path(settings.BASE_DIR)]


def rooms() -> list[str]:
    """Those of our apps that have a `database/`."""
    return [app for app in our_apps() if (Path(settings.BASE_DIR) / app / "database").is_dir()]


def files() -> dict[str, str]:
    """The text of every SQL file as it is written, by its path: "volunteers/database/places.sql"."""
    root = Path(settings.BASE_DIR)
    paths = [path for app in rooms() for path in sorted((root / app / "database").glob("*.sql"))]
    return {str(path.relative_to(root)): path.read_text() for path in paths}


def functions() -> dict[str, str]:
    """The same with what Python knows filled in."""
    return {path: filled(text) for path, text in files().items()}


def policies() -> list[str]:
    """The statements of every app's `policies.py`."""
    return [one for app in rooms() for policy in said(app, "policies", "POLICIES", []) for one in policy]


@cache
def values() -> dict[str, str]:
    """What both sides must know, from every app's `values.py`."""
    return {name: text for app in rooms() for name, text in said(app, "values", "VALUES", {}).items()}


@cache
def answers() -> dict[str, list[str]]:
    """The functions by which upper apps answer a question of a lower one, by the question."""
    given = [pair for app in rooms() for pair in said(app, "values", "ANSWERS", {}).items()]
    return {asked: [function for other, function in given if other == asked] for asked, _function in given}


def filled(text: str) -> str:
    """The text with each `{NAME}` and each question as Python says it; one that nobody knows is a KeyError."""
    text = re.sub(r"\{any of (\w+)(\(.*?\))\}", lambda ask: f"({' OR '.join(_calls(*ask.groups()))})", text)
    text = re.sub(r"\{rows of (\w+)(\(.*?\))\}", lambda ask: " UNION ALL ".join(_rows(*ask.groups())), text)
    text = re.sub(r"\{each of (\w+)(\(.*?\))\}", lambda do: "; PERFORM ".join(_calls(*do.groups())), text)
    return re.sub(r"\{([A-Z_]+)\}", lambda name: values()[name[1]], text)


def _calls(question: str, arguments: str) -> list[str]:
    return [f"app.{function}{arguments}" for function in answers()[question]]


def _rows(question: str, arguments: str) -> list[str]:
    return [f"SELECT * FROM {call}" for call in _calls(question, arguments)]  # noqa: S608 - our own words


def listed(codes: Iterable[str]) -> str:
    """Codes as SQL lists them: ('proposed', 'accepted')."""
    quoted = ", ".join(f"'{code}'" for code in codes)
    return f"({quoted})"


def interval(time: timedelta) -> str:
    """A time as SQL says it: interval '14 days'."""
    seconds = int(time.total_seconds())
    return f"interval '{time.days} days'" if seconds % 86_400 == 0 else f"interval '{seconds} seconds'"


def moves(table: dict) -> str:
    """A model's MOVES as the arguments of its trigger: 'proposed>accepted', 'proposed>declined'."""
    pairs = sorted(f"'{before}>{after}'" for before, afters in table.items() for after in afters)
    return ", ".join(pairs)


def fingerprint() -> str:
    """The same as long as all texts are the same."""
    text = "\n".join([TAKE_AWAY, *functions().values(), READ, CLOSE, *policies()])
    return hashlib.sha256(text.encode()).hexdigest()


def said(app: str, module: str, name: str, nothing):
    """What an app's `database/<module>.py` says under a name."""
    if not (Path(apps.get_app_config(app).path) / "database" / f"{module}.py").exists():
        return nothing
    return getattr(import_module(f"{app}.database.{module}"), name, nothing)
