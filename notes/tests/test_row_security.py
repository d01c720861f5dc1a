"""What each login, each member of the cast and each link sees of notes' tables."""

from threading import Thread

import pytest
from django.db import ProgrammingError, connection, transaction
from psycopg2.errors import InsufficientPrivilege

from access.context import acting
from access.links import Purpose
from notes.models import Acknowledgement, Addressee, Confidence, ConfidenceBody, DataKey, Guidance, Origin, acknowledge
from notes.reading import open_confidence
from notes.tests.telling import consenting_citizen, guide, link_of, tell
from weshelter.tests import people

SEEN = [Confidence, Addressee, Guidance, Origin, Acknowledgement]


@pytest.fixture
def rows(cast):
    """In each house something told, guidance that came of it and a friend who has read it; gives RG60's match."""
    matches = []
    for name, house in (("Bo", cast.rg60), ("Ib", cast.nabo)):
        citizen = consenting_citizen(cast, name, house=house)
        volunteer = people.ready_volunteer(cast, f"Vera{name} Ven", house=house)
        match = people.create_match(cast, citizen=citizen, volunteer=volunteer, house=house)
        guidance = guide(citizen, house, origin=tell(citizen, house))
        with acting(link=link_of(match, house)):
            acknowledge(guidance.pk)
        matches.append(match)
    return matches[0]


@pytest.mark.parametrize("name", ["karen", "lars", "nanna", "leif", "sille"])
def test_the_database_and_visible_to_say_the_same(cast, rows, name):
    user = getattr(cast, name)

    with acting(user=user):
        for model in SEEN:
            assert set(model.objects.all()) == set(model.objects.visible_to(user))


@pytest.mark.parametrize(
    ("name", "confidences", "others"), [("karen", 1, 1), ("lars", 1, 0), ("nanna", 1, 1), ("sille", 0, 0)]
)
def test_how_much_each_sees(cast, rows, name, confidences, others):
    with acting(user=getattr(cast, name)):
        assert Confidence.objects.count() == Addressee.objects.count() == confidences
        assert Guidance.objects.count() == Origin.objects.count() == Acknowledgement.objects.count() == others


def test_nobody_and_no_link_sees_a_row(cast, rows):
    assert not [model for model in SEEN if model.objects.exists()]
    for purpose, about in ((Purpose.OWN_PAGE, None), (Purpose.PROPOSAL, rows)):
        with acting(link=link_of(rows, cast.rg60, purpose, about=about)):
            assert not [model for model in SEEN if model.objects.exists()]


def test_the_app_reads_no_body_and_no_key(cast, rows):
    for user in (cast.karen, cast.lars, cast.sille):
        for model in (ConfidenceBody, DataKey):
            with (
                acting(user=user),
                pytest.raises(ProgrammingError, match="permission denied") as refused,
                transaction.atomic(),
            ):
                model.objects.exists()
            assert isinstance(refused.value.__cause__, InsufficientPrivilege)


@pytest.mark.parametrize("command", ["UPDATE {} SET {} = ''", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_app_changes_no_body_and_no_key(cast, rows, command):
    for table, column in (("notes_confidencebody", "ciphertext"), ("notes_datakey", "wrapped")):
        with (
            acting(user=cast.karen),
            connection.cursor() as cursor,
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            cursor.execute(command.format(table, column))


def test_the_background_login_reads_no_body(committed_cast, as_login):
    cast = committed_cast
    tell(consenting_citizen(cast), cast.rg60)
    as_login("jobs")

    with pytest.raises(ProgrammingError, match="permission denied"):
        ConfidenceBody.objects.exists()


def test_a_body_cannot_be_put_under_somebody_elses_confidence(cast):
    bo = consenting_citizen(cast)
    with acting(user=cast.lars):
        told = Confidence.objects.create(
            citizen=bo, project=bo.project, institution=cast.rg60.institution, author=cast.lars
        )

    with (
        acting(user=cast.leif),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        ConfidenceBody.objects.create(confidence=told, ciphertext=b"x")


def test_a_key_is_given_to_no_other_house(cast):
    bo = consenting_citizen(cast)
    tell(bo, cast.rg60)

    for user in (cast.leif, cast.karen, cast.sille):
        with (
            acting(user=user),
            connection.cursor() as cursor,
            pytest.raises(ProgrammingError),
            transaction.atomic(),
        ):
            cursor.execute("SELECT app.data_key(%s, %s)", [bo.pk, b"x"])


def test_two_who_make_the_first_key_at_once_share_one(committed_cast):
    cast = committed_cast
    bo = consenting_citizen(cast)
    told = []

    def write() -> None:
        told.append(tell(bo, cast.rg60))
        connection.close()

    threads = [Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with acting(user=cast.karen):
        assert len({open_confidence(one, "check_in") for one in told}) == 1
        assert len(told) == 4
