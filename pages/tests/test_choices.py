"""A field is offered what it can choose among, and anything else is a fault at once."""

import pytest
from django import forms

from institutions.models import Institution
from pages.choices import offer


class HouseForm(forms.Form):
    house = forms.ModelChoiceField(Institution.objects.none())
    how = forms.ChoiceField()
    note = forms.CharField()


def test_rows_are_offered_to_a_field_of_rows_and_codes_to_one_of_codes():
    form, houses = HouseForm(), Institution.objects.filter(slug="rg60")

    offer(form, "house", houses)
    offer(form, "how", [("walk", "On foot")])

    assert str(form.fields["house"].queryset.query) == str(houses.query)
    assert form.fields["how"].choices == [("walk", "On foot")]


@pytest.mark.parametrize("name", ["how", "note"])
def test_rows_for_another_field_are_a_fault(name):
    with pytest.raises(TypeError, match=name):
        offer(HouseForm(), name, Institution.objects.none())
