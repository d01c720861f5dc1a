"""No way to ready, to a match or to a place without each requirement: by verbs, as the app's login in SQL, by link."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from history.moves import NotPossible
from institutions.models import Project
from matching.models import Match
from screening.models import Agreement
from volunteers.models import Volunteer
from volunteers.readiness import missing
from volunteers.screeners import may_screen
from volunteers.tests import way
from weshelter.tests import people


def sql(statement: str, *values) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def lacking(cast, volunteer) -> list[str]:
    with acting(user=cast.sille):
        return [step.code for step in missing(volunteer)]


def without(cast, requirement: str) -> Volunteer:
    """Somebody in training who lacks one thing only."""
    if requirement == "course":
        return way.in_training(cast, signed=True)
    if requirement == "agreement":
        attendance = way.booked(cast, signed=False)
        with acting(user=cast.sille):
            attendance.tick(came=True, by=cast.sille)
        return attendance.volunteer
    volunteer = way.applied(cast)
    with acting(user=cast.sille):
        for state in ("interviewed", "in_training"):
            Volunteer.objects.filter(pk=volunteer.pk).update(state=state)
        volunteer.refresh_from_db()
        volunteer.assign(cast.rg60.friends, by=cast.sille)
        volunteer.sign(cast.agreement, how="paper", by=cast.sille)
        attendance = cast.course.book(volunteer)
        attendance.tick(came=True, by=cast.sille)
    return volunteer


REQUIREMENTS = ["interview", "agreement", "course"]


@pytest.mark.feature(12)
@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_one_thing_missing_is_named_and_keeps_from_ready(cast, requirement):
    volunteer = without(cast, requirement)

    assert lacking(cast, volunteer) == [requirement]
    assert way.now(cast, volunteer).state == "in_training"


@pytest.mark.feature(12)
@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_the_apps_login_cannot_write_ready_in_sql(cast, requirement):
    volunteer = without(cast, requirement)

    for user in (cast.karen, cast.sille):
        with acting(user=user), pytest.raises(DatabaseError, match="not ready"):
            sql("UPDATE volunteers_volunteer SET state = 'ready' WHERE id = %s", volunteer.pk)
    assert way.now(cast, volunteer).state == "in_training"


@pytest.mark.feature(12)
@pytest.mark.parametrize("requirement", REQUIREMENTS)
def test_the_apps_login_cannot_write_a_match_in_sql(cast, requirement):
    volunteer, bo = without(cast, requirement), people.create_citizen(cast)

    with acting(user=cast.karen), pytest.raises(DatabaseError, match="not ready"):
        sql(
            "INSERT INTO matching_match (id, project_id, citizen_id, volunteer_id, state, proposed_at, proposed_by_id)"
            " VALUES (gen_random_uuid(), %s, %s, %s, 'proposed', now(), %s)",
            cast.rg60.friends.pk,
            bo.pk,
            volunteer.pk,
            cast.karen.pk,
        )


@pytest.mark.feature(12)
def test_who_is_ready_can_be_matched_so_the_gate_is_no_wall(cast):
    vera, bo = people.ready_volunteer(cast), people.create_citizen(cast)

    with acting(user=cast.karen):
        assert Match.propose(vera, bo, by=cast.karen).state == "proposed"


@pytest.mark.feature(12)
def test_who_was_ticked_by_mistake_cannot_be_matched_any_more(cast):
    vera, bo = people.ready_volunteer(cast), people.create_citizen(cast)
    with acting(user=cast.sille):
        vera.attendances.select_related("volunteer").get().tick(came=False, by=cast.sille)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.propose(vera, bo, by=cast.karen)


@pytest.mark.feature(9)
def test_a_new_version_of_the_agreement_asks_for_a_new_signature(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        Agreement.objects.create(version=2, text_da="Ny")

    assert lacking(cast, vera) == ["agreement"]


def test_a_version_of_tomorrow_asks_for_nothing_yet(cast):
    vera = people.ready_volunteer(cast)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with acting(user=cast.sille):
        Agreement.objects.create(version=2, text_da="Ny", in_force_from=tomorrow)

    assert lacking(cast, vera) == []


def test_a_network_meeting_is_no_introduction(cast):
    tove = way.in_training(cast, signed=True)
    with acting(user=cast.sille):
        people.create_course(kind="network").book(tove).tick(came=True, by=cast.sille)

    assert lacking(cast, tove) == ["course"]


@pytest.mark.feature(12)
def test_by_her_own_link_nobody_writes_herself_ready(cast):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        token = issue_link(Purpose.AGREEMENT, tove, "screening:sign").rstrip("/").split("/")[-1]

    with acting(link=token), pytest.raises(DatabaseError, match="not ready"):
        sql("UPDATE volunteers_volunteer SET state = 'ready' WHERE id = %s", tove.pk)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE volunteers_volunteer SET project_ids = '{}'",
        "UPDATE courses_gathering SET taken = 0",
        "UPDATE screening_agreement SET text_da = 'Andet'",
        "UPDATE screening_interview SET by_id = volunteer_id",
        "UPDATE screening_signature SET how = 'link'",
        "INSERT INTO courses_attendance (id, gathering_id, volunteer_id, state)"
        " SELECT gen_random_uuid(), g.id, v.id, 'attended' FROM courses_gathering g, volunteers_volunteer v",
        "DELETE FROM volunteers_volunteer",
        "DELETE FROM screening_signature",
        "DELETE FROM courses_attendance",
    ],
)
def test_the_apps_login_has_no_such_command(cast, statement):
    people.ready_volunteer(cast)

    with acting(user=cast.sille), pytest.raises(DatabaseError, match="permission denied"):
        sql(statement)


def test_nobody_makes_a_yes_of_somebody_elses_conversation_nor_a_day_of_what_was_signed_by_link(cast):
    """So that nobody says both of the two yeses that a role may ask."""
    way.interviewed(cast)  # with Sille
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        token = issue_link(Purpose.AGREEMENT, tove, "screening:sign").rstrip("/").split("/")[-1]
    with acting(link=token):
        tove.sign(cast.agreement, how="link")

    with acting(user=cast.karen):
        seen = sql("SELECT FROM screening_interview"), sql("SELECT FROM screening_signature WHERE how = 'link'")
        changed = sql("UPDATE screening_interview SET outcome = 'no'")
        moved = sql("UPDATE screening_signature SET signed_at = now()")

    assert (seen, changed, moved) == ((2, 1), 0, 0)


def test_a_coordinator_elsewhere_writes_no_record_about_ours(cast):
    anna = way.applied(cast)

    with acting(user=cast.nanna), pytest.raises(DatabaseError, match="row-level security"):
        sql(
            "INSERT INTO screening_interview (id, volunteer_id, held_on, outcome, by_id)"
            " VALUES (gen_random_uuid(), %s, current_date, 'good', %s)",
            anna.pk,
            cast.nanna.pk,
        )


def test_a_coordinator_elsewhere_takes_no_place_for_ours(cast):
    tove = way.in_training(cast)

    with acting(user=cast.nanna), pytest.raises(DatabaseError, match="outside the scope"):
        cast.course.book(tove)


@pytest.mark.parametrize(
    ("who", "expected"), [("karen", True), ("sille", True), ("nanna", False), ("lars", False), ("leif", False)]
)
def test_who_screens(cast, who, expected):
    tove = way.now(cast, way.in_training(cast))
    user = getattr(cast, who)

    with acting(user=user):
        assert may_screen(user, tove) is expected


def test_one_is_not_assigned_after_a_no(cast):
    anna = way.applied(cast)
    with acting(user=cast.sille):
        anna.decline(reason="other", by=cast.sille)

    with acting(user=cast.sille), pytest.raises(NotPossible):
        anna.assign(Project.objects.get(pk=cast.rg60.food.pk), by=cast.sille)


def test_two_assignments_at_once_are_one(cast):
    tove = way.in_training(cast)

    with acting(user=cast.karen):
        tove.assign(cast.rg60.friends, by=cast.karen)

        assert tove.assignments.count() == 1


def test_nobody_declines_herself(cast):
    karen = way.applied(cast, "Karen Koordinator")
    way.becomes_user(cast, karen, cast.karen)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        way.now(cast, karen).decline(reason="other", by=cast.karen)


@pytest.mark.feature(2)
@pytest.mark.parametrize("step", [way.applied, way.interviewed, way.in_training])
def test_an_applicant_may_take_the_application_back_before_she_is_ready(cast, step):
    volunteer = step(cast)

    with acting(user=cast.karen):
        volunteer.withdraw(by=volunteer)

    assert way.now(cast, volunteer).state == "withdrawn"


@pytest.mark.feature(2)
def test_who_is_ready_is_not_declined_any_more(cast):
    vera = people.ready_volunteer(cast)

    with acting(user=cast.sille), pytest.raises(NotPossible):
        vera.decline(reason="other", by=cast.sille)
