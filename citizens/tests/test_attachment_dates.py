"""The day an attachment ends, the house's lead loses sight of the citizen: by the policy's date, with no job."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from access.context import acting
from citizens.models import Attachment, Citizen, Wishes
from weshelter.tests import people


@pytest.fixture
def moved_out_yesterday(committed_cast, as_login):
    """Bo moved out yesterday; the rows' dates are moved, since the policy's clock cannot be."""
    people.create_citizen(committed_cast)
    as_login("owner")
    yesterday = timezone.localdate() - timedelta(days=1)
    Attachment.objects.update(from_on=yesterday - timedelta(days=30), until_on=yesterday)
    as_login("app")
    return committed_cast


def test_the_lead_no_longer_sees_him(moved_out_yesterday):
    with acting(user=moved_out_yesterday.lars):
        assert not Citizen.objects.exists()
        assert not Wishes.objects.exists()
        assert not Citizen.objects.visible_to(moved_out_yesterday.lars).exists()


def test_the_coordinator_still_does(moved_out_yesterday):
    with acting(user=moved_out_yesterday.karen):
        citizen = Citizen.objects.get()

        assert citizen.current_house() is None


@pytest.mark.finding("F6")
def test_the_test_runs_as_the_app(committed):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")

        assert cursor.fetchone() == ("ws_app",)
