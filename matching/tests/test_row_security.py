"""The database lets through what the page shows, for everybody and every link."""

import pytest

from access.context import acting
from access.links import Purpose, issue_link, open_link
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import people


@pytest.fixture
def two_pairs(cast):
    """A pair at each house."""
    for house, name in ((cast.rg60, "Vera Ven"), (cast.nabo, "Gitte Gram")):
        people.create_match(cast, house=house, volunteer=people.ready_volunteer(cast, name, house=house))
    return cast


@pytest.mark.parametrize("model", [Match, Volunteer])
@pytest.mark.parametrize("who", ["sille", "karen", "lars", "nanna", "leif"])
def test_the_database_lets_through_what_the_page_shows(two_pairs, model, who):
    user = getattr(two_pairs, who)

    with acting(user=user):
        assert set(model.objects.all()) == set(model.objects.visible_to(user))
        assert model.objects.count() == (2 if who == "sille" else 1)


@pytest.mark.parametrize("purpose", [Purpose.OWN_PAGE, Purpose.PROPOSAL])
def test_a_link_sees_the_own_pair_and_no_other(two_pairs, purpose):
    with acting(user=two_pairs.karen):
        match = Match.objects.get()
        url = issue_link(purpose, match.volunteer, "coordinators:own_page", about=match)

    with acting(link=url.split("/")[-2]):
        link = open_link({purpose})

        assert set(Match.objects.all()) == set(Match.objects.visible_through(link)) == {match}


def test_without_anybody_acting_there_is_no_pair(two_pairs):
    assert not Match.objects.exists()
