"""A confidence is opened by its addressee, for a purpose, and only together with a row in the access log."""

import hashlib
from datetime import timedelta
from threading import Thread

import pytest
from cryptography.fernet import Fernet
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting, set_context
from history.models import AccessLog
from history.moves import NotPossible
from institutions.models import Membership
from notes.models import Confidence, coordinators_of, openings_of
from notes.reading import Purpose, open_confidence
from notes.tests.telling import TOLD, consenting_citizen, tell, withdraw_consent
from weshelter.tests import people


@pytest.fixture
def told(cast):
    return tell(consenting_citizen(cast), cast.rg60)


def log_rows(cast) -> list[AccessLog]:
    """All rows of the log, which only the secretariat sees."""
    with acting(user=cast.sille):
        return list(AccessLog.objects.order_by("seq"))


def join(cast, project, **dates):
    """Another coordinator of a project."""
    kim = people.create_user("Kim Koordinator")
    with acting(user=cast.sille):
        Membership.objects.create(user=kim, role="coordinator", project=project, **dates)
    return kim


@pytest.mark.feature(61)
@pytest.mark.parametrize("purpose", Purpose.values)
def test_an_addressee_reads_it_and_the_log_says_so(cast, told, purpose):
    with acting(user=cast.karen):
        assert open_confidence(told, purpose) == TOLD

    (row,) = log_rows(cast)
    assert (row.actor, row.action, row.object_type, row.object_id) == (cast.karen, "open", "confidence", told.pk)
    assert (row.project_id, row.purpose) == (told.project_id, purpose)


def test_each_opening_has_its_row_in_the_chain(cast, told):
    with acting(user=cast.karen):
        open_confidence(told, "check_in")
        open_confidence(told, "before_match")

    first, second = log_rows(cast)
    assert second.seq == first.seq + 1
    assert bytes(second.prev) == bytes(first.hash)
    assert len(bytes(first.hash)) == hashlib.sha256().digest_size


def test_the_row_stands_in_the_log_before_the_text_is_out(cast, told):
    """One statement does both; what asks the function sees the row as soon as it has the text."""
    with acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute("SELECT ciphertext FROM app.note_open(%s, 'check_in')", [told.pk])
        assert cursor.fetchone()[0]
        assert AccessLog.objects.filter(object_id=told.pk).count() == 1


def test_rolled_back_reading_and_row_vanish_together(committed_cast):
    cast = committed_cast
    told = tell(consenting_citizen(cast), cast.rg60)

    with transaction.atomic():
        set_context(uid=cast.karen.pk)
        assert open_confidence(told, "check_in") == TOLD
        transaction.set_rollback(True)

    assert log_rows(cast) == []
    with acting(user=cast.karen):
        assert openings_of([told]) == {told.pk: []}


def test_a_page_that_fails_after_reading_shows_nothing_and_leaves_no_row(committed_cast, client, monkeypatch):
    cast = committed_cast
    told = tell(consenting_citizen(cast), cast.rg60)
    people.sign_in(client, cast.karen)
    client.raise_request_exception = False
    monkeypatch.setattr("notes.views._openings", lambda confidence: 1 / 0)

    response = client.post(reverse("notes:open", args=[told.pk]), {"purpose": "check_in"})

    assert response.status_code == 500
    assert TOLD not in response.content.decode()
    assert log_rows(cast) == []


def test_a_text_that_cannot_be_unlocked_is_not_shown_and_leaves_no_row(committed_cast, client, settings):
    cast = committed_cast
    told = tell(consenting_citizen(cast), cast.rg60)
    people.sign_in(client, cast.karen)
    settings.MASTER_KEYS = [Fernet.generate_key().decode()]

    response = client.post(reverse("notes:open", args=[told.pk]), {"purpose": "check_in"})

    assert response.status_code == 409
    assert TOLD not in response.content.decode()
    assert log_rows(cast) == []


def test_of_opening_and_taking_back_at_once_one_comes_first(committed_cast):
    cast = committed_cast
    bo, done = consenting_citizen(cast), []

    def run(user, act) -> None:
        try:
            with acting(user=user):
                act()
                done.append(user.pk)
        except NotPossible:
            pass
        connection.close()

    for _each in range(5):
        told, done = tell(bo, cast.rg60), []
        threads = [
            Thread(target=run, args=(cast.karen, lambda told=told: open_confidence(told, "check_in"))),
            Thread(target=run, args=(cast.lars, lambda told=told: told.withdraw(by=cast.lars))),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(done) == 1


@pytest.mark.feature(60)
@pytest.mark.parametrize("name", ["lars", "nanna", "leif", "sille"])
def test_nobody_else_reads_it_and_nothing_is_logged(cast, told, name):
    with acting(user=getattr(cast, name)), pytest.raises(NotPossible):
        open_confidence(told, "check_in")

    assert log_rows(cast) == []


def test_without_anybody_acting_nothing_comes_out(cast, told):
    with transaction.atomic(), pytest.raises(NotPossible):
        open_confidence(told, "check_in")

    assert log_rows(cast) == []


@pytest.mark.parametrize("purpose", ["", "curious", "check_in'", "CHECK_IN"])
def test_another_purpose_opens_nothing_and_logs_nothing(cast, told, purpose):
    with acting(user=cast.karen), pytest.raises(NotPossible):
        open_confidence(told, purpose)

    assert log_rows(cast) == []


def test_a_former_coordinator_reads_nothing(cast, told):
    with acting(user=cast.sille):
        yesterday = timezone.localdate() - timedelta(days=1)
        Membership.objects.filter(user=cast.karen).update(from_on=yesterday, until_on=yesterday)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        open_confidence(told, "check_in")

    assert log_rows(cast) == []


def test_a_coordinator_who_came_later_sees_that_it_exists_and_cannot_open_it(cast, told):
    kim = join(cast, cast.rg60.friends)

    with acting(user=kim):
        assert Confidence.objects.get() == told
    with acting(user=kim), pytest.raises(NotPossible):
        open_confidence(told, "check_in")

    assert log_rows(cast) == []


def test_once_the_consent_is_taken_back_it_stays_shut(cast, told):
    withdraw_consent(told.citizen, cast.rg60)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        open_confidence(told, "check_in")

    assert log_rows(cast) == []


def test_what_is_taken_back_stays_shut(cast, told):
    with acting(user=cast.lars):
        told.withdraw(by=cast.lars)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        open_confidence(told, "check_in")

    assert log_rows(cast) == []


def test_what_was_opened_cannot_be_taken_back(cast, told):
    with acting(user=cast.karen):
        open_confidence(told, "check_in")

    with acting(user=cast.lars), pytest.raises(NotPossible):
        told.withdraw(by=cast.lars)


def test_taken_back_twice_is_refused(cast, told):
    with acting(user=cast.lars):
        told.withdraw(by=cast.lars)
        with pytest.raises(NotPossible):
            told.withdraw(by=cast.lars)


def test_only_the_author_takes_back(cast, told):
    with acting(user=cast.karen), pytest.raises(NotPossible):
        told.withdraw(by=cast.karen)


def test_the_readers_are_the_coordinators_in_force_when_it_was_written(cast):
    bo = consenting_citizen(cast)
    today = timezone.localdate()
    kim = join(cast, cast.rg60.friends)
    past = {"from_on": today - timedelta(days=9), "until_on": today - timedelta(days=1)}
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.nanna, role="coordinator", project=cast.rg60.friends, **past)

    told = tell(bo, cast.rg60)

    with acting(user=cast.lars):
        assert coordinators_of(bo.project) == told.readers() == [cast.karen, kim]


def test_the_author_learns_when_it_was_opened_and_the_coordinator_by_whom_and_why(cast, told):
    with acting(user=cast.karen):
        open_confidence(told, "check_in")
        (hers,) = openings_of([told])[told.pk]
    with acting(user=cast.lars):
        (his,) = openings_of([told])[told.pk]
    with acting(user=cast.nanna):
        elsewhere = openings_of([told])[told.pk]

    assert (hers["name"], hers["purpose"]) == ("Karen Koordinator", "check_in")
    assert (his["at"], his["name"], his["purpose"]) == (hers["at"], None, None)
    assert elsewhere == []


def test_another_house_is_told_no_coordinators(cast):
    with acting(user=cast.leif):
        assert coordinators_of(cast.rg60.friends) == []


def test_what_waits_for_a_coordinator_is_what_she_can_open_and_has_not(cast):
    bo, ida = consenting_citizen(cast), consenting_citizen(cast, "Ida")
    waits, opened, taken_back = (tell(bo, cast.rg60) for _each in range(3))
    tell(ida, cast.rg60)
    withdraw_consent(ida, cast.rg60)
    with acting(user=cast.lars):
        taken_back.withdraw(by=cast.lars)
    with acting(user=cast.karen):
        open_confidence(opened, "check_in")

        assert list(Confidence.objects.visible_to(cast.karen).unopened_by(cast.karen)) == [waits]
    with acting(user=cast.lars):
        assert not Confidence.objects.visible_to(cast.lars).unopened_by(cast.lars).exists()
