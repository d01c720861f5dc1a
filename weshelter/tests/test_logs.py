"""Log lines carry ids only, and a fault of ours shows neither rows nor settings to anybody."""

import io
import logging

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path

from access.declaration import PUBLIC, SIGNED_IN, access
from notes.tests.telling import link_of
from weshelter.tests import people
from weshelter.urls import urlpatterns as pages

CANARY = "Kanariefuglen-2207"


@access(PUBLIC)
def breaks(request):
    """A fault of ours, with something told in its variables and in its own text."""
    told = CANARY
    raise ValueError(f"cannot read {told}")


@access(SIGNED_IN)
def asks_wrongly(request):
    """The database's error quotes the row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::int", [CANARY])


@access(PUBLIC)
def warns(request):
    """A page that writes two lines."""
    for _line in range(2):
        logging.getLogger("weshelter").warning("looked")
    return HttpResponse(str(request.id))


urlpatterns = [path("proev/fejl/", breaks), path("proev/sql/", asks_wrongly), path("proev/advar/", warns), *pages]
handler404 = "weshelter.views.not_found"
handler403 = "weshelter.views.forbidden"


@pytest.fixture
def written(monkeypatch):
    """What the site's own handler writes, as in production."""
    [console] = [one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler]
    stream = io.StringIO()
    monkeypatch.setattr(console, "stream", stream)
    return stream


def test_only_the_sites_own_handler_writes():
    """Django's own would mail whole error reports, gunicorn's and the development server's would write addresses."""
    names = ["django", "django.request", "django.server", "django.security", "gunicorn.error"]

    assert [logging.getLogger(name).handlers for name in names] == [[], [], [], [], []]
    assert all(logging.getLogger(name).propagate for name in names)


@pytest.mark.parametrize("address", ["/min-side/{}/", "/min-side/{}/vejledning/x", "/aftale/{}", "/forslag/{}/?x=1"])
def test_a_dead_links_token_stands_in_no_line(db, client, written, address):
    token = "Zq3-" + "x_9A" * 7

    client.get(address.format(token), follow=True)

    assert "<token>" in written.getvalue()
    assert token not in written.getvalue()


def test_a_live_links_token_stands_in_no_line(client, cast, written):
    match = people.create_match(cast)
    token = link_of(match, cast.rg60)

    for address in (f"/min-side/{token}/findes-ikke/", f"/aftale/{token}/", f"/min-side/{token}/"):
        client.get(address)
        client.put(address)

    assert "<token>" in written.getvalue()
    assert token not in written.getvalue()


def test_the_id_of_a_row_stays_readable(client, cast, written):
    address = f"/borgere/{cast.agreement.pk}/findes-ikke/"

    client.get(address)

    assert address in written.getvalue()


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/proev/fejl/", "/proev/sql/"])
def test_a_fault_of_ours_shows_no_variable_no_row_and_no_setting(cast, written, address):
    client = Client(raise_request_exception=False)
    people.sign_in(client, cast.karen)

    response = client.get(address, {"q": CANARY})

    assert response.status_code == 500
    for secret in (CANARY, settings.SECRET_KEY, "SELECT", "Traceback", "weshelter/tests"):
        assert secret not in response.content.decode()
    assert "Error" in written.getvalue()
    assert CANARY not in written.getvalue()
    assert settings.SECRET_KEY not in written.getvalue()


@pytest.mark.urls(__name__)
def test_lines_of_one_request_carry_its_id(db, client, written):
    requests = [client.get("/proev/advar/").content.decode() for _request in range(2)]

    lines = written.getvalue().splitlines()
    assert [line.split()[3] for line in lines] == [requests[0], requests[0], requests[1], requests[1]]
    assert requests[0] != requests[1]


def test_the_page_of_a_fault_needs_nothing_that_may_have_failed():
    """Neither a request nor the database, which this test has not."""
    assert "<h1>" in render_to_string("500.html")


def test_nothing_is_shown_to_developers_in_production():
    assert settings.DEBUG is False
