"""What declares no access is closed, shown with a throw-away address, table, admin page, column and link purpose."""

import csv
import io
from types import ModuleType, SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib import admin
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from access.context import acting
from access.links import hashed
from access.roles import Role
from institutions.models import Interest
from reports.export import Column, csv_file
from reports.report import columns
from weshelter import urls
from weshelter.admin import SecretariatSite
from weshelter.tests import people
from weshelter.tests.matrix import Page, expected
from weshelter.tests.rows import Rows
from weshelter.tests.test_row_security import OPEN_TABLES

EVERYBODY = [None, "sille", "karen", "lars"]


def boom(request, **kwargs):
    return HttpResponse("everything")


def site_with(*patterns):
    """The site with more addresses than it has."""
    module = ModuleType("throw_away_urls")
    module.urlpatterns = [*patterns, *urls.urlpatterns]
    module.handler404, module.handler403 = urls.handler404, urls.handler403
    return override_settings(ROOT_URLCONF=module)


def status_for(client, cast, who, address):
    if who:
        people.sign_in(client, getattr(cast, who))
    return client.get(address).status_code


@pytest.mark.parametrize("who", EVERYBODY)
def test_an_address_that_declares_nothing_is_closed(client, cast, who):
    with site_with(path("boom/", boom)):
        assert status_for(client, cast, who, "/boom/") == 404


def test_a_name_in_an_address_that_nothing_is_made_for_fails():
    page = Page("boom/<uuid:never_heard_of>/", "boom", boom, None)

    with pytest.raises(KeyError, match="never_heard_of"):
        Rows(cast=SimpleNamespace(), named={"rg60": {}}).values(page.names, "rg60")


@pytest.mark.parametrize("login", ["app", "jobs"])
def test_a_table_that_nobody_secured_is_closed(committed, as_login, login):
    as_login("owner")
    connection.cursor().execute("CREATE TABLE boom (secret text)")
    try:
        as_login(login)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute("SELECT * FROM boom")
    finally:
        as_login("owner")
        connection.cursor().execute("DROP TABLE boom")


def test_a_table_that_nobody_secured_has_no_reason_yet():
    assert "boom" not in OPEN_TABLES


class Boom(admin.ModelAdmin):
    def get_urls(self):
        return [path("boom/", boom), *super().get_urls()]


@pytest.mark.parametrize(("who", "status"), [(None, 302), ("sille", 200), ("karen", 404), ("lars", 404)])
def test_a_page_added_to_the_admin_is_the_secretariats(client, cast, who, status):
    site = SecretariatSite(name="throw_away")
    site.register(Interest, Boom)

    with site_with(path("boom/", site.urls)):
        assert status_for(client, cast, who, "/boom/institutions/interest/boom/") == status


@pytest.mark.parametrize("who", EVERYBODY)
def test_an_admin_of_its_own_that_declares_nothing_is_closed(client, cast, who):
    site = admin.AdminSite(name="throw_away")
    site.register(Interest)

    with site_with(path("boom/", site.urls)):
        assert status_for(client, cast, who, "/boom/institutions/interest/") == 404


def test_the_admin_takes_no_models_of_libraries():
    from django.contrib.sessions.models import Session

    site = SecretariatSite(name="throw_away")
    site.register(Session)

    assert not site.is_registered(Session)


def test_a_column_of_a_file_that_declares_no_role_is_left_out(cast):
    house = Column("House", lambda line: "RG60", frozenset({Role.LEAD}))
    name = Column("Name", lambda line: "Bo")

    with acting(user=cast.lars):
        content = csv_file("boom.csv", [house, name], [None], cast.lars).content.decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(content), delimiter=";")) == [["House"], ["RG60"]]


def test_every_column_of_the_figures_declares_who_may_take_it():
    assert [column.heading for column in columns() if not column.roles] == []


def test_a_link_of_a_purpose_that_no_page_declares_cannot_be_made(cast):
    volunteer = people.ready_volunteer(cast)

    with pytest.raises(DatabaseError, match="outside the scope"), acting(user=cast.karen):
        connection.cursor().execute(
            "SELECT app.issue_link('boom', %s, NULL, %s, now() + interval '1 day')", [volunteer.pk, hashed("t0ken")]
        )


def test_what_nobody_declared_is_expected_nowhere():
    page = Page("boom/", "boom", boom, None)

    assert {str(expected(page, who, "rg60", "GET").value) for who in ("sille", "nobody")} == {"is not there"}


def test_a_link_that_never_was_opens_nothing(client, cast):
    assert client.get(f"/min-side/{uuid4()}/").status_code == 404
