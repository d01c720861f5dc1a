"""The ground that every other test stands on."""

import pytest

from access.context import acting
from citizens.models import Citizen
from history.moves import NotPossible
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import people


def test_without_anybody_acting_there_are_no_rows(cast):
    people.create_match(cast)

    assert not Citizen.objects.exists()
    assert not Volunteer.objects.exists()


def test_a_pair_is_made_through_the_verbs(cast):
    match = people.create_match(cast)

    with acting(user=cast.karen):
        assert Match.objects.get() == match
        assert match.state == Match.State.TRIAL


def test_a_volunteer_who_is_not_ready_cannot_be_matched(cast):
    bo = people.create_citizen(cast)
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(anna, bo, by=cast.karen)
