"""The database lets through what the page shows, for everybody and every link."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

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


def answered(question: str, *values) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {question}", values)
        return cursor.fetchone()[0]


ASKED_BY_ROW = {
    "app.is_attached(%s, %s)": ("citizen", "houses"),
    "app.is_friend_at(%s, %s)": ("volunteer", "houses"),
    "app.comes_to(%s, %s)": ("volunteer", "projects"),
    "app.is_of(%s, %s)": ("volunteer", "projects"),
}


@pytest.mark.parametrize(("question", "about"), ASKED_BY_ROW.items())
@pytest.mark.parametrize("who", ["leif", "nanna", None])
def test_who_names_other_houses_learns_nothing(cast, question, about, who):
    """A policy asks these functions with the asker's rights, so anybody may: they answer for one's own house alone."""
    match = people.create_match(cast)
    values = {
        "citizen": match.citizen_id,
        "volunteer": match.volunteer_id,
        "houses": [cast.rg60.institution.pk],
        "projects": [match.project_id],
    }

    with acting(user=getattr(cast, who) if who else None):
        assert answered(question, *(values[name] for name in about)) is False
    with acting(user=cast.karen if "is_of" in question else cast.lars):
        assert answered(question, *(values[name] for name in about)) is True


def test_nobody_knows_whether_one_who_was_erased_was_oneself(cast):
    with acting(user=cast.sille):
        assert answered("app.is_oneself(%s)", uuid4()) is None


def test_a_gate_tells_others_nothing_of_a_citizen(cast):
    """A gate has the owner's rights and comes before the policy: asked by others it does not say what is missing."""
    match = people.create_match(cast)
    again = Match(project_id=match.project_id, citizen=match.citizen, volunteer=match.volunteer, proposed_by=cast.nanna)

    with acting(user=cast.nanna), pytest.raises(DatabaseError, match="outside the scope"), transaction.atomic():
        again.save(force_insert=True)
