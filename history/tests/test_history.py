"""The history: who did what to which row, kept by the database, without a name or a text."""

import json
from datetime import timedelta

import pghistory.core
import pytest
from django.db import connection, models, transaction
from django.urls import reverse
from django.utils import timezone
from pghistory.models import Context

from access.context import acting, working
from access.links import Purpose, issue_link
from citizens.models import Wishes
from history.moves import move
from history.tracking import RowEvent, events_of
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import people
from weshelter.tests.code import our_models

# Personal data without a history, each with its reason.
WITHOUT_HISTORY = {
    "accounts.NewAddress": "gone within a day; that the address was changed stands in the history of the user",
    "access.Link": "holds the hash of a token; the app cannot read it",
    "foodclubs.Guest": "a nickname and nothing else",
    "history.AccessLog": "is itself only added to",
    "history.AccessTrail": "is itself only added to",
    "history.Failure": "a count; who has seen to it stands in its row",
    "letters.MessageBody": "a body",
    "matching.RoundPair": "a suggestion that nobody changes, gone after two weeks",
    "notes.ConfidenceBody": "a body",
    "notes.DataKey": "a key",
}
EVENTS = pghistory.core.event_models()


def last_event(thing):
    return events_of(type(thing)).objects.filter(pgh_obj=thing.pk).order_by("-pgh_id").first()


def actor_of(thing):
    """Who made the newest event of a row, as the history keeps it."""
    return last_event(thing).pgh_context.metadata


def test_every_model_with_personal_data_or_states_has_a_history():
    needing = {model._meta.label for model in our_models() if model.PERSONAL or hasattr(model, "MOVES")}

    tracked = {event.pgh_tracked_model._meta.label for event in EVENTS}

    assert needing - tracked == set(WITHOUT_HISTORY)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event._meta.label)
def test_an_event_holds_ids_states_dates_and_choices_and_no_text(event):
    texts = {
        field.name
        for field in event._meta.local_fields
        if isinstance(field, models.CharField | models.TextField | models.BinaryField | models.JSONField)
        and not field.choices
    }

    assert issubclass(event, RowEvent)
    assert texts == {"pgh_label"}


def test_no_column_of_an_event_table_is_longer_than_a_code(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name || '.' || column_name FROM information_schema.columns"
            " WHERE table_name = ANY(%s) AND (data_type IN ('text', 'ARRAY', 'bytea', 'jsonb')"
            " OR character_maximum_length > 20) AND column_name <> 'pgh_label'",
            [[event._meta.db_table for event in EVENTS]],
        )

        assert cursor.fetchall() == []


def test_an_insert_an_update_and_raw_sql_are_recorded_with_who_did_it(cast):
    citizen = people.create_citizen(cast)

    with acting(user=cast.lars):
        Wishes.objects.filter(citizen=citizen).update(own_words="Skak")
    with acting(user=cast.karen):
        connection.cursor().execute("UPDATE citizens_wishes SET wants_friend = false")
        events = events_of(Wishes).objects.filter(pgh_obj=citizen.pk).order_by("pgh_id")
        told = [(event.pgh_label, event.wants_friend, event.pgh_context.metadata["user"]) for event in events]

    assert told == [
        ("insert", True, str(cast.karen.pk)),
        ("update", True, str(cast.lars.pk)),
        ("update", False, str(cast.karen.pk)),
    ]


def test_the_event_knows_the_page_but_not_its_address(client, cast):
    citizen = people.create_citizen(cast)
    people.sign_in(client, cast.karen)

    client.post(reverse("citizens:consent", args=[citizen.pk]), {"purposes": ["guidance"], "given": "spoken"})

    with acting(user=cast.karen):
        assert actor_of(citizen.consents.get(purpose="guidance")) == {
            "user": str(cast.karen.pk),
            "view": "citizens:consent",
        }


def test_what_is_done_through_a_link_names_the_link_and_no_token(client, cast):
    volunteer = people.apply("Vera Ven", cast.rg60.friend_role)
    with acting(user=cast.karen):
        volunteer.hold_conversation(held_on="2026-01-01", outcome="good", by=cast.karen)
        volunteer.take_into_training(by=cast.karen)
        address = issue_link(Purpose.AGREEMENT, volunteer, "screening:sign")

    client.post(address.removeprefix("http://localhost:8000"), {"has_read": "on"})

    with acting(user=cast.karen):
        actor = actor_of(volunteer.signatures.get())
    assert (actor["purpose"], actor["view"], set(actor)) == (
        "agreement",
        "screening:sign",
        {"link", "purpose", "view"},
    )
    assert address.rsplit("/", 2)[-2] not in json.dumps(actor)


def test_an_application_is_recorded_as_made_by_whoever_applied(cast):
    volunteer = people.apply("Vera Ven", cast.rg60.friend_role)

    with acting(user=cast.karen):
        assert actor_of(volunteer) == {"new": str(volunteer.pk)}


def test_a_move_by_a_job_says_which(cast):
    long_ago = timezone.localtime() - timedelta(days=15)
    match = people.create_match(cast, started=False, proposed_at=long_ago)

    with acting(user=cast.karen):
        move(match, Match.State.EXPIRED, by="proposals")
        job = actor_of(match)["job"]
        match.citizen.consents.get(purpose="friend").withdraw(by=cast.karen)
        afterwards = actor_of(match.citizen.consents.exclude(withdrawn_at=None).get())

    assert job == "proposals"
    assert afterwards == {"user": str(cast.karen.pk)}


def test_a_job_is_recorded_by_its_name(committed_cast, as_login):
    volunteer = people.apply("Vera Ven", committed_cast.rg60.friend_role)
    as_login("jobs")

    with transaction.atomic(), working("clean up"):
        Volunteer.objects.filter(pk=volunteer.pk).update(capacity=2)

    assert actor_of(volunteer) == {"job": "clean up"}


@pytest.mark.parametrize("said", ["/borgere/Bo/", "Bo er <b>syg</b>", "x" * 81])
def test_a_context_takes_the_name_of_a_page_and_no_text(cast, said):
    citizen = people.create_citizen(cast)

    with acting(user=cast.karen):
        connection.cursor().execute("SELECT set_config('app.view', %s, true)", [said])
        citizen.disclose("past", "no", "")
        assert actor_of(citizen.disclosures.get()) == {"user": str(cast.karen.pk)}


def test_no_name_and_no_text_is_in_any_event_or_context(cast, as_login):
    canary = "Kanariefugl"
    citizen = people.create_citizen(cast, canary, own_words=canary, interests=[canary])
    match = people.create_match(cast, citizen=citizen, volunteer=people.ready_volunteer(cast, f"{canary} Ven"))
    with acting(user=cast.karen):
        citizen.disclose("past", "yes", canary)

        rows = [str(list(event.objects.values())) for event in EVENTS] + [str(list(Context.objects.values()))]

    assert str(match.pk) in "".join(rows)
    assert not [row for row in rows if canary in row]


def test_one_act_has_one_context_and_what_changes_nothing_has_none(cast):
    citizen = people.create_citizen(cast)
    with acting(user=cast.karen):
        before = Context.objects.count()

        Wishes.objects.filter(citizen=citizen).update(wants_friend=True)
        nothing = Context.objects.count() - before
        citizen.disclose("past", "no", "")
        citizen.disclose("health", "no", "")

        assert (nothing, last_event(citizen.disclosures.first()).pgh_context_id is None) == (0, False)
        assert len({last_event(line).pgh_context_id for line in citizen.disclosures.all()}) == 1
