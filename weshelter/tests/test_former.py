"""A demo of a former version is met with a sentence and made anew; one of this version keeps what was typed into it."""

import os
from contextlib import closing

import psycopg2
import pytest

from weshelter import postgres
from weshelter.former import is_of_a_former_version


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    folder = tmp_path_factory.mktemp("former")
    yield folder
    postgres.Cluster("site", folder).remove()


@pytest.fixture
def site(checkout, monkeypatch):
    """The demo's database of another checkout, empty at first."""
    for name in postgres.URLS:
        monkeypatch.delenv(name, raising=False)
    with postgres.running("site", checkout=checkout):
        yield ask


def ask(sql: str) -> list[tuple]:
    with closing(psycopg2.connect(os.environ["DATABASE_OWNER_URL"])) as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        found = cursor.fetchall() if cursor.description else []
        connection.commit()
        return found


MADE_BY = (
    "CREATE TABLE IF NOT EXISTS django_migrations (app text, name text); DELETE FROM django_migrations;"
    " INSERT INTO django_migrations VALUES ('sessions', '0001_initial'), ('citizens', '{name}')"
)


def test_an_empty_one_and_one_of_this_version_are_kept(site):
    assert not is_of_a_former_version()
    site(MADE_BY.format(name="0001_tables"))
    assert not is_of_a_former_version()


def test_one_whose_migrations_are_here_no_more_is_made_anew(site, checkout):
    site(MADE_BY.format(name="0009_wishes_and_homes"))
    assert is_of_a_former_version()

    postgres.empty("site", checkout=checkout)

    assert site("SELECT to_regclass('django_migrations')") == [(None,)]
    assert not is_of_a_former_version()
