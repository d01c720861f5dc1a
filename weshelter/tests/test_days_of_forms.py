"""A day in a form: the first and the last that can be are taken, and the day beyond them is refused."""

from datetime import timedelta

import pytest
from django.urls import get_resolver

from access.context import acting
from weshelter.tests.days import today
from weshelter.tests.forms_with_days import DAYS, fields_of_days

EDGES = [(day, day.last + beyond, not beyond) for day in DAYS if day.last is not None for beyond in (0, 1)] + [
    (day, day.first - beyond, not beyond) for day in DAYS if day.first is not None for beyond in (0, 1)
]
NAMES = [f"{day.form.__module__}.{day.form.__name__}-{day.field}-{number}" for day, number, _is_taken in EDGES]


@pytest.mark.parametrize(("day", "number", "is_taken"), EDGES, ids=NAMES)
def test_a_day_is_taken_from_the_first_to_the_last(cast, day, number, is_taken):
    typed = {**day.also, day.field: (today() + timedelta(days=number)).isoformat()}
    opened = day.opened(cast)

    with acting(user=cast.karen):
        errors = day.form(typed, **opened).errors

    assert (day.field not in errors) is is_taken


def test_every_day_that_is_typed_is_tried():
    assert get_resolver().url_patterns  # whatever has a page is loaded

    assert set(fields_of_days()) == {(day.form, day.field) for day in DAYS}
