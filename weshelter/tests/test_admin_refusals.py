"""What the database refuses of a form of the admin is said on it, and nothing typed is lost."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models.fields import PositiveIntegerRelDbTypeMixin
from django.test import Client, RequestFactory
from django.urls import reverse

from access.context import acting
from accounts.models import User
from foodclubs.models import FoodClub
from foodclubs.tests import tables
from history.moves import SENTENCES
from institutions.models import Institution, Membership
from weshelter.tests import people
from weshelter.tests.at_once import at_once

HOUSE = {
    "name": "Pegasus",
    "slug": "pegasus",
    "kind": "shelter",
    "address": "Vejen 1",
    "postcode": "2200",
    "city": "Kbh",
}
RANGES = {"somebody_who_fits_counts"}  # at least 1, which its field says
# Triggers of these tables that refuse by right alone: nobody who may open the admin meets them.
BY_RIGHT = {"users_are_the_secretariats"}


def changed_in_the_admin():
    """The models that the secretariat adds or changes there."""
    request = RequestFactory().get("/")
    request.user = User(is_secretariat=True)
    for model, pages in admin.site._registry.items():
        if pages.has_add_permission(request) or pages.has_change_permission(request):
            yield model


CHANGED = list(changed_in_the_admin())
every_model = pytest.mark.parametrize("model", CHANGED, ids=lambda model: model._meta.label)


def asked(sql: str, *values) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {row[0] for row in cursor.fetchall()}


@pytest.fixture
def secretariat(client, cast):
    """The browser of the secretariat."""
    people.sign_in(client, cast.sille)
    return client


def form_of(response):
    return response.context_data["adminform"].form


def test_whoever_gives_herself_a_role_is_told_that_a_colleague_does_it(secretariat, cast):
    typed = {"user": cast.sille.pk, "role": "coordinator", "project": cast.rg60.friends.pk, "from_on": "2026-12-24"}

    answer = secretariat.post(reverse("admin:institutions_membership_add"), typed)

    assert form_of(answer).errors["user"] == ["Vælg en anden: dine egne roller giver en kollega."]
    assert form_of(answer)["from_on"].value() == "2026-12-24"
    with acting(user=cast.sille):
        assert not Membership.objects.filter(user=cast.sille).exists()


def test_a_club_that_has_evenings_stays_at_its_house_and_the_form_says_why(secretariat, cast):
    club = tables.create_evening(cast.rg60).food_club
    typed = {"name": "Et nyt navn", "project": cast.nabo.food.pk, "weekday": 2, "price": 15}

    answer = secretariat.post(reverse("admin:foodclubs_foodclub_change", args=[club.pk]), typed)

    assert form_of(answer).non_field_errors() == [
        "Der hører noget til, hvor det er nu, så det må blive der. Opret en ny i stedet."
    ]
    assert form_of(answer)["name"].value() == "Et nyt navn"
    with acting(user=cast.sille):
        assert FoodClub.objects.get(pk=club.pk).project == cast.rg60.food


def test_of_two_who_add_the_same_at_once_the_second_is_told(committed_cast):
    browser, said = Client(), []
    people.sign_in(browser, committed_cast.sille)

    def add_in_the_admin():
        answer = browser.post(reverse("admin:institutions_institution_add"), HOUSE)
        said.extend(form_of(answer).non_field_errors())

    with acting(user=committed_cast.sille):
        thread, _met = at_once(lambda: Institution.objects.create(**HOUSE), add_in_the_admin)
    thread.join()

    assert said == ["En anden har lige tilføjet en magen til. Kig på listen, før du går videre."]


@every_model
def test_every_rule_of_the_database_is_said_by_the_form_or_has_its_sentence(db, model):
    """A column's own range is said by its field, a model's rule by the form; what remains is in SENTENCES."""
    checks = asked(
        "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('c', 'x')",
        model._meta.db_table,
    )
    ranges = RANGES | {
        f"{model._meta.db_table}_{field.column}_check"
        for field in model._meta.fields
        if isinstance(field, PositiveIntegerRelDbTypeMixin)
    }
    told = {
        one.name
        for one in model._meta.constraints
        if one.violation_error_message != one.default_violation_error_message
    }

    assert checks - ranges - told - set(SENTENCES) == set()


@every_model
def test_every_gate_of_these_tables_has_its_sentence(db, model):
    sources = asked(
        "SELECT p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE t.tgrelid = %s::regclass AND NOT t.tgisinternal AND NOT p.proname = ANY(%s)",
        model._meta.db_table,
        list(BY_RIGHT),
    )
    gates = {name for source in sources for name in re.findall(r"CONSTRAINT = '(\w+)'", source)}

    assert gates <= set(SENTENCES)
