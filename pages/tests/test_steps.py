"""Every step of every way has somebody who has it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.context import acting
from foodclubs.models import Evening
from matching.models import Match
from matching.steps import way_of
from pages.steps import Owner, Step, with_current
from volunteers.readiness import LABELS, pipeline_of
from volunteers.tests import way
from weshelter.tests import people


def owners(way_to_go: list[Step]) -> set[type]:
    return {type(step.owner) for step in way_to_go}


def test_whatever_ready_or_a_role_asks_lies_with_somebody():
    assert {type(owner) for _label, *both in LABELS.values() for owner in both} == {Owner}


@pytest.mark.parametrize("state", ["applied", "interviewed", "in_training"])
def test_each_step_of_a_volunteer_has_its_owner(cast, state):
    volunteer = getattr(way, state)(cast)

    with acting(user=cast.karen):
        assert owners(pipeline_of([volunteer])[volunteer.pk]) == {Owner}


def test_each_step_of_a_pair_has_its_owner(cast):
    assert owners(way_of(people.create_match(cast, started=False))) == {Owner}


@pytest.mark.parametrize("state", Match.State.values)
def test_a_pair_that_has_met_or_came_to_nothing_has_no_steps(state):
    assert bool(way_of(Match(state=state))) is (state in {"proposed", "accepted"})


@pytest.mark.parametrize("state", Evening.State.values)
def test_each_step_of_an_evening_has_its_owner(state):
    evening = Evening(state=state, starts_at=timezone.localtime() + timedelta(days=1))

    assert owners(evening.steps(helpers_missing=1)) == {Owner}


def test_the_first_that_is_not_done_is_the_next():
    bare = [Step(code, code, done, Owner.VOLUNTEER) for code, done in (("a", True), ("b", False), ("c", False))]

    assert [step.code for step in with_current(bare) if step.current] == ["b"]
