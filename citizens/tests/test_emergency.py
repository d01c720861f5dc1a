"""Emergency access: what breaking the glass needs, what it opens, when it ends, and who looks at it afterwards."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from access.context import acting
from citizens.breakglass import BreakGlass, break_glass
from citizens.models import Attachment, Citizen, Consent, Disclosure, KnownAs, Wishes
from citizens.tests.emergencies import WHY, use
from history.models import AccessLog
from history.moves import NotPossible
from matching.models import Match
from notes.models import Addressee, Confidence, openings_of
from notes.reading import EMERGENCY, open_confidence
from notes.tests.telling import TOLD, consenting_citizen, tell
from weshelter.tests import people

EVERYBODY = ["sille", "sofie", "karen", "lars", "nanna", "leif"]


@pytest.fixture
def secretariat(cast):
    """The cast with a second person of the secretariat, and a citizen at each house with something told about him."""
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    cast.bo, cast.ib = consenting_citizen(cast), consenting_citizen(cast, "Ib", house=cast.nabo)
    cast.told = tell(cast.bo, cast.rg60)
    tell(cast.ib, cast.nabo)
    with acting(user=cast.karen):
        cast.bo.disclose("past", "yes", "Jeg har sejlet")
    return cast


def move_back(committed_cast, as_login, minutes: int) -> None:
    """An hour goes by: the owner moves the rows, for the gate forbids it to everybody else."""
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE citizens_breakglass DISABLE TRIGGER gate")
        cursor.execute("UPDATE citizens_breakglass SET until = until - %s", [timedelta(minutes=minutes)])
        cursor.execute("ALTER TABLE citizens_breakglass ENABLE TRIGGER gate")
    as_login("app")


def test_it_opens_one_citizen_for_reading(secretariat):
    cast = secretariat
    use(cast)

    with acting(user=cast.sille):
        assert set(Citizen.objects.known_to(cast.sille)) == {cast.bo}
        assert {row.citizen for row in Wishes.objects.all()} == {cast.bo}
        assert {row.citizen for row in Consent.objects.all()} == {cast.bo}
        assert {row.words for row in Disclosure.objects.all()} == {"Jeg har sejlet"}
        assert set(Confidence.objects.all()) == {cast.told}


def test_without_it_the_secretariat_sees_nothing_of_that(secretariat):
    with acting(user=secretariat.sille):
        assert not Citizen.objects.known_to(secretariat.sille).exists()
        assert not Wishes.objects.exists()
        assert not Confidence.objects.exists()


def test_the_colleague_sees_no_more_than_before(secretariat):
    use(secretariat)

    with acting(user=secretariat.sofie):
        assert not Citizen.objects.known_to(secretariat.sofie).exists()
        assert not Wishes.objects.exists()
        assert not Confidence.objects.exists()


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("ended", [False, True])
def test_the_database_lets_through_what_the_page_shows(secretariat, who, ended):
    cast = secretariat
    people.create_match(cast, citizen=cast.bo)
    glass = use(cast)
    user = getattr(cast, who)
    if ended:
        with acting(user=cast.sille):
            glass.end(by=cast.sille)

    with acting(user=user):
        for model in (BreakGlass, Citizen, Attachment, Wishes, Consent, Disclosure, Match, Confidence, Addressee):
            assert set(model.objects.all()) == set(model.objects.visible_to(user)), model


@pytest.mark.parametrize("who", ["karen", "lars", "nanna", "leif"])
def test_only_the_secretariat_uses_it(secretariat, who):
    user = getattr(secretariat, who)

    with acting(user=user), pytest.raises(DatabaseError, match="not of the secretariat"), transaction.atomic():
        break_glass(secretariat.ib, WHY, by=user)


def test_it_needs_a_second_person(cast):
    bo = people.create_citizen(cast)

    with acting(user=cast.sille), pytest.raises(NotPossible):
        break_glass(bo, WHY, by=cast.sille)

    with acting(user=cast.sille):
        assert (BreakGlass.objects.count(), AccessLog.objects.count(), DBTaskResult.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("why", ["", "Haster", "x" * 19])
def test_it_needs_a_reason(secretariat, why):
    with pytest.raises(NotPossible):
        use(secretariat, why=why)


def test_twenty_characters_are_a_reason(secretariat):
    assert use(secretariat, why="x" * 20).reason == "x" * 20


def test_one_citizen_at_a_time(secretariat):
    use(secretariat)

    with pytest.raises(NotPossible):
        use(secretariat, secretariat.ib)


def test_another_one_after_the_first_has_ended(secretariat):
    cast = secretariat
    glass = use(cast)
    with acting(user=cast.sille):
        glass.end(by=cast.sille)

    use(cast, cast.ib)

    with acting(user=cast.sille):
        assert set(Citizen.objects.known_to(cast.sille)) == {cast.ib}


def test_it_lasts_sixty_minutes(secretariat):
    glass = use(secretariat)

    assert glass.until - glass.opened_at == timedelta(minutes=60)


def test_after_the_hour_it_opens_nothing(committed_cast, as_login):
    cast = committed_cast
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    use(cast, people.create_citizen(cast))

    move_back(cast, as_login, 60)

    with acting(user=cast.sille):
        assert not Citizen.objects.known_to(cast.sille).exists()
        assert not Wishes.objects.exists()


def test_nobody_makes_it_longer(secretariat):
    glass = use(secretariat)

    with acting(user=secretariat.sille), pytest.raises(DatabaseError, match="longer"), transaction.atomic():
        BreakGlass.objects.filter(pk=glass.pk).update(until=timezone.now() + timedelta(hours=9))


@pytest.mark.parametrize(
    "write",
    [
        lambda cast: Wishes.objects.filter(citizen=cast.bo).update(own_words="x"),
        lambda cast: Disclosure.objects.filter(citizen=cast.bo).update(words="x"),
        lambda cast: Consent.objects.filter(citizen=cast.bo).update(withdrawn_at=timezone.now()),
        lambda cast: KnownAs.objects.filter(citizen=cast.bo).update(called_name="x"),
        lambda cast: Match.objects.filter(citizen=cast.bo).update(state="ended"),
    ],
)
def test_it_is_for_reading_and_changes_nothing(secretariat, write):
    people.create_match(secretariat, citizen=secretariat.bo)
    use(secretariat)

    with acting(user=secretariat.sille):
        assert write(secretariat) == 0


def test_it_adds_nothing_about_the_citizen_either(secretariat):
    use(secretariat)
    house = secretariat.nabo.institution

    with acting(user=secretariat.sille), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        secretariat.bo.disclose("health", "yes", "x")
    with acting(user=secretariat.sille), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        secretariat.bo.consent_to(["friend_photo"], given="spoken", witnessed_by=secretariat.sille)
    with acting(user=secretariat.sille), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        secretariat.bo.attach(house, kind="comes_here", from_on=timezone.localdate(), heard_by=secretariat.sille)


def test_the_log_has_its_row_and_one_for_each_opening(secretariat):
    cast = secretariat
    use(cast)
    with acting(user=cast.sille):
        assert open_confidence(cast.told, EMERGENCY) == TOLD

        rows = [(row.action, row.object_type, row.object_id, row.purpose) for row in AccessLog.objects.order_by("seq")]

    assert rows == [
        ("breakglass", "citizen", cast.bo.pk, "emergency"),
        ("breakglass", "confidence", cast.told.pk, "emergency"),
    ]


def test_the_coordinator_sees_who_opened_it_and_that_it_was_an_emergency(secretariat):
    cast = secretariat
    use(cast)
    with acting(user=cast.sille):
        open_confidence(cast.told, EMERGENCY)

    with acting(user=cast.karen):
        (opening,) = openings_of([cast.told])[cast.told.pk]
    assert (opening["name"], opening["purpose"]) == ("Sille Sekretær", "emergency")


@pytest.mark.parametrize("who", ["sille", "sofie", "karen", "lars", "nanna"])
def test_without_it_nobody_opens_in_an_emergency(secretariat, who):
    if who == "sofie":
        use(secretariat)

    with acting(user=getattr(secretariat, who)), pytest.raises(NotPossible):
        open_confidence(secretariat.told, EMERGENCY)


def test_with_it_one_still_opens_nothing_for_another_purpose(secretariat):
    use(secretariat)

    with acting(user=secretariat.sille), pytest.raises(NotPossible):
        open_confidence(secretariat.told, "check_in")


def test_the_review_is_somebody_elses(secretariat):
    cast = secretariat
    glass = use(cast)
    with acting(user=cast.sille):
        glass.end(by=cast.sille)

    with acting(user=cast.sille), pytest.raises(NotPossible):
        glass.review("right", by=cast.sille)
    with acting(user=cast.sille), pytest.raises(NotPossible):
        glass.review("right", by=cast.sofie)
    with acting(user=cast.sofie):
        assert list(BreakGlass.objects.to_be_reviewed_by(cast.sofie)) == [glass]
        glass.review("talk", by=cast.sofie)
        assert not BreakGlass.objects.to_be_reviewed_by(cast.sofie).exists()
        with pytest.raises(NotPossible):
            glass.review("right", by=cast.sofie)
        assert BreakGlass.objects.get().outcome == "talk"


def test_it_is_looked_at_once_it_is_over(secretariat):
    glass = use(secretariat)

    with acting(user=secretariat.sofie), pytest.raises(NotPossible):
        glass.review("right", by=secretariat.sofie)


def test_of_two_at_the_same_moment_one_opens(committed_cast):
    cast = committed_cast
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    citizens = [people.create_citizen(cast), people.create_citizen(cast, "Ib", house=cast.nabo)]
    refused = []

    def try_it(citizen) -> None:
        try:
            use(cast, citizen)
        except NotPossible as error:
            refused.append(error)
        connection.close()

    threads = [Thread(target=try_it, args=[citizen]) for citizen in citizens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    with acting(user=cast.sille):
        assert BreakGlass.objects.count() == 1
