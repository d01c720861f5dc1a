"""What the database knows of a login opens none: who can write SQL as the app neither takes one over nor makes one."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.sessions import key_of
from weshelter.tests import people

DESK = reverse("coordinators:desk")
MINE = "s" * 32


def run(statement: str, *values) -> list:
    """As the app's login, whoever acts."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def browser_with(cookie: str) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    return client


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("accounts:alive")).json()["signed_in"]


@pytest.fixture
def karen(cast):
    """Karen's browser, logged in by the page."""
    client = Client()
    people.log_in(client, cast.karen)
    return client


@pytest.mark.feature(88)
@pytest.mark.parametrize("table", ["django_session", "usersessions_usersession"])
def test_no_key_that_the_app_can_read_is_a_login(karen, table):
    keys = [key for (key,) in run(f"SELECT session_key FROM {table}")]

    assert key_of(karen.cookies[settings.SESSION_COOKIE_NAME].value) in keys
    assert [key for key in keys if is_signed_in(browser_with(key))] == []
    assert is_signed_in(karen)


def test_no_cell_of_either_table_holds_the_cookie(karen):
    secret = karen.cookies[settings.SESSION_COOKIE_NAME].value

    (found,) = run(
        "SELECT (SELECT count(*) FROM django_session s WHERE s::text LIKE %s)"
        " + (SELECT count(*) FROM usersessions_usersession u WHERE u::text LIKE %s)",
        f"%{secret}%", f"%{secret}%",
    )  # fmt: skip

    assert found == (0,)


@pytest.mark.feature(88)
def test_somebody_elses_login_copied_into_ones_own_opens_nothing(cast, karen):
    nanna = Client()
    people.log_in(nanna, cast.nanna)
    hers, mine = (key_of(one.cookies[settings.SESSION_COOKIE_NAME].value) for one in (karen, nanna))

    run(
        "UPDATE django_session SET session_data = (SELECT session_data FROM django_session WHERE session_key = %s)"
        " WHERE session_key = %s",
        hers, mine,
    )  # fmt: skip

    assert not is_signed_in(nanna)


@pytest.mark.feature(88)
def test_somebody_elses_login_put_under_a_cookie_of_ones_own_opens_nothing(karen):
    hers = key_of(karen.cookies[settings.SESSION_COOKIE_NAME].value)

    run("UPDATE django_session SET session_key = %s WHERE session_key = %s", key_of(MINE), hers)

    assert not is_signed_in(browser_with(MINE))


def test_the_cookie_is_new_after_the_login_and_its_row_is_known_by_the_key(cast):
    client = Client()
    client.get(reverse("account_login"))
    before = client.session.secret

    people.log_in(client, cast.karen)

    assert client.session.secret != before
    assert client.session.session_key == key_of(client.session.secret)
    assert client.get(DESK).status_code == 200
