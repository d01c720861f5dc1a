"""Days in, days out: since when it is quiet about two, whatever they have agreed and whenever they met."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from friendships.rhythm import AT_LEAST, EVERY, HowOften, milestones, months_after, next_check_in, quiet_from

days = some.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))
rhythms = some.sampled_from(HowOften)


@pytest.mark.feature(37)
@given(rhythms, days)
def test_it_is_quiet_after_three_times_their_own_rhythm_and_never_before_three_weeks(how_often, heard_on):
    waits = quiet_from(how_often, heard_on=heard_on) - heard_on

    assert waits >= AT_LEAST
    assert waits >= 3 * EVERY[how_often]
    assert waits in (AT_LEAST, 3 * EVERY[how_often])


@given(rhythms, days, some.integers(min_value=1, max_value=500))
def test_whoever_met_later_is_quiet_later_by_as_many_days(how_often, heard_on, later):
    more = timedelta(days=later)

    assert quiet_from(how_often, heard_on=heard_on + more) == quiet_from(how_often, heard_on=heard_on) + more


@given(days)
def test_whoever_meets_seldom_is_never_quiet_before_whoever_meets_often(heard_on):
    weekly, fortnightly, monthly = (quiet_from(one, heard_on=heard_on) for one in HowOften)

    assert weekly <= fortnightly <= monthly


@given(days)
def test_where_nothing_is_agreed_it_is_every_second_week(heard_on):
    assert quiet_from("", heard_on=heard_on) == quiet_from("fortnightly", heard_on=heard_on)


def asked(started_on, *, until, fresh=()):
    """Each day on which both are asked, up to a day."""
    found, last = [], started_on
    while (last := next_check_in(started_on, last=last, fresh=fresh)) <= until:
        found.append(last)
    return found


@pytest.mark.feature(36)
@given(days)
def test_both_are_asked_twice_in_the_first_month_then_monthly_for_half_a_year_then_each_quarter(started_on):
    after = [(day - started_on).days for day in asked(started_on, until=started_on + timedelta(days=730))]

    assert after[:2] == [14, 28]
    assert all(late - early == 30 for early, late in pairwise(after[1:7]))
    assert after[6] < 182 <= after[7]
    assert all(late - early == 91 for early, late in pairwise(after[7:]))


@pytest.mark.feature(36)
@given(days, some.lists(some.integers(min_value=20, max_value=1000), max_size=4))
def test_after_a_rest_both_are_asked_every_second_week_for_eight_weeks(started_on, rests):
    fresh = [started_on + timedelta(days=after) for after in rests]

    for back_on in fresh:
        soon = asked(started_on, until=back_on + timedelta(weeks=8), fresh=fresh)
        assert sum(back_on < day <= back_on + timedelta(weeks=8) for day in soon) >= 4


@given(days, some.lists(some.integers(min_value=1, max_value=1000), max_size=4))
def test_nobody_is_asked_twice_within_a_fortnight_or_not_at_all_for_a_quarter(started_on, rests):
    fresh = [started_on + timedelta(days=after) for after in rests]
    found = [started_on, *asked(started_on, until=started_on + timedelta(days=1500), fresh=fresh)]

    assert all(timedelta(days=14) <= late - early <= timedelta(days=91) for early, late in pairwise(found))


@pytest.mark.feature(44)
@given(days, some.integers(min_value=0, max_value=3000))
def test_half_a_year_and_each_whole_year_is_a_milestone_on_its_day(started_on, later):
    today = started_on + timedelta(days=later)
    reached = dict(milestones(started_on, today))

    had = [months for months in (6, *range(12, 120, 12)) if months_after(started_on, months) <= today]
    assert reached == {months: months_after(started_on, months) for months in had}


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 12, 1), 6, date(2027, 6, 1)),
    ],
)
def test_a_month_without_that_day_has_it_on_its_last(day, months, expected):
    assert months_after(day, months) == expected
