"""No CPR number is ever stored: every field of every model and form that takes a text refuses one."""

import importlib
import importlib.util

import pytest
from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from phonenumber_field.formfields import PhoneNumberField as PhoneNumberFormField
from phonenumber_field.modelfields import PhoneNumberField

from weshelter.tests.code import OUR_APPS, our_models

CPR = ["0102031234", "010203-1234", "Han hedder Bo, 010203 1234."]
# Kinds of fields whose own rules refuse it, or that no sentence fits into.
OWN_RULES = (models.EmailField, models.SlugField, models.URLField, PhoneNumberField)
OWN_RULES_OF_FORMS = (forms.EmailField, forms.SlugField, forms.UUIDField, PhoneNumberFormField)
# Texts that nobody types, or that are kept by the secretariat as vocabulary; each with its reason.
NOT_TYPED = {
    "access.Attempt.key_hash": "a hash",
    "access.Link.token_hash": "a hash",
    "accounts.NewAddress.token_hash": "a hash",
    "accounts.User.password": "a hash",
    "citizens.Wishes.interests": "codes of the vocabulary",
    "citizens.Wishes.together": "codes of the vocabulary",
    "volunteers.Volunteer.interests": "codes of the vocabulary",
    "history.AccessLog.object_type": "the name of a model",
    "history.AccessLog.purpose": "chosen from a list",
    "history.AccessTrail.view": "the name of a page",
    "history.Failure.error": "the name of a class",
    "history.Failure.place": "the name of a page, a task or a job",
    "history.AccessTrail.object_type": "the name of a model",
    "letters.Message.kind": "the name of a template",
    "letters.MessageBody.subject": "written by a template",
    "letters.MessageBody.text": "written by a template, erased when sent",
    "institutions.Institution.postcode": "four characters",
    "weshelter.JobRun.job": "the name of a job",
    "weshelter.JobRun.error": "the name of a class",
    "weshelter.WorkerSign.id": "made by chance",
}
NOT_TYPED_IN_FORMS: dict[str, str] = {"accounts.AddPasskeyForm.credential": "written by the browser"}


def text_fields():
    """The fields of our models that hold a text and offer no choices; of lists, what the list holds."""
    for model in our_models():
        for field in model._meta.concrete_fields:
            holds = field.base_field if isinstance(field, ArrayField) else field
            is_text = isinstance(holds, (models.CharField, models.TextField)) and not holds.choices
            if is_text and not isinstance(holds, OWN_RULES):
                yield f"{model._meta.label}.{field.name}", holds


def form_fields():
    """The fields of our forms that take a text; those of a model are checked with the model."""
    for app in OUR_APPS:
        if importlib.util.find_spec(f"{app}.forms") is None:
            continue
        module = importlib.import_module(f"{app}.forms")
        for form in vars(module).values():
            if isinstance(form, type) and issubclass(form, forms.BaseForm) and form.__module__ == module.__name__:
                for name, field in form.base_fields.items():
                    if isinstance(field, forms.CharField) and not isinstance(field, OWN_RULES_OF_FORMS):
                        yield f"{app}.{form.__name__}.{name}", form, name, field


def refuses(field, text):
    try:
        field.run_validators(text)
    except ValidationError as error:
        return "cpr" in {each.code for each in error.error_list}
    return False


TEXTS = [(name, field) for name, field in text_fields() if name not in NOT_TYPED]


@pytest.mark.parametrize(("name", "field"), TEXTS, ids=[name for name, _field in TEXTS])
def test_every_text_of_a_model_refuses_a_cpr_number(name, field):
    assert all(refuses(field, text) for text in CPR)


def test_the_list_of_texts_that_nobody_types_is_up_to_date():
    assert set(NOT_TYPED) <= {name for name, _field in text_fields()}


def test_every_text_of_a_form_refuses_a_cpr_number():
    checked_with_the_model = {
        name
        for name, form, field_name, _field in form_fields()
        if issubclass(form, forms.BaseModelForm)
        and field_name in {field.name for field in form._meta.model._meta.concrete_fields}
        and field_name in (form._meta.fields or ())
    }
    open_to_it = {
        name
        for name, _form, _field_name, field in form_fields()
        if name not in checked_with_the_model
        if not all(refuses(field, text) for text in CPR)
    }

    assert open_to_it == set(NOT_TYPED_IN_FORMS)
