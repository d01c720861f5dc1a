"""What one chooses among where only the page knows it: the houses of one coordinator, the times that are left."""

from django import forms
from django.db.models import QuerySet


def offer(form: forms.BaseForm, name: str, choices: QuerySet | list) -> None:
    """Let a field of the form choose among these: rows if it is a field of rows, otherwise codes with their labels."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField) and isinstance(choices, QuerySet):
        field.queryset = choices
    elif isinstance(field, forms.ChoiceField) and isinstance(choices, list):
        field.choices = choices
    else:
        raise TypeError(f"{name} does not choose among these")
