"""The database says what the files in `database/` say, no more and no less, and an app's SQL looks no higher than its
Python; what a gate refuses has its sentence, and states change by their models' MOVES.
"""

import re
from itertools import permutations

import pgtrigger
import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.commands import migrate as django_migrate
from django.db import DatabaseError, connection, transaction

from access import installation
from history.moves import SENTENCES
from weshelter.management.commands import migrate as site_migrate
from weshelter.tests.code import LAYERS, ROOT, our_models

LAYER = {app: number for number, layer in enumerate(LAYERS) for app in layer}
ROOMS = [app for layer in LAYERS for app in layer if (ROOT / app / "database").is_dir()]
WITH_MOVES = [model for model in our_models() if hasattr(model, "MOVES")]

CATALOGUE = """
SELECT 'function ' || p.oid::regprocedure, pg_get_functiondef(p.oid) || coalesce(p.proacl::text, 'everybody')
FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace OR p.proname LIKE '\\_pg%'
UNION ALL SELECT 'policy ' || p.policyname || ' on ' || p.tablename, p::text FROM pg_policies p
UNION ALL SELECT 'trigger ' || t.tgname || ' on ' || t.tgrelid::regclass, pg_get_triggerdef(t.oid) || t.tgenabled::text
FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal AND p.proname NOT LIKE 'pgtrigger%'
UNION ALL SELECT 'table ' || c.relname, c.relrowsecurity::text || c.relforcerowsecurity || array(
    SELECT a::text FROM unnest(c.relacl) a ORDER BY 1)::text FROM pg_class c
WHERE c.relkind IN ('r', 'S') AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
UNION ALL SELECT 'column ' || a.attrelid::regclass || '.' || a.attname, a.attacl::text FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL AND c.relnamespace = 'public'::regnamespace
"""


def ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def do(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def owner(committed, as_login):
    """The owner of the tables, in a transaction that is taken back."""
    as_login("owner")
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_the_database_says_what_the_files_say(owner):
    found = dict(ask(CATALOGUE))

    installation.install()

    assert found == dict(ask(CATALOGUE))


@pytest.mark.parametrize(
    "more",
    [
        "CREATE FUNCTION app.planted() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION app.uid() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT NULL::uuid'",
        "GRANT EXECUTE ON FUNCTION app.requirements(uuid[]) TO weshelter_app",
        "CREATE POLICY planted ON citizens_citizen FOR SELECT TO weshelter_app USING (true)",
        "DROP POLICY scope_select ON citizens_citizen",
        "ALTER TABLE citizens_citizen NO FORCE ROW LEVEL SECURITY",
        "DROP TRIGGER gate ON matching_match",
        "ALTER TABLE matching_match DISABLE TRIGGER gate",
        "CREATE TRIGGER planted BEFORE INSERT ON citizens_wishes FOR EACH ROW EXECUTE FUNCTION app.only_moves('a')",
        "GRANT UPDATE (number) ON citizens_citizen TO weshelter_app",
        "GRANT SELECT ON access_link TO weshelter_app",
        "ALTER TABLE django_content_type ENABLE ROW LEVEL SECURITY",
    ],
)
def test_more_or_less_than_the_files_say_is_seen(owner, more):
    do(more)
    found = dict(ask(CATALOGUE))

    installation.install()

    assert found != dict(ask(CATALOGUE))


# What no file says and no installation takes away: functions outside `app` that are no library's, views, rules, tables
# in `app`, and whatever is anybody's.
BESIDE = """
SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND p.proname NOT LIKE 'pgtrigger%' AND p.proname NOT IN ('_pgh_attach_context', '_pgtrigger_should_ignore')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL SELECT c.relname FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace
    OR c.relkind NOT IN ('S', 'i') AND c.relnamespace = 'app'::regnamespace
UNION ALL SELECT r.rulename FROM pg_rules r WHERE r.schemaname IN ('public', 'app')
UNION ALL SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a
    WHERE a.grantee = 0 AND c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
"""


def test_nothing_of_ours_stands_beside_what_is_installed(db):
    assert ask(BESIDE) == []


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE FUNCTION public.planted() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "CREATE VIEW public.planted AS SELECT id FROM citizens_citizen",
        "CREATE TABLE app.planted (id int)",
        "CREATE RULE planted AS ON DELETE TO citizens_citizen DO INSTEAD NOTHING",
        "GRANT SELECT ON citizens_citizen TO PUBLIC",
    ],
)
def test_what_stands_beside_it_is_seen(owner, planted):
    do(planted)

    assert len(ask(BESIDE)) == 1


def test_whatever_interrupts_a_migration_the_next_one_installs(owner, monkeypatch):
    """What a migration makes anew has no rights of its own until the installation."""
    monkeypatch.setattr(site_migrate, "something_is_to_run", lambda: True)
    monkeypatch.setattr(django_migrate.Command, "handle", interrupted)
    with pytest.raises(KeyboardInterrupt):
        call_command("migrate")
    assert not installation.is_installed()

    monkeypatch.undo()
    call_command("migrate", verbosity=0)

    assert installation.is_installed()


def interrupted(*_args, **_options):
    raise KeyboardInterrupt


def test_the_history_is_written_by_the_triggers_that_the_models_ask_for(db):
    asked = {(trigger.get_pgid(model), model._meta.db_table) for model, trigger in pgtrigger.registered()}

    there = ask(
        "SELECT t.tgname, t.tgrelid::regclass::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal AND p.proname LIKE 'pgtrigger%'"
    )

    assert set(there) == asked


def text_of(app: str) -> str:
    """An app's own words of SQL: its functions as they are written, its policies as they are made."""
    written = [text for path, text in installation.files().items() if path.startswith(f"{app}/")]
    made = [one for policy in installation.said(app, "policies", "POLICIES", []) for one in policy]
    return "\n".join([*written, *made])


def named_upward(app: str, text: str) -> set[str]:
    """Tables and functions of layers above, or beside, that a text names; words within EXECUTE count too."""
    of = {model._meta.db_table: model._meta.app_label for model in apps.get_models(include_auto_created=True)}
    for path, written in installation.files().items():
        of |= dict.fromkeys(re.findall(r"CREATE FUNCTION (app\.\w+)", written), path.split("/")[0])
    words = set(re.findall(r"\b(?:app\.)?[a-z]+_?[a-z_]*\b", re.sub(r"--[^\n]*", "", text)))
    return {word for word in words if of.get(word) in LAYER and of[word] != app and LAYER[of[word]] >= LAYER[app]}


@pytest.mark.parametrize("app", ROOMS)
def test_the_sql_of_an_app_names_only_its_own_and_lower_layers(app):
    assert named_upward(app, text_of(app)) == set()


@pytest.mark.parametrize("app", [app for app in ROOMS if LAYER[app] < LAYER["notes"]])
def test_a_name_from_above_is_found(app):
    assert named_upward(app, "SELECT FROM notes_guidance") == {"notes_guidance"}
    assert named_upward(app, "EXECUTE 'DELETE FROM notes_guidance'") == {"notes_guidance"}
    assert named_upward(app, "PERFORM app.friend_view(of_match)") == {"app.friend_view"}


def test_whatever_a_gate_refuses_has_its_sentence():
    raised = {name for text in installation.files().values() for name in re.findall(r"CONSTRAINT = '(\w+)'", text)}

    assert raised - set(SENTENCES) == set()


def makes(arguments: str, before: str, after: str) -> bool:
    """Does the database make this move where the trigger has these arguments?"""
    do(
        "CREATE TEMP TABLE IF NOT EXISTS tried (state text)",
        "CREATE OR REPLACE TRIGGER moves BEFORE UPDATE ON tried FOR EACH ROW"
        f" EXECUTE FUNCTION app.only_moves({arguments})",
        f"TRUNCATE tried; INSERT INTO tried VALUES ('{before}')",
    )
    try:
        with transaction.atomic():
            do(f"UPDATE tried SET state = '{after}'")
    except DatabaseError:
        return False
    return True


def live(model) -> str:
    """The arguments of the table's trigger in the database."""
    ((definition,),) = ask(
        "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE t.tgname = 'moves' AND t.tgenabled = 'O'"
        f" AND t.tgrelid = '{model._meta.db_table}'::regclass"
    )
    assert "BEFORE UPDATE OF state ON" in definition
    assert "app.only_moves(" in definition
    return definition.partition("app.only_moves(")[2].rstrip(")")


def moves_of(model) -> set[tuple[str, str]]:
    return {(str(before), str(after)) for before, afters in model.MOVES.items() for after in afters}


def pairs_of(model) -> list[tuple[str, str]]:
    return list(permutations([state for state, _label in model._meta.get_field("state").choices], 2))


@pytest.mark.parametrize("model", WITH_MOVES, ids=lambda model: model._meta.label)
def test_a_state_changes_by_the_moves_of_the_model_alone(owner, model):
    arguments = live(model)

    assert {pair for pair in pairs_of(model) if makes(arguments, *pair)} == moves_of(model)


@pytest.mark.parametrize("model", WITH_MOVES, ids=lambda model: model._meta.label)
def test_a_move_more_or_less_in_the_database_is_seen(owner, model):
    arguments = set(live(model).split(", "))
    for before, after in pairs_of(model):
        changed = ", ".join(arguments ^ {f"'{before}>{after}'"})

        assert makes(changed, before, after) != ((before, after) in moves_of(model))
