"""Days in, days out: since when it is quiet about two, whatever they have agreed and whenever they met."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from friendships.rhythm import AT_LEAST, EVERY, HowOften, quiet_from

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
