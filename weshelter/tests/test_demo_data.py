"""The demo's people are made once, through the verbs."""

from io import StringIO

import pytest
from django.core.management import call_command

from access.context import acting
from accounts.models import User
from citizens.models import Citizen
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.cast import CAST


@pytest.fixture
def demo(db):
    call_command("cast", stdout=StringIO())


def test_everybody_of_the_cast_can_log_in(demo):
    assert set(User.objects.values_list("email", flat=True)) == {email for _role, email in CAST}


def test_there_are_volunteers_on_every_step_and_pairs_of_every_age(demo):
    with acting(user=User.objects.get(email="karen@example.org")):
        states = set(Volunteer.objects.values_list("state", flat=True))
        pairs = set(Match.objects.values_list("state", flat=True))

    assert states == {"applied", "interviewed", "in_training", "ready"}
    assert pairs == {"trial", "accepted", "proposed"}


def test_making_them_again_changes_nothing(demo):
    karen = User.objects.get(email="karen@example.org")
    with acting(user=karen):
        before = Citizen.objects.count()

    call_command("cast", stdout=StringIO())

    with acting(user=karen):
        assert Citizen.objects.count() == before == 6
