"""Whatever has a name takes it in the same way: every name of a model, and every field of a form that asks for one."""

import pytest
from django import forms

from access.names import Name, NameField
from weshelter.tests.code import our_models
from weshelter.tests.filling import form_of, form_pages

CALLED = ("name", "called_name", "nickname", "name_da", "name_en", "title")
NAMES = [(model, field) for model in our_models() for field in model._meta.concrete_fields if field.name in CALLED]


@pytest.mark.parametrize(("model", "field"), NAMES, ids=[str(field) for _model, field in NAMES])
def test_every_name_of_a_model_is_kept_and_looked_for_in_one_way_of_writing(model, field):
    assert isinstance(field, Name)
    assert field.get_prep_value("A\u030ase\u200b  B") == field.clean("A\u030ase\u200b  B", model()) == "Åse B"
    assert isinstance(field.formfield(), NameField)


def test_the_names_are_found():
    assert {"volunteers.Volunteer.name", "citizens.KnownAs.called_name", "foodclubs.Guest.nickname"} <= {
        str(field) for _model, field in NAMES
    }


@pytest.mark.parametrize("filled", form_pages(), ids=str)
def test_every_field_for_a_name_is_one(rows, filled):
    form = form_of(rows, filled)
    asked = {name: field for name, field in (form.fields if form else {}).items() if name in CALLED}

    assert not [name for name, field in asked.items() if not isinstance(field, NameField | forms.ChoiceField)]
