"""The second lock, as the database has it, and that the site serves with no login that it does not bind."""

import importlib

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction

from access.boot import fault_of, refuse_wrong_login
from access.context import acting
from weshelter.tests import people
from weshelter.tests.code import ROOT, our_models

# Tables without row security: ids and names of staff, no citizen and no volunteer. Each with its reason.
OPEN_TABLES = {
    "accounts_user": "staff; asked before anybody acts",
    "account_emailaddress": "staff's addresses, asked at the login",
    "account_emailconfirmation": "allauth's, of staff's addresses",
    "auth_group": "Django's, empty",
    "auth_group_permissions": "Django's, empty",
    "auth_permission": "names of models",
    "accounts_loginattempts": "times of attempts under salted hashes, forgotten daily",
    "django_admin_log": "ids and neutral names",
    "django_content_type": "names of models",
    "django_migrations": "names of migrations",
    "django_session": "asked before anybody acts; the hash of a cookie, and what is signed for it alone",
    "mfa_authenticator": "staff's second factors, encrypted",
    "usersessions_usersession": "where staff is logged in, asked at the login",
}
UNREADABLE = ["access_attempt", "access_link", "letters_messagebody", "notes_confidencebody", "notes_datakey"]
APPEND_ONLY = ["history_accesslog", "history_accesstrail", "history_anchor", "reports_figure"]


def ask(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def tables():
    return ask(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p')"
    )


@pytest.mark.finding("F14")
def test_every_table_has_row_security_or_a_reason(db):
    without = ask(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p')"
        " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )

    assert set(without) == set(OPEN_TABLES)


@pytest.mark.finding("F7")
def test_every_policy_names_a_group(db):
    assert set(ask("SELECT DISTINCT unnest(roles)::text FROM pg_policies")) == {
        "weshelter_owner",
        "weshelter_app",
        "weshelter_jobs",
    }


def test_every_function_with_the_owners_rights_pins_its_search_path(db):
    loose = ask(
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname IN ('public', 'app') AND p.prosecdef"
        " AND NOT coalesce(array_to_string(p.proconfig, ',') LIKE '%%search_path=%%', false)"
    )

    assert loose == []


def test_nobody_else_may_call_our_functions(db):
    callable_by_all = ask(
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname = 'app' AND has_function_privilege('public', p.oid, 'EXECUTE')"
    )

    assert callable_by_all == []


def test_no_view_looks_past_row_security(db):
    views = ask(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('v', 'm')"
        " AND NOT coalesce(array_to_string(c.reloptions, ',') LIKE '%%security_invoker=true%%', false)"
    )

    assert views == []


def may(what, login="weshelter_app"):
    """The tables with which a group may do something, with all or with some columns."""
    check = "has_table_privilege" if what in {"TRUNCATE", "DELETE"} else "has_any_column_privilege"
    return {table for table in tables() if ask(f"SELECT {check}(%s, %s, %s)", login, table, what)[0]}


def test_the_app_empties_no_table(db):
    assert may("TRUNCATE") == set()
    assert may("TRUNCATE", "weshelter_jobs") == set()


@pytest.mark.parametrize("what", ["UPDATE", "DELETE"])
def test_the_app_changes_nothing_that_is_only_added_to(db, what):
    assert may(what) & set(APPEND_ONLY) == set()


def test_the_background_jobs_cannot_change_the_logs(db):
    logs = {"history_accesslog", "history_accesstrail", "history_anchor"}

    assert logs & (may("UPDATE", "weshelter_jobs") | may("DELETE", "weshelter_jobs")) == set()


def test_the_app_cannot_read_bodies_keys_and_links(db):
    assert set(UNREADABLE) <= set(tables())
    assert may("SELECT") & set(UNREADABLE) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE weshelter_owner",
        "SET ROLE weshelter_jobs",
        "SET SESSION AUTHORIZATION weshelter_owner",
        "ALTER ROLE ws_owner PASSWORD 'x'",
        "ALTER ROLE ws_jobs PASSWORD 'x'",
        "ALTER ROLE ws_jobs SET app.uid = 'x'",
        "ALTER TABLE citizens_citizen DISABLE ROW LEVEL SECURITY",
        "DROP POLICY scope_select ON citizens_citizen",
        "TRUNCATE citizens_citizen CASCADE",
        "GRANT SELECT ON access_link TO weshelter_app",
        "CREATE TABLE public.mine (id int)",
        "CREATE FUNCTION app.own_projects(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "UPDATE history_accesslog SET purpose = ''",
        "DELETE FROM history_accesslog",
    ],
)
def test_the_apps_login_is_refused(db, statement):
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(statement)


def test_a_login_may_change_its_own_password_so_the_decision_says_what_guards_it(db):
    """The day PostgreSQL refuses it, the line in decisions/0002 goes."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER ROLE CURRENT_USER PASSWORD 'another'")

    assert "change its own password" in next((ROOT / "docs/decisions").glob("0002-*")).read_text()


GOOD = {"name": "web", "superuser": False, "bypassrls": False, "owner": False, "jobs": False, "app": True}


@pytest.mark.finding("F5")
@pytest.mark.parametrize("too_much", ["superuser", "bypassrls", "owner", "jobs"])
def test_the_site_does_not_serve_with_a_login_that_row_security_does_not_bind(too_much):
    assert fault_of(GOOD) == ""
    assert fault_of({**GOOD, too_much: True})
    assert fault_of({**GOOD, "app": False})


@pytest.mark.finding("F5")
@pytest.mark.parametrize("login", ["owner", "jobs"])
def test_the_site_refuses_to_start_as_anybody_else(committed, as_login, login):
    refuse_wrong_login()

    as_login(login)

    with pytest.raises(ImproperlyConfigured, match=login):
        refuse_wrong_login()


def test_the_web_server_asks_before_it_serves(committed, as_login):
    from weshelter import wsgi

    as_login("owner")

    with pytest.raises(ImproperlyConfigured):
        importlib.reload(wsgi)


EVERYBODY = ["sille", "karen", "lars", "nanna", "leif"]
PUBLIC_MODELS = {"institutions.Project", "volunteers.RoleProfile", "screening.Agreement"}


def secured_models():
    return [model for model in our_models() if hasattr(model._default_manager, "visible_to")]


def create_two_pairs(cast) -> None:
    """One at each house."""
    people.create_match(cast)
    people.create_match(
        cast,
        citizen=people.create_citizen(cast, "Ib", house=cast.nabo),
        volunteer=people.ready_volunteer(cast, "Ulla Uden", house=cast.nabo),
        house=cast.nabo,
        started=False,
    )


def keys_of(rows) -> set:
    return set(rows.order_by().values_list("pk", flat=True))


@pytest.mark.parametrize("who", EVERYBODY)
def test_visible_to_says_where_nothing_hides_the_rest_what_the_database_shows(committed_cast, as_login, who):
    """Asked as the owner, who sees every row: row security cannot hide that it is too wide."""
    create_two_pairs(committed_cast)
    user = getattr(committed_cast, who)
    with acting(user=user):
        shown = {model._meta.label: keys_of(model._default_manager.all()) for model in secured_models()}

    as_login("owner")

    said = {model._meta.label: keys_of(model._default_manager.visible_to(user)) for model in secured_models()}
    assert {label: rows ^ said[label] for label, rows in shown.items() if rows != said[label]} == {}


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_database_shows_of_every_table_what_visible_to_says(cast, who):
    create_two_pairs(cast)
    user = getattr(cast, who)

    with acting(user=user):
        for model in secured_models():
            assert set(model._default_manager.all()) == set(model._default_manager.visible_to(user)), model._meta.label


def test_without_anybody_acting_only_what_is_public_has_rows(cast):
    people.create_match(cast)

    shown = {model._meta.label for model in secured_models() if model._default_manager.exists()}

    assert shown == PUBLIC_MODELS
