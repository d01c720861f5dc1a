"""What the app's login cannot do in SQL, whoever acts: forge a user, an answer, a state, a link."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from access.models import Link
from accounts.models import User
from volunteers.models import Volunteer
from weshelter.tests import people


def refused(statement: str, *values, **who) -> None:
    """The statement is refused for whoever acts; nothing of it stands."""
    with pytest.raises(DatabaseError), acting(**who), connection.cursor() as cursor:
        cursor.execute(statement, values)


def token_of(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]


@pytest.mark.parametrize("who", ["karen", "lars", None])
def test_nobody_becomes_the_secretariat(cast, who):
    user = getattr(cast, who) if who else None

    refused("UPDATE accounts_user SET is_secretariat = true WHERE name = 'Karen Koordinator'", user=user)
    refused(
        "INSERT INTO accounts_user (id, name, email, password, is_secretariat, is_active)"
        " VALUES (gen_random_uuid(), 'X', 'x@example.org', '', true, true)",
        user=user,
    )


def test_a_password_is_still_changed_by_whoever_proved_the_address(cast):
    cast.karen.choose_password("en anden lang adgangskode")

    assert User.objects.get(pk=cast.karen.pk).check_password("en anden lang adgangskode")


def test_a_coordinator_does_not_screen_herself(cast):
    karen = people.apply("Karen Koordinator", cast.rg60.friend_role)
    with acting(user=cast.sille):
        Volunteer.objects.filter(pk=karen.pk).update(user=cast.karen)

    with acting(user=cast.karen):
        assert Volunteer.objects.filter(pk=karen.pk).update(state="interviewed") == 0
        assert Volunteer.objects.filter(pk=karen.pk).update(user=None) == 0


@pytest.mark.parametrize("change", ["email = 'x@example.net'", "capacity = 9", "state = 'resting'", "name = 'X'"])
def test_the_link_of_the_agreement_changes_nothing_but_the_last_step(cast, change):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        token = token_of(issue_link(Purpose.AGREEMENT, vera, "screening:sign"))

    refused(f"UPDATE volunteers_volunteer SET {change}", link=token)


@pytest.mark.parametrize(
    ("who", "change"),
    [
        ("link", "citizen_yes_at = now()"),
        ("link", "state = 'active'"),
        ("link", "started_on = '2026-01-01'"),
        ("lars", "volunteer_yes_at = now()"),
        ("lars", "state = 'ended'"),
        (
            "lars",
            "citizen_yes_at = now(), citizen_yes_heard_by_id = (SELECT id FROM accounts_user WHERE is_secretariat)",
        ),
        ("karen", "state = 'active'"),
        ("karen", "state = 'ended'"),
    ],
)
def test_a_match_changes_only_by_whose_answer_it_is(cast, who, change):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        token = token_of(issue_link(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match))
    actor = {"link": token} if who == "link" else {"user": getattr(cast, who)}

    refused(f"UPDATE matching_match SET {change}", **actor)


def test_a_declined_match_stays_declined(cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.decline(by=cast.karen)

    refused("UPDATE matching_match SET state = 'proposed'", user=cast.karen)


def test_a_yes_is_given_once(cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()

    refused("UPDATE matching_match SET volunteer_yes_at = NULL", user=cast.karen)


@pytest.mark.parametrize(
    ("who", "purpose"), [("lars", "agreement"), ("lars", "proposal"), ("nanna", "own_page"), ("link", "own_page")]
)
def test_a_link_is_made_only_by_whose_matter_it_is(cast, who, purpose):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        token = token_of(issue_link(Purpose.AGREEMENT, vera, "screening:sign"))
    actor = {"link": token} if who == "link" else {"user": getattr(cast, who)}

    refused("SELECT app.issue_link(%s, %s, NULL, 'x', now() + interval '1 day')", purpose, vera.pk, **actor)


def test_no_link_lives_for_ever(committed_cast, as_login):
    cast = committed_cast
    vera = people.ready_volunteer(cast)

    with acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute("SELECT app.issue_link('own_page', %s, NULL, 'x', now() + interval '100 years')", [vera.pk])

    as_login("owner")
    assert Link.objects.get(token_hash="x").expires_at < timezone.localtime() + timedelta(days=91)


def test_a_lead_elsewhere_learns_nothing_of_who_is_ready(cast):
    vera = people.ready_volunteer(cast)

    with acting(user=cast.leif), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM app.requirements_seen(ARRAY[%s]::uuid[])", [vera.pk])
        assert cursor.fetchall() == []
    refused("SELECT * FROM app.requirements(ARRAY[%s]::uuid[])", vera.pk, user=cast.leif)


def test_nobody_signs_or_talks_in_somebody_elses_name(cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    refused(
        "INSERT INTO screening_interview (id, volunteer_id, held_on, outcome, by_id)"
        " VALUES (gen_random_uuid(), %s, now(), 'good', %s)",
        anna.pk, cast.sille.pk, user=cast.karen,
    )  # fmt: skip
    refused(
        "INSERT INTO screening_signature (id, volunteer_id, agreement_id, signed_at, how)"
        " VALUES (gen_random_uuid(), %s, %s, now(), 'link')",
        anna.pk, cast.agreement.pk, user=cast.karen,
    )  # fmt: skip


def test_nobody_appoints_himself(cast):
    refused(
        "INSERT INTO institutions_membership (id, user_id, role, project_id, from_on)"
        " VALUES (gen_random_uuid(), %s, 'coordinator', %s, now())",
        cast.sille.pk, cast.rg60.friends.pk, user=cast.sille,
    )  # fmt: skip


def test_a_consent_is_withdrawn_once_and_witnessed_by_who_writes_it(cast):
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        bo.consents.get(purpose="friend").withdraw(by=cast.karen)

    refused("UPDATE citizens_consent SET withdrawn_at = NULL WHERE purpose = 'friend'", user=cast.karen)
    refused(
        "INSERT INTO citizens_consent (id, citizen_id, project_id, purpose, wording_version, given, given_at,"
        " witnessed_by_id) VALUES (gen_random_uuid(), %s, %s, 'friend', 1, 'spoken', now(), %s)",
        bo.pk, cast.rg60.friends.pk, cast.lars.pk, user=cast.karen,
    )  # fmt: skip


def test_the_secretariat_attaches_nobody(cast):
    bo = people.create_citizen(cast)

    refused(
        "INSERT INTO citizens_attachment (id, citizen_id, institution_id, kind, from_on)"
        " VALUES (gen_random_uuid(), %s, %s, 'comes_here', now())",
        bo.pk, cast.nabo.institution.pk, user=cast.sille,
    )  # fmt: skip


def test_nobody_writes_the_access_log_by_hand(cast):
    refused("SELECT app.log_access('open', 'confidence', gen_random_uuid(), NULL, 'check_in')", user=cast.leif)


def test_a_dead_link_sends_nothing(cast):
    refused(
        "INSERT INTO letters_message (id, kind, address, made_at, state, tries, next_try_at, fault)"
        " VALUES (gen_random_uuid(), 'x', 'x@example.org', now(), 'waiting', 0, now(), '')",
        link="no such token",
    )
