"""Every page of the admin, for everybody: it is the secretariat's, and each model's own permissions say what goes."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from access.context import acting
from access.roles import Role
from weshelter.tests.matrix import (
    EVERYBODY,
    FORBIDDEN,
    LOGIN,
    METHODS,
    NOBODY,
    NOT_THERE,
    OPENS,
    ask,
    is_right,
    nowhere,
    outcome,
    pages,
)
from weshelter.tests.rows import MISSING

PAGES = [page for page in pages() if page.is_admins]
SITES = [page for page in PAGES if page.route.count("/") < 3]
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
ACTS = ("add", "changelist", "change", "history", "delete")


def test_every_page_of_the_admin_is_the_secretariats():
    assert {page.route: page.access.roles for page in PAGES} == dict.fromkeys(
        [page.route for page in PAGES], frozenset({Role.SECRETARIAT})
    )


@pytest.mark.parametrize("visited", PAGES, ids=lambda page: page.route)
def test_for_everybody_else_it_is_not_there(rows, visited):
    address = visited.address(rows.values(visited.names, "rg60"))

    for who in EVERYBODY[1:]:
        for method in METHODS:
            response = ask(rows, who, address, method)
            assert outcome(response) is (LOGIN if who == NOBODY else NOT_THERE), (who, method)
            assert who == NOBODY or response.content == nowhere(rows, who)


@pytest.mark.parametrize("visited", SITES, ids=lambda page: page.route)
def test_a_page_of_the_site_itself_answers_the_secretariat(rows, visited):
    address = visited.address(rows.values(visited.names, "rg60"))

    assert all(is_right(visited, outcome(ask(rows, "sille", address, method)), OPENS) for method in METHODS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("act", ACTS)
def test_the_secretariat_sees_and_does_what_the_model_permits(rows, model, act):
    with acting(user=rows.cast.sille):
        own = model._default_manager.first()
    assert own, f"weshelter/tests/rows.py makes no {model._meta.label}"

    missing = rows.named[MISSING]["citizen_id"]
    for pk in {own.pk, missing} if act in ACTS[2:] else {None}:
        for method in METHODS:
            response = ask(rows, "sille", address_of(model, act, pk), method)
            wanted = permitted(rows, model, act, method)
            assert outcome(response) is (NOT_THERE if wanted is OPENS and pk == missing else wanted), (pk, method)


def address_of(model, act: str, pk) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{act}"
    return reverse(name, args=[pk] if pk else [])


def permitted(rows, model, act: str, method: str):
    """What the model's admin says of an act, which is 403 where it says no."""
    pages_of, request = admin.site._registry[model], RequestFactory().get("/")
    request.user = rows.cast.sille
    may = {
        "add": pages_of.has_add_permission,
        "delete": pages_of.has_delete_permission,
        "change": pages_of.has_change_permission if method == "POST" else pages_of.has_view_permission,
    }.get(act, pages_of.has_view_permission)
    return OPENS if may(request) else FORBIDDEN
