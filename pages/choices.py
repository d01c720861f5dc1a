"""What one chooses among where only the page knows it: the houses of one coordinator, the times that are left."""

from django import forms
from django.db.models import QuerySet


class Once(forms.models.ModelChoiceIterator):
    """Rows to choose among that are asked for once, also where the page first asks whether there are any."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from map(self.choice, self.queryset)


def offer(form: forms.BaseForm, name: str, choices: QuerySet | list) -> None:
    """Let a field of the form choose among these: rows if it is a field of rows, otherwise codes with their labels."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField) and isinstance(choices, QuerySet):
        field.queryset = choices
    elif isinstance(field, forms.ChoiceField) and isinstance(choices, list):
        field.choices = choices
    else:
        raise TypeError(f"{name} does not choose among these")
