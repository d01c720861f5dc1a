"""What the page filters and what the database lets through are the same rows, for everybody."""

import pytest
from django.db import DatabaseError, connection, transaction

from access.context import acting
from citizens.models import Attachment, Citizen, Consent, Disclosure, Spoken, Wishes
from history.moves import NotPossible
from weshelter.tests import people
from weshelter.tests.days import today

EVERYBODY = ["sille", "karen", "lars", "nanna", "leif"]


@pytest.fixture
def two_houses(cast):
    """A citizen with everything at each house."""
    for house in (cast.rg60, cast.nabo):
        citizen = people.create_citizen(cast, house=house)
        with acting(user=house.coordinator):
            citizen.disclose("past", "yes", "Jeg har sejlet")
            citizen.spoken_with(outcome="still", by=house.coordinator)
    return cast


@pytest.mark.parametrize("model", [Citizen, Attachment, Wishes, Consent, Disclosure, Spoken])
@pytest.mark.parametrize("who", EVERYBODY)
def test_the_database_lets_through_what_the_page_shows(two_houses, model, who):
    user = getattr(two_houses, who)

    with acting(user=user):
        assert set(model.objects.all()) == set(model.objects.visible_to(user))


@pytest.mark.feature(87)
@pytest.mark.parametrize(
    ("who", "houses"),
    [("karen", {"RG60"}), ("lars", {"RG60"}), ("nanna", {"NABO"}), ("leif", {"NABO"}), ("sille", {"RG60", "NABO"})],
)
def test_everybody_sees_the_citizens_of_the_own_house(two_houses, who, houses):
    with acting(user=getattr(two_houses, who)):
        assert {citizen.project.institution.name for citizen in Citizen.objects.all()} == houses


@pytest.mark.parametrize("model", [Wishes, Consent, Disclosure, Spoken])
def test_the_secretariat_sees_nothing_of_what_a_citizen_said(two_houses, model):
    with acting(user=two_houses.sille):
        assert not model.objects.exists()


def test_the_app_cannot_insert_a_citizen_past_the_one_door(cast):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        acting(user=cast.karen),
        connection.cursor() as cursor,
    ):
        cursor.execute("INSERT INTO citizens_citizen (id) VALUES (gen_random_uuid())")


def test_nobody_registers_at_another_house(cast):
    with acting(user=cast.karen), pytest.raises(NotPossible):
        people.citizens.register(project=cast.nabo.friends, called_name="Ib", reach="", attachment_kind="lives_here")


def test_nobody_attaches_a_citizen_he_does_not_see(two_houses):
    with acting(user=two_houses.nanna):
        hidden = Citizen.objects.get()

    with pytest.raises(DatabaseError, match="row-level security"), acting(user=two_houses.lars):
        hidden.attach(two_houses.rg60.institution, kind="lives_here", from_on=today(), heard_by=two_houses.lars)


def test_nobody_hears_a_yes_to_a_house_in_somebody_elses_name(two_houses):
    with acting(user=two_houses.karen):
        bo, house = Citizen.objects.get(), two_houses.nabo.institution

    for heard_by in (two_houses.lars, None):
        with pytest.raises(DatabaseError, match="row-level security"), acting(user=two_houses.karen):
            bo.attach(house, kind="comes_here", from_on=today(), heard_by=heard_by)


def talk(cast, citizen, **other) -> Spoken:
    """As somebody may try to write one down past the verb."""
    said = {"project": cast.rg60.friends, "by": cast.karen, "outcome": "no_longer", "said_before": today()}
    return Spoken(citizen=citizen, **said | other)


@pytest.mark.feature(95)
@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_nobody_writes_down_a_talk_in_somebody_elses_name_or_elsewhere(two_houses, who):
    user = getattr(two_houses, who)
    with acting(user=two_houses.karen):
        bo = Citizen.objects.get()
    by = two_houses.karen if who == "lars" else user

    with pytest.raises(DatabaseError, match="row-level security"), acting(user=user), transaction.atomic():
        talk(two_houses, bo, by=by).save(force_insert=True)


@pytest.mark.feature(95)
@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_nobody_puts_right_what_somebody_else_has_heard(two_houses, who):
    with acting(user=two_houses.karen):
        written = Spoken.objects.get()

    with acting(user=getattr(two_houses, who)):
        assert Spoken.objects.filter(pk=written.pk).update(outcome="no_longer") == 0


@pytest.mark.finding("F9")
def test_a_talk_is_of_the_same_project_as_its_citizen(two_houses):
    with acting(user=two_houses.nanna):
        hidden = Citizen.objects.get()

    with pytest.raises(DatabaseError, match="of_its_own_project"), acting(user=two_houses.karen):
        talk(two_houses, hidden).save(force_insert=True)


@pytest.mark.finding("F9")
def test_a_child_cannot_point_at_a_hidden_citizen(two_houses):
    with acting(user=two_houses.nanna):
        hidden = Citizen.objects.get()

    with pytest.raises(DatabaseError, match="of_its_own_project"), acting(user=two_houses.karen):
        Disclosure.objects.create(citizen_id=hidden.pk, project=two_houses.rg60.friends, line="health")
