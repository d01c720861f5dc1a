"""The locks on the history: nobody forges, changes or switches it off, and one sees it of what one sees."""

import pghistory.core
import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction
from pghistory.models import Context

from access.context import acting
from access.links import Purpose, issue_link
from history.tracking import events_of
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import people

EVENTS = pghistory.core.event_models()
TABLES = [event._meta.db_table for event in EVENTS]
OF_VOLUNTEERS = {"Volunteer", "Interview", "Signature", "Assignment", "Attendance"}


def ask(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize("what", ["INSERT", "UPDATE", "DELETE", "TRUNCATE"])
def test_the_app_may_only_read_events(db, what):
    may = [
        table
        for table in [*TABLES, "pghistory_context"]
        if ask("SELECT has_table_privilege('weshelter_app', %s, %s)", table, what)[0]
    ]

    assert may == []


@pytest.mark.parametrize("what", ["INSERT", "UPDATE", "TRUNCATE"])
def test_the_jobs_may_only_delete_events_whose_time_is_over(db, what):
    may = [
        table
        for table in [*TABLES, "pghistory_context"]
        if ask("SELECT has_table_privilege('weshelter_jobs', %s, %s)", table, what)[0]
    ]

    assert may == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE matching_matchevent SET state = 'ended'",
        "DELETE FROM matching_matchevent",
        "TRUNCATE matching_matchevent",
        "INSERT INTO matching_matchevent SELECT * FROM matching_matchevent",
        "UPDATE pghistory_context SET metadata = '{}'",
        "ALTER TABLE matching_match DISABLE TRIGGER ALL",
        "SELECT public._pgh_attach_context()",
        "CREATE OR REPLACE FUNCTION public._pgh_attach_context() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    ],
)
def test_the_apps_login_is_refused_even_when_it_ignores_triggers(cast, statement):
    people.create_match(cast)

    refused = pytest.raises(DatabaseError, match=r"permission denied|must be owner")
    with acting(user=cast.karen), pgtrigger.ignore(), refused, transaction.atomic():
        connection.cursor().execute(statement)


def test_a_change_is_recorded_even_by_who_ignores_triggers(cast):
    match = people.create_match(cast)

    with acting(user=cast.karen), pgtrigger.ignore():
        Match.objects.filter(pk=match.pk).update(state="active")
        last = events_of(Match).objects.filter(pgh_obj=match.pk).latest("pgh_id")

    assert last.state == "active"


def test_nobody_changes_an_event_not_even_the_owner(committed_cast, as_login):
    people.create_match(committed_cast)
    as_login("owner")

    with pgtrigger.ignore(), pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        connection.cursor().execute("UPDATE matching_matchevent SET state = 'ended'")


def test_the_jobs_delete_events(committed_cast, as_login):
    people.create_match(committed_cast)
    as_login("jobs")

    deleted, _ = events_of(Match).objects.all().delete()

    assert (deleted > 0, events_of(Match).objects.count()) == (True, 0)


def test_every_trigger_that_writes_an_event_has_the_owners_rights_and_nobody_calls_it(db):
    """A migration that makes a trigger anew calls `write_as_owner` again."""
    loose = ask(
        "SELECT p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE p.prosrc LIKE '%%_pgh_attach_context%%' AND (NOT p.prosecdef"
        " OR NOT coalesce(array_to_string(p.proconfig, ',') LIKE '%%search_path=%%', false)"
        " OR has_function_privilege('public', p.oid, 'EXECUTE'))"
    )

    assert loose == []


def test_the_librarys_functions_are_ours(db):
    sources = ask("SELECT prosrc FROM pg_proc WHERE proname IN ('_pgh_attach_context', '_pgtrigger_should_ignore')")

    assert ["pghistory.context" in source or "pgtrigger.ignore" in source for source in sources] == [False, False]


def two_pairs(cast):
    people.create_match(cast)
    people.create_match(
        cast,
        citizen=people.create_citizen(cast, "Ib", house=cast.nabo),
        volunteer=people.ready_volunteer(cast, "Ulla Uden", house=cast.nabo),
        house=cast.nabo,
    )


def seen(event, user):
    """The rows of a tracked model whose history the user should see."""
    model = event.pgh_tracked_model
    if model.__name__ in OF_VOLUNTEERS:
        screened = Volunteer.objects.screened_by(user)
        return set(screened) if model is Volunteer else set(model.objects.filter(volunteer__in=screened))
    if model.__name__ == "User":
        return set(model.objects.all()) if user.is_secretariat else set()
    if model.__name__ == "Project":
        return set(model.objects.all()) if user.is_secretariat else set(model.objects.coordinated_by(user))
    return set(model.objects.visible_to(user))


@pytest.mark.parametrize("who", ["sille", "karen", "lars", "nanna", "leif"])
def test_one_sees_the_history_of_the_rows_that_one_sees(cast, who):
    two_pairs(cast)
    user = getattr(cast, who)

    with acting(user=user):
        for event in EVENTS:
            shown = set(event.objects.values_list("pgh_obj_id", flat=True))
            assert shown == {row.pk for row in seen(event, user)}, event._meta.label


def test_nobody_sees_the_history_of_her_own_screening(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        Volunteer.objects.filter(pk=vera.pk).update(user=cast.karen)

    with acting(user=cast.karen):
        assert not events_of(Volunteer).objects.filter(pgh_obj=vera.pk).exists()


def test_without_anybody_signed_in_there_is_no_history(cast):
    match = people.create_match(cast)
    with acting(user=cast.karen):
        token = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page").rsplit("/", 2)[-2]

    for context in ({}, {"link": token}, {"new_id": match.volunteer_id}):
        with acting(**context):
            assert [event._meta.label for event in [*EVENTS, Context] if event.objects.exists()] == []
