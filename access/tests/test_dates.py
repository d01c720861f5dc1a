"""From … until: both days count, and Python and the database say the same."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import DateField, Value

from access.dates import in_force
from weshelter.tests.days import today

DAYS = [
    (0, 0, True),
    (0, None, True),
    (1, None, False),
    (-9, 0, True),
    (-9, -1, False),
    (-9, None, True),
]


def in_days(number: int | None) -> date | None:
    return None if number is None else today() + timedelta(days=number)


@pytest.mark.parametrize(("begins", "ends", "holds"), DAYS)
def test_the_first_and_the_last_day_count(db, begins, ends, holds):
    days = [in_days(begins), in_days(ends)]

    with connection.cursor() as cursor:
        cursor.execute("SELECT app.in_force(%s::date, %s::date)", days)
        said = cursor.fetchone()[0]

    from_on, until_on = (Value(day, DateField()) for day in days)
    assert (in_force().check({"from_on": from_on, "until_on": until_on}), said) == (holds, holds)
