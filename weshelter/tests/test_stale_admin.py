"""Two of the secretariat have the same page of the admin open: what each changes stands, or the later is told."""

from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.test import RequestFactory

from access.context import acting
from accounts.models import User
from weshelter.admin_stale_forms import NobodyOverwrites
from weshelter.tests.stale import ask_as, errors_of, others, sheet_with
from weshelter.tests.test_matrix_admin import MODELS, address_of

REQUEST = RequestFactory().get("/")
REQUEST.user = User(is_secretariat=True)
CHANGEABLE = [model for model in MODELS if admin.site._registry[model].has_change_permission(REQUEST)]


@dataclass
class Opened:
    """The page of one row, as it was opened; and what its fields could say instead."""

    rows: object
    address: str
    row: Model
    form: forms.BaseForm
    sent: dict

    def send(self, **said):
        return ask_as(self.rows, "sille", "post", self.address, self.sent | said)

    def stands(self, name: str):
        with acting(user=self.rows.cast.sille):
            return type(self.row)._default_manager.get(pk=self.row.pk).serializable_value(name)

    def takes(self, said: dict) -> bool:
        """Is this accepted, if nothing else is changed?"""
        with tried():
            return self.send(**said).status_code == 302

    def others(self) -> list[tuple[str, list[dict]]]:
        """The fields that can say something else, and what; first those that can say two other things."""
        found = [(name, others(self.form, name)) for name in self.form.fields]
        return sorted(
            ((name, said) for name, said in found if said and all(map(self.takes, said))), key=lambda one: -len(one[1])
        )


@contextmanager
def tried():
    """What is changed here is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(params=CHANGEABLE, ids=lambda model: model._meta.label)
def page(rows, request):
    with acting(user=rows.cast.sille):
        row = request.param._default_manager.first()
    address = address_of(request.param, "change", row.pk)
    response = ask_as(rows, "sille", "get", address)
    form = response.context["adminform"].form
    with transaction.atomic():
        yield Opened(rows, address, row, form, sheet_with(response, "opened").values)
        transaction.set_rollback(True)


def test_two_who_change_different_fields_and_the_same_one(page):
    fields = page.others()
    assert len(fields) >= 2, f"of {list(page.form.fields)} only {fields} take other values"
    (first, (one, another)), (second, (other, *_yet_another)), *_more = fields

    with tried():
        assert page.send(**one).status_code == 302
        left = page.stands(first)
        assert page.send(**other).status_code == 302
        assert page.stands(first) == left, f"{first} was overwritten by a page that changed {second}"
    assert page.send(**one).status_code == 302
    left = page.stands(first)
    told = page.send(**another)

    assert list(errors_of(told)) == [first]
    assert page.stands(first) == left
    assert "now-stands" in told.content.decode()


def test_every_page_of_the_admin_and_nothing_beside_its_form_changes_a_row():
    for model, pages in admin.site._registry.items():
        changing = [one for one in pages.inlines if one(model, admin.site).has_change_permission(REQUEST)]
        assert isinstance(pages, NobodyOverwrites)
        assert (changing, list(pages.list_editable)) == ([], []), f"{model} changes rows past NobodyOverwrites"
