"""Every page that a login or a link opens leaves a row, and so does every refusal, without names and queries."""

from uuid import uuid4

import pytest
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from history.models import AccessTrail
from weshelter.tests import people


def rows(cast, **which) -> list[AccessTrail]:
    """All rows, which only the secretariat sees."""
    with acting(user=cast.sille):
        return list(AccessTrail.objects.filter(**which).order_by("at"))


def said(row: AccessTrail) -> tuple:
    return row.actor, row.action, row.view, row.object_type, row.object_id


@pytest.mark.feature(86)
def test_a_list_leaves_a_row(client, cast):
    people.sign_in(client, cast.karen)

    client.get(reverse("citizens:list"))

    assert [said(row) for row in rows(cast)] == [(cast.karen, "shown", "citizens:list", "", None)]


@pytest.mark.feature(86)
def test_a_page_of_a_citizen_leaves_a_row_with_the_id(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.lars)

    client.get(reverse("coordinators:citizen", args=[bo.pk]))

    assert [said(row) for row in rows(cast)] == [(cast.lars, "shown", "coordinators:citizen", "citizen", bo.pk)]


def test_a_citizen_in_the_administration_leaves_a_row_with_the_id(client, cast):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.sille)

    client.get(reverse("admin:citizens_citizen_change", args=[bo.pk]))

    assert [said(row) for row in rows(cast)] == [
        (cast.sille, "shown", "admin:citizens_citizen_change", "citizen", bo.pk)
    ]


def test_a_link_leaves_a_row_with_the_links_id_and_never_the_token(client, cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        address = issue_link(Purpose.OWN_PAGE, vera, "coordinators:own_page")

    client.get(address)

    (row,) = rows(cast)
    assert (row.actor, row.action, row.view) == (None, "shown", "coordinators:own_page")
    assert row.link_id is not None
    assert address.rstrip("/").rsplit("/", 1)[1] not in str(vars(row))


def test_what_is_open_to_everybody_leaves_none(client, cast):
    client.get("/")
    client.get(reverse("volunteers:apply"))
    client.get(reverse("account_login"))

    assert rows(cast) == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_citizen_of_another_house_leaves_a_refusal_with_the_id(client, cast, method):
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.nanna)

    response = getattr(client, method)(reverse("citizens:wishes", args=[bo.pk]))

    assert response.status_code == 404
    assert [said(row) for row in rows(cast)] == [(cast.nanna, "not_found", "citizens:wishes", "citizen", bo.pk)]


def test_an_id_that_is_nobodys_leaves_the_same_row(client, cast):
    nobody = uuid4()
    people.sign_in(client, cast.nanna)

    client.get(reverse("citizens:wishes", args=[nobody]))

    assert [said(row) for row in rows(cast)] == [(cast.nanna, "not_found", "citizens:wishes", "citizen", nobody)]


def test_a_page_of_another_role_leaves_a_refusal(client, cast):
    people.sign_in(client, cast.lars)

    client.get(reverse("coordinators:desk"))

    assert [said(row) for row in rows(cast)] == [(cast.lars, "not_found", "coordinators:desk", "", None)]


def test_what_one_sees_and_may_not_do_leaves_a_refusal_after_the_roll_back(client, committed_cast):
    cast = committed_cast
    bo = people.create_citizen(cast)
    people.sign_in(client, cast.lars)

    response = client.get(reverse("matching:propose", args=[bo.pk]))

    assert response.status_code == 403
    assert [said(row) for row in rows(cast)] == [(cast.lars, "denied", "matching:propose", "citizen", bo.pk)]


def test_a_dead_link_leaves_a_refusal_without_anybody(client, cast):
    client.get(reverse("coordinators:own_page", args=["ikke-en-noegle"]))

    (row,) = rows(cast)
    assert (row.actor, row.link_id, row.action, row.view) == (None, None, "not_found", "coordinators:own_page")


def test_somebody_not_signed_in_is_sent_to_the_login_and_leaves_none(client, cast):
    client.get(reverse("citizens:list"))

    assert rows(cast) == []


def test_a_page_that_fails_leaves_none(client, committed_cast, monkeypatch):
    people.sign_in(client, committed_cast.karen)
    client.raise_request_exception = False
    monkeypatch.setattr("coordinators.views.for_coordinator", lambda user: 1 / 0)

    client.get(reverse("coordinators:desk"))

    assert rows(committed_cast) == []


@pytest.mark.parametrize(("who", "seen"), [("karen", {"karen"}), ("nanna", {"nanna"}), ("sille", {"karen", "nanna"})])
def test_everybody_sees_the_own_rows_and_the_secretariat_all(client, cast, who, seen):
    for name in ("karen", "nanna"):
        people.sign_in(client, getattr(cast, name))
        client.get(reverse("citizens:list"))

    user = getattr(cast, who)
    with acting(user=user):
        assert {row.actor for row in AccessTrail.objects.all()} == {getattr(cast, name) for name in seen}
        assert set(AccessTrail.objects.all()) == set(AccessTrail.objects.visible_to(user))
