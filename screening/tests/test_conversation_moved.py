"""A conversation that is agreed is moved, called off or replaced by other times: both are told, calendars follow."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from access.context import acting
from access.links import Purpose, issue_link
from letters.models import Message
from screening.models import Appointment
from screening.tests.test_conversations import letters, now, typed
from volunteers.emails import moment_in_words
from volunteers.tests import way
from weshelter.tests import people


@pytest.fixture
def agreed(cast) -> Appointment:
    """Anna has chosen a time with Karen."""
    return way.chosen(cast, way.applied(cast))


def page(name: str, appointment) -> str:
    return reverse(f"screening:{name}", args=[appointment.volunteer_id])


def link_to(cast, appointment) -> str:
    with acting(user=cast.karen):
        link = issue_link(Purpose.CONVERSATION, appointment.volunteer, "screening:choose", about=appointment)
    return reverse("screening:choose", args=[way.token_of(link)])


def entry(client, path: str) -> tuple:
    """What the file tells the calendar: method, status, sequence, and the UID."""
    calendar = Calendar.from_ical(client.get(path).content)
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), str(event["status"]), event["sequence"], str(event["uid"])


def said(**changes) -> dict:
    at = timezone.localtime() + timedelta(days=9)
    return {"chosen": f"{at:%Y-%m-%d}T15:00", "place": "Haven", **changes}


@pytest.mark.feature(94)
def test_the_calendar_entry_moves_and_is_taken_out(client, cast, agreed):
    link = link_to(cast, agreed)
    people.sign_in(client, cast.karen)
    files = [entry(client, link + "samtale.ics")]

    client.post(page("move_conversation", agreed), said())
    files.append(entry(client, page("calendar", agreed)))
    client.post(page("call_off_conversation", agreed))
    files.append(entry(client, page("calendar", agreed)))

    uid = f"{agreed.pk}@weshelter"
    assert files == [
        ("PUBLISH", "CONFIRMED", 0, uid),
        ("PUBLISH", "CONFIRMED", 1, uid),
        ("CANCEL", "CANCELLED", 2, uid),
    ]


@pytest.mark.feature(94)
def test_new_times_name_the_agreed_one_and_take_it_out_of_the_calendar(client, committed_cast, mailbox):
    cast = committed_cast
    former = way.chosen(cast, way.applied(cast))
    people.sign_in(client, cast.karen)

    client.post(page("offer", former), typed(5, 6))

    mail = next(one for one in mailbox() if one.message.kind == "conversation_times")
    calendar = next(line for line in mail.text.splitlines() if line.endswith("samtale.ics"))
    cancelled = entry(client, calendar.replace("http://localhost:8000", ""))
    assert moment_in_words(former.chosen) in mail.text
    assert former.place in mail.text
    assert cancelled == ("CANCEL", "CANCELLED", 1, f"{former.pk}@weshelter")


@pytest.mark.feature(94)
def test_who_was_to_hold_it_hears_that_somebody_else_offers_other_times(client, cast, agreed):
    people.sign_in(client, cast.sille)

    client.post(page("offer", agreed), typed(5))

    with acting(user=cast.sille):
        told = Message.objects.filter(kind="conversation_told")
        assert [one.address for one in told] == [cast.karen.email]


@pytest.mark.feature(94)
def test_who_holds_it_hears_at_once_which_one_of_the_coming_day_is_given_back(client, committed_cast, mailbox):
    agreed = way.chosen(committed_cast, way.applied(committed_cast), hours=20)

    client.post(link_to(committed_cast, agreed), {"answer": "none"})

    [mail] = [one for one in mailbox() if one.message.kind == "conversation_answered"]
    assert mail.message.address == committed_cast.karen.email
    assert moment_in_words(agreed.chosen) in mail.text
    assert agreed.place in mail.text


def test_first_times_name_none_and_take_out_nothing(client, committed_cast, mailbox):
    cast = committed_cast
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    client.post(reverse("screening:offer", args=[anna.pk]), typed(1, 2))

    [mail] = [one for one in mailbox() if one.message.kind == "conversation_times"]
    assert ".ics" not in mail.text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"chosen": "2020-01-01T12:00"}, "chosen"),
        ({"chosen": "2099-01-01T12:00"}, "chosen"),
        ({"chosen": "i morgen"}, "chosen"),
        ({"place": ""}, "place"),
        ({"place": "010190-1234"}, "place"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, agreed, changes, field):
    people.sign_in(client, cast.karen)

    answer = client.post(page("move_conversation", agreed), said(**changes))

    assert list(answer.context["form"].errors) == [field]
    assert now(cast, agreed) == ("booked", agreed.chosen)


def test_what_is_not_agreed_is_neither_moved_nor_called_off(client, cast):
    offered = way.offered(cast, way.applied(cast))
    people.sign_in(client, cast.karen)

    answers = [client.post(page(f"{act}_conversation", offered), said()) for act in ("move", "call_off")]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert letters(cast) == []


@pytest.mark.parametrize("changes", ["chosen = now() + interval '9 days'", "place = 'Et andet sted'"])
def test_nobody_moves_it_by_a_link_not_even_in_sql(cast, agreed, changes):
    token = way.token_of(link_to(cast, agreed))

    with acting(link=token), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(f"UPDATE screening_appointment SET {changes}")

    assert now(cast, agreed) == ("booked", agreed.chosen)


def test_the_link_says_that_it_is_called_off(client, cast, agreed):
    people.sign_in(client, cast.karen)
    client.post(page("call_off_conversation", agreed))

    answer = client.get(link_to(cast, agreed)).content.decode()

    assert "Samtalen er aflyst" in answer


@pytest.mark.parametrize(("who", "status"), [("nanna", 404), ("lars", 404)])
def test_nobody_else_moves_it(client, cast, agreed, who, status):
    people.sign_in(client, getattr(cast, who))

    assert {client.get(page(f"{act}_conversation", agreed)).status_code for act in ("move", "call_off")} == {status}


@pytest.mark.feature(94)
def test_what_was_agreed_for_the_morning_is_taken_back_in_the_night(client, cast):
    """Somebody would stand there at eight, and the mail leaves at seven."""
    agreed = way.chosen(cast, way.applied(cast), hours=10)
    people.sign_in(client, cast.karen)
    client.post(page("offer", agreed), typed(5))
    again = way.chosen(cast, way.applied(cast, "Bente Beck"), hours=10)

    client.post(link_to(cast, again), {"answer": "none"})

    with acting(user=cast.sille):
        told = Message.objects.filter(kind__in=["conversation_times", "conversation_answered"])
        assert [(one.kind, one.may_wait) for one in told.order_by("made_at")] == [
            ("conversation_times", False),
            ("conversation_answered", False),
        ]
