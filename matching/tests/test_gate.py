"""What must hold before a match, by page and as the app's login in SQL: ready, room, consent, one open match."""

from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection

from access.context import acting
from history.moves import NotPossible
from matching.models import Match
from matching.suggesting.candidates import candidates_of
from weshelter.tests import people

INSERT = """
    INSERT INTO matching_match (id, project_id, citizen_id, volunteer_id, state, proposed_at, proposed_by_id)
    VALUES (gen_random_uuid(), %s, %s, %s, 'proposed', now(), %s)
"""


@pytest.mark.feature(12)
@pytest.mark.parametrize("how_far", ["applied", "interviewed", "in_training"])
def test_nobody_is_matched_before_ready_not_even_in_sql(cast, how_far):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        if how_far != "applied":
            anna.hold_conversation(held_on="2026-01-01", outcome="good", by=cast.karen)
        if how_far == "in_training":
            anna.take_into_training(by=cast.karen)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(anna, bo, by=cast.karen)
    with pytest.raises(IntegrityError, match="not ready"), acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute(INSERT, [cast.rg60.friends.pk, bo.pk, anna.pk, cast.karen.pk])


def test_a_state_written_by_hand_does_not_open_the_gate(cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    with (
        pytest.raises(IntegrityError, match="not ready"),
        acting(user=cast.karen),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE volunteers_volunteer SET state = 'ready' WHERE id = %s", [anna.pk])


def test_a_new_agreement_blocks_the_next_match_with_no_job_having_run(cast):
    vera = people.ready_volunteer(cast)
    bo = people.create_citizen(cast)
    with acting(user=cast.sille):
        people.Agreement.objects.create(version=2, text_da="Ny tekst")

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(vera, bo, by=cast.karen)


def test_who_has_not_signed_the_new_agreement_counts_as_not_ready_among_the_suggested(cast):
    people.ready_volunteer(cast)
    with acting(user=cast.karen):
        before = [one.ready for one in candidates_of(cast.karen, [cast.rg60.friends.pk])]
    with acting(user=cast.sille):
        people.Agreement.objects.create(version=2, text_da="Ny tekst")

    with acting(user=cast.karen):
        after = [one.ready for one in candidates_of(cast.karen, [cast.rg60.friends.pk])]

    assert (before, after) == ([True], [False])


@pytest.mark.feature(69)
def test_no_match_without_the_citizens_consent(cast):
    vera = people.ready_volunteer(cast)
    bo = people.create_citizen(cast, consents=["registration"])

    with acting(user=cast.karen), pytest.raises(NotPossible, match=r"yes|ja"):
        Match.propose(vera, bo, by=cast.karen)


@pytest.mark.feature(32)
def test_one_open_match_per_citizen(cast):
    match = people.create_match(cast, started=False)
    sofie = people.ready_volunteer(cast, "Sofie Skov")

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(sofie, match.citizen, by=cast.karen)


@pytest.mark.feature(32)
def test_a_volunteer_has_one_friend_unless_told(cast):
    match = people.create_match(cast)
    ib = people.create_citizen(cast, "Ib")

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(match.volunteer, ib, by=cast.karen)


def test_a_citizen_of_another_house_cannot_be_matched(cast):
    vera = people.ready_volunteer(cast)
    hidden = people.create_citizen(cast, house=cast.nabo)

    with (
        pytest.raises(DatabaseError, match="outside the scope"),
        acting(user=cast.karen),
        connection.cursor() as cursor,
    ):
        cursor.execute(INSERT, [cast.rg60.friends.pk, hidden.pk, vera.pk, cast.karen.pk])


@pytest.mark.feature(32)
def test_of_two_coordinators_at_once_one_wins(committed_cast):
    cast = committed_cast
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        people.Membership.objects.create(user=cast.nanna, role="coordinator", project=cast.rg60.friends)
    citizens = [people.create_citizen(cast, "Bo"), people.create_citizen(cast, "Ib")]
    answers = propose_at_once([(cast.karen, citizens[0]), (cast.nanna, citizens[1])], vera)

    assert sorted(answers) == ["no", "yes"]
    with acting(user=cast.karen):
        assert Match.objects.count() == 1


def propose_at_once(pairs, volunteer) -> list[str]:
    """Each coordinator proposes the same volunteer, on a connection of her own, at the same moment."""
    barrier, answers = Barrier(len(pairs)), []

    def run(user, citizen) -> None:
        try:
            barrier.wait()
            with acting(user=user):
                Match.propose(volunteer, citizen, by=user)
            answers.append("yes")
        except NotPossible:
            answers.append("no")
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
