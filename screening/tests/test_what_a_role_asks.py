"""What a role asks beyond ready is asked of the rows, with their dates, at every match: by page and in SQL alike."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from access.context import acting
from history.moves import NotPossible
from matching.models import Match
from matching.suggesting.candidates import suggestions_for
from matching.suggesting.values import Weights
from screening.models import Agreement, RecordCheck, SecondYes
from volunteers.models import Assignment, Exemption
from volunteers.readiness import asked_of
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today


def propose(cast, volunteer) -> str:
    """What comes of proposing her: "proposed", or the gate's sentence."""
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        try:
            return Match.propose(volunteer, bo, by=cast.karen).state
        except NotPossible as error:
            return str(error)


def by_the_clock(as_login, table: str, change: str) -> None:
    """Dates pass, and no job has run: as the owner, with the gates looking away."""
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE {table} SET {change}")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    as_login("app")


@pytest.mark.feature(12)
@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"references_asked": 1}, "Den frivillige er ikke klar. Der mangler: referencer."),
        ({"record_asked": "criminal_record"}, "Den frivillige er ikke klar. Der mangler: straffeattest."),
        ({"record_asked": "children_record"}, "Den frivillige er ikke klar. Der mangler: børneattest."),
        (
            {"asks_two": True, "references_asked": 2},
            "Den frivillige er ikke klar. Der mangler: godkendelse fra en anden, referencer.",
        ),
    ],
    ids=str,
)
def test_what_the_role_asks_and_is_missing_keeps_from_a_match_and_is_named(cast, asked, named):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, **asked)

    assert propose(cast, vera) == named


@pytest.mark.feature(12)
def test_all_that_the_role_asks_opens_the_gate(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, references_asked=1, record_asked="criminal_record", asks_two=True)
    way.referee(cast, vera, trusts="yes")
    way.checked(cast, vera)
    with acting(user=cast.karen):
        SecondYes.say(vera, by=cast.karen)

    assert propose(cast, vera) == "proposed"


@pytest.mark.parametrize(
    ("outcome", "days", "opens"),
    [
        ("ok", 1, True),
        ("assessed_ok", 1, True),
        ("under_discussion", 1, False),
        ("not_ok", 1, False),
    ],
)
@pytest.mark.feature(7)
def test_only_a_check_that_was_found_in_order_counts(cast, outcome, days, opens):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    way.checked(cast, vera, outcome=outcome, days=days)

    assert (propose(cast, vera) == "proposed") is opens


@pytest.mark.feature(7)
def test_a_later_check_that_speaks_against_counts_more(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    way.checked(cast, vera)
    way.checked(cast, vera, outcome="under_discussion")

    assert propose(cast, vera) == "Den frivillige er ikke klar. Der mangler: straffeattest."


@pytest.mark.feature(12)
@pytest.mark.parametrize(
    ("table", "change"),
    [
        (
            "screening_recordcheck",
            "requested_on = current_date - 9, seen_on = current_date - 9, next_due_on = current_date - 1",
        ),
        ("volunteers_exemption", "given_on = current_date - 9, until_on = current_date - 1"),
    ],
)
def test_what_has_run_out_blocks_the_next_match_with_no_job_having_run(committed_cast, as_login, table, change):
    cast = committed_cast
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    if table == "volunteers_exemption":
        asked = way.requirement(cast, vera, "criminal_record")
        with acting(user=cast.sille):
            asked.exempt(why="Bestilt, er på vej", until_on=today(), by=cast.sille)
    else:
        way.checked(cast, vera)
    with acting(user=cast.karen):
        assert not any(ask.blocks for ask in asked_of([vera])[vera.pk])

    by_the_clock(as_login, table, change)

    assert propose(cast, vera) == "Den frivillige er ikke klar. Der mangler: straffeattest."


@pytest.mark.feature(13)
def test_an_exemption_opens_the_gate_until_its_day(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    asked = way.requirement(cast, vera, "criminal_record")

    with acting(user=cast.sille):
        asked.exempt(why="Bestilt, er på vej", until_on=today(), by=cast.sille)

    assert propose(cast, vera) == "proposed"


@pytest.mark.feature(13)
def test_an_exemption_taken_back_holds_no_longer(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, references_asked=1)
    asked = way.requirement(cast, vera, "references")
    with acting(user=cast.sille):
        asked.exempt(why="Kender hende", until_on=today() + timedelta(days=30), by=cast.sille).end(by=cast.sille)

    assert propose(cast, vera) == "Den frivillige er ikke klar. Der mangler: referencer."


@pytest.mark.feature(13)
def test_a_coordinator_exempts_nobody_and_the_secretariat_not_itself(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, references_asked=1)
    asked = way.requirement(cast, vera, "references")

    with pytest.raises(DatabaseError, match="row-level security"), acting(user=cast.karen):
        asked.exempt(why="Jeg vil gerne", until_on=today(), by=cast.karen)
    signe = people.create_user("Signe Sekretær", is_secretariat=True)
    way.becomes_user(cast, vera, signe)
    with pytest.raises(DatabaseError, match="row-level security"), acting(user=signe):
        asked.exempt(why="Jeg kender mig selv", until_on=today(), by=signe)


def test_an_exemption_is_given_for_a_year_at_most_and_never_prolonged(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, references_asked=1)
    asked = way.requirement(cast, vera, "references")

    with acting(user=cast.sille):
        with pytest.raises(NotPossible):
            asked.exempt(why="Længe", until_on=today() + timedelta(days=366), by=cast.sille)
        given = asked.exempt(why="Kort", until_on=today(), by=cast.sille)
        with pytest.raises(DatabaseError, match="not prolonged"), transaction.atomic():
            Exemption.objects.filter(pk=given.pk).update(until_on=today() + timedelta(days=9))


def test_a_role_that_asks_less_lets_its_requirement_go(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, references_asked=1)
    way.asks(cast, cast.rg60.friend_role, references_asked=0)

    assert propose(cast, vera) == "proposed"


def test_a_role_that_asks_less_lets_the_exemption_go_too(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    asked = way.requirement(cast, vera, "criminal_record")
    with acting(user=cast.sille):
        asked.exempt(why="Bestilt, er på vej", until_on=today(), by=cast.sille)

    way.asks(cast, cast.rg60.friend_role, record_asked="")

    with acting(user=cast.sille):
        assert not Exemption.objects.exists()


def test_what_another_project_asks_keeps_nobody_from_this_one(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.food_role, references_asked=1)
    with acting(user=cast.sille):
        vera.assign(cast.rg60.food, by=cast.sille)

    assert propose(cast, vera) == "proposed"


def test_an_assignment_without_a_role_gets_the_one_that_asks_the_most(cast):
    way.asks(cast, cast.rg60.food_role, references_asked=1)
    vera = people.ready_volunteer(cast)

    with acting(user=cast.sille):
        vera.assign(cast.rg60.food, by=cast.sille)

    with acting(user=cast.karen):
        assert Assignment.objects.get(volunteer=vera, project=cast.rg60.food).role == cast.rg60.food_role
        assert [ask.code for ask in asked_of([vera])[vera.pk]] == ["references"]


def test_a_role_of_another_project_is_refused(cast):
    vera = people.ready_volunteer(cast)

    with acting(user=cast.sille), pytest.raises(NotPossible):
        vera.assign(cast.rg60.food, role=cast.rg60.friend_role, by=cast.sille)


def test_who_lacks_something_is_not_suggested(cast):
    vera, bo = people.ready_volunteer(cast), people.create_citizen(cast)
    with acting(user=cast.karen):
        assert [one.candidate.id for one in suggestions_for(bo, cast.karen, Weights()).suggestions] == [str(vera.pk)]

    way.asks(cast, cast.rg60.friend_role, references_asked=1)

    with acting(user=cast.karen):
        ranking = suggestions_for(bo, cast.karen, Weights())
        assert (ranking.suggestions, ranking.left_out) == ((), {"asked": 1})


@pytest.mark.feature(9)
def test_a_correction_of_the_agreement_asks_nobody_to_sign_anew(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        Agreement.objects.create(version=2, text_da="Med et komma mere", demands_signature=False)

    assert propose(cast, vera) == "proposed"


@pytest.mark.feature(9)
def test_whoever_signed_the_correction_has_signed_what_was_demanded(cast):
    with acting(user=cast.sille):
        cast.agreement = Agreement.objects.create(version=2, text_da="Ny", demands_signature=False)
    vera = people.ready_volunteer(cast)

    assert propose(cast, vera) == "proposed"


@pytest.mark.feature(7)
def test_the_childrens_check_is_asked_only_where_the_role_is_with_children(cast):
    anna = way.applied(cast)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        RecordCheck.ask(anna, kind="children_record", by=cast.karen)
    way.asks(cast, cast.rg60.friend_role, record_asked="children_record")
    with acting(user=cast.karen):
        assert RecordCheck.ask(anna, kind="children_record", by=cast.karen).is_waiting


def test_a_lead_is_not_told_what_is_missing(cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")

    with acting(user=cast.lars), pytest.raises(NotPossible) as error:
        Match.objects.get(pk=match.pk).citizen_says_yes(heard_by=cast.lars)

    assert str(error.value) == "Den frivillige er ikke klar."
