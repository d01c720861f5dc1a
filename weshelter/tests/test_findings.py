"""Faults that trials of row security showed, F1 to F14 of the access page: each has a test that keeps it away.

Those that belong to a subject stand there, marked with their number; here are the others, and the count of all.
"""

import re

import pytest
from django.db import connection, models, transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import path

from access.context import acting, set_context
from access.declaration import SIGNED_IN, access
from citizens.models import Citizen
from weshelter.tests import people
from weshelter.tests.code import ROOT, our_models
from weshelter.tests.test_row_security import UNREADABLE, ask

# Texts that are unique over all scopes: each with the reason why it tells nothing about a hidden row.
UNIQUE_TEXTS = {
    "access_attempt": "a salted hash, counted by a function that answers yes or no",
    "history_failure": "names of pages, tasks and jobs, counted by a function that answers nothing",
    "weshelter_workersign": "a random key of each worker",
    "access_link": "a hash of a random token",
    "institutions_institution": "houses are public",
    "institutions_interest": "the vocabulary is public",
    "institutions_project": "projects are public",
}
KEYS = {"app.uid", "app.link", "app.new_id"}


@access(SIGNED_IN)
def counts_at_once(request):
    """Asks within the view."""
    return HttpResponse(str(Citizen.objects.count()))


@access(SIGNED_IN)
def counts_when_rendered(request):
    """Asks while the template is rendered, after the view has ended, as the admin does."""
    template = engines["django"].from_string("{{ citizens.count }}")
    return SimpleTemplateResponse(template, {"citizens": Citizen.objects.all()})


@access(SIGNED_IN)
def streams(request):
    """Would ask after everything has ended."""
    return StreamingHttpResponse(str(Citizen.objects.count()) for _once in range(1))


urlpatterns = [
    path("proev/straks/", counts_at_once),
    path("proev/senere/", counts_when_rendered),
    path("proev/strøm/", streams),
]
handler404 = "weshelter.views.not_found"


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/proev/straks/", marks=pytest.mark.finding("F1")),
        pytest.param("/proev/senere/", marks=pytest.mark.finding("F2")),
    ],
)
def test_the_context_lasts_from_the_middleware_to_the_end_of_rendering(client, committed_cast, address):
    people.create_citizen(committed_cast)
    people.sign_in(client, committed_cast.karen)

    assert client.get(address).content == b"1"


@pytest.mark.urls(__name__)
@pytest.mark.finding("F2")
def test_a_response_that_would_outlive_its_transaction_is_refused(committed_cast):
    client = Client(raise_request_exception=False)
    people.sign_in(client, committed_cast.karen)

    assert client.get("/proev/strøm/").status_code == 500


@pytest.mark.finding("F3")
def test_a_pooled_connection_carries_nobody_to_the_next_transaction(committed_cast):
    with acting(user=committed_cast.karen):
        assert ask("SELECT app.uid()") == [committed_cast.karen.pk]

    assert ask("SELECT app.uid()") == [None]
    with pytest.raises(RuntimeError, match="as long as a transaction"):
        set_context(uid=committed_cast.karen.pk)


@pytest.mark.finding("F7")
def test_the_tables_that_scopes_are_looked_up_in_can_be_read_by_every_login(committed_cast, as_login):
    roots = ["institutions_membership", "institutions_project", "institutions_institution", "citizens_attachment"]

    for login in ("owner", "jobs", "app"):
        as_login(login)
        for table in roots:
            assert ask(f"SELECT count(*) >= 0 FROM {table}") == [True]


@pytest.mark.finding("F9")
def test_whatever_belongs_to_a_citizen_or_a_match_carries_the_project_in_its_key(db):
    """A plain foreign key is checked past row security, so it would accept a hidden parent."""
    loose = ask(
        """
        SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname IN ('citizen_id', 'match_id')
            AND EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.oid AND p.attname = 'project_id')
            AND c.relname NOT LIKE '%%event'
            AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'
                AND a.attnum = ANY (k.conkey) AND cardinality(k.conkey) = 2)
        """
    )

    assert loose == []


@pytest.mark.finding("F10")
def test_no_unique_text_tells_whether_a_hidden_row_is_there(db):
    unique = ask(
        """
        SELECT DISTINCT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE i.indisunique AND c.relrowsecurity AND c.relnamespace = 'public'::regnamespace
            AND (SELECT bool_and(a.atttypid IN ('text'::regtype, 'varchar'::regtype)) FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]))
        """
    )

    assert set(unique) == set(UNIQUE_TEXTS)


@pytest.mark.finding("F11")
def test_deleting_a_row_asks_no_table_that_the_site_cannot_read():
    """Django looks for children before it deletes, unless it is told to leave them to the database."""
    asked = {
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        if model._meta.db_table in UNREADABLE
        for field in model._meta.concrete_fields
        if field.remote_field and field.remote_field.on_delete is not models.DO_NOTHING
    }

    assert asked == {"notes.DataKey.project"}  # nobody may delete a project: institutions/admin.py


@pytest.mark.finding("F12")
def test_a_role_or_scope_in_a_variable_opens_nothing(cast):
    people.create_citizen(cast)

    with transaction.atomic(), connection.cursor() as cursor:
        for name in ("role", "is_secretariat", "projects", "own_projects", "houses", "scope"):
            cursor.execute("SELECT set_config(%s, %s, true)", [f"app.{name}", str(cast.rg60.friends.pk)])
        set_context(uid=cast.nanna.pk)

        assert Citizen.objects.count() == 0


@pytest.mark.finding("F12")
def test_functions_and_policies_ask_only_who_acts(db):
    """What history writes beside a change (the page, the job) is no scope, and no policy asks for it."""
    sources = ask(
        "SELECT prosrc FROM pg_proc WHERE pronamespace IN ('app'::regnamespace, 'public'::regnamespace)"
        " AND proname <> '_pgh_attach_context'"
    )
    sources += ask("SELECT concat(qual, with_check) FROM pg_policies")
    read = {name for source in sources for name in re.findall(r"current_setting\('([^']+)'", source)}

    assert {name for name in read if name.startswith("app.")} == KEYS
    assert not [source for source in sources if "session_user" in source]
    assert ask("SELECT count(*) FROM pg_policies WHERE concat(qual, with_check) LIKE '%%_pgh_attach_context%%'") == [0]


def test_each_of_the_fourteen_findings_has_its_test():
    tests = [path for path in ROOT.rglob("tests/test_*.py") if ".venv" not in path.parts]
    marked = {found for path in tests for found in re.findall(r'mark\.finding\("(F\d+)"\)', path.read_text())}

    assert marked == {f"F{number}" for number in range(1, 15)}
