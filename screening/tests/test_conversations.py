"""Times for the conversation are chosen by link, once; how it went is written down, and a second person says yes."""

from datetime import UTC, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from access.context import acting
from access.links import Purpose, issue_link
from history.moves import NotPossible
from letters.models import Message
from screening.models import Appointment, SecondYes
from volunteers.tests import way
from weshelter.tests import people


def link_for(cast, appointment) -> str:
    with acting(user=cast.karen):
        link = issue_link(Purpose.CONVERSATION, appointment.volunteer, "screening:choose", about=appointment)
    return reverse("screening:choose", args=[way.token_of(link)])


def now(cast, appointment) -> tuple:
    with acting(user=cast.karen):
        one = Appointment.objects.get(pk=appointment.pk)
        return one.state, one.chosen


def letters(cast) -> list[str]:
    with acting(user=cast.sille):
        return list(Message.objects.order_by("made_at").values_list("kind", flat=True))


def typed(*days: int) -> dict:
    """Times as the browser writes them, some days from now at five."""
    at = [timezone.localtime() + timedelta(days=day) for day in days]
    times = {f"time_{number}": f"{one:%Y-%m-%d}T17:00" for number, one in enumerate(at, start=1)}
    return {"place": "Caféen", **times}


@pytest.mark.feature(4)
def test_the_coordinator_offers_times_and_the_applicant_gets_a_letter(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:offer", args=[anna.pk]), typed(1, 2, 3))

    assert response.url == reverse("screening:detail", args=[anna.pk])
    assert letters(cast) == ["conversation_times"]
    with acting(user=cast.karen):
        assert [len(one.times) for one in anna.appointments.all()] == [3]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"time_1": "2020-01-01T12:00"}, "time_1"),
        ({"time_1": ""}, "time_1"),
        ({"time_2": "2099-01-01T12:00"}, "time_2"),
        ({"time_3": "i morgen"}, "time_3"),
        ({"place": ""}, "place"),
    ],
    ids=str,
)
def test_a_time_that_cannot_be_is_refused_beside_its_field(client, cast, changes, field):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:offer", args=[anna.pk]), typed(1) | changes)

    assert list(response.context["form"].errors) == [field]
    assert letters(cast) == []


@pytest.mark.feature(72)
@pytest.mark.parametrize(("hours", "told"), [((48, 72), []), ((20, 72), ["conversation_answered"])])
def test_the_applicant_chooses_one_and_whoever_holds_it_hears_at_once_if_it_is_soon(client, cast, hours, told):
    """Else in the daily mail."""
    appointment = way.offered(cast, way.applied(cast), hours=hours)
    link = link_for(cast, appointment)

    response = client.post(link, {"time": appointment.times[0].isoformat()})

    assert response.url == link
    assert now(cast, appointment) == ("booked", appointment.times[0])
    assert letters(cast) == ["conversation_booked", *told]


def test_looking_chooses_nothing(client, cast):
    appointment = way.offered(cast, way.applied(cast))

    client.get(link_for(cast, appointment))

    assert now(cast, appointment) == ("offered", None)


@pytest.mark.feature(72)
def test_two_clicks_are_one_choice_and_the_first_one_stands(client, cast):
    appointment = way.offered(cast, way.applied(cast))
    link = link_for(cast, appointment)
    client.post(link, {"time": appointment.times[0].isoformat()})

    client.post(link, {"time": appointment.times[1].isoformat()})

    assert now(cast, appointment) == ("booked", appointment.times[0])
    assert letters(cast) == ["conversation_booked"]


def test_a_time_that_has_passed_cannot_be_chosen(client, cast):
    appointment = way.offered(cast, way.applied(cast), hours=(-2, 48))

    response = client.post(link_for(cast, appointment), {"time": appointment.times[0].isoformat()})

    assert response.context["form"].errors["time"] == ["Den tid er passeret. Vælg en anden."]
    assert now(cast, appointment) == ("offered", None)


@pytest.mark.parametrize("chosen", ["now() - interval '1 hour'", "now() + interval '1 year'"])
def test_not_even_in_sql_is_a_time_chosen_that_was_not_offered(cast, chosen):
    appointment = way.offered(cast, way.applied(cast), hours=(-1, 48))

    with acting(user=cast.karen), pytest.raises(DatabaseError, match="not this time"), transaction.atomic():
        connection.cursor().execute(f"UPDATE screening_appointment SET state = 'booked', chosen = {chosen}")
    assert now(cast, appointment) == ("offered", None)


def test_none_fits_is_said_and_times_are_offered_anew(client, cast):
    anna = way.applied(cast)
    former = way.offered(cast, anna)
    client.post(link_for(cast, former), {"answer": "none"})

    way.offered(cast, anna, hours=(100,))

    with acting(user=cast.karen):
        assert [one.state for one in anna.appointments.all()] == ["offered", "none_fits"]
    assert letters(cast) == []


def test_a_time_that_was_chosen_and_fits_no_more_is_none(client, cast):
    appointment = way.offered(cast, way.applied(cast))
    link = link_for(cast, appointment)
    client.post(link, {"time": appointment.times[1].isoformat()})

    client.post(link, {"answer": "none"})

    assert now(cast, appointment) == ("none_fits", None)


def test_times_offered_anew_end_the_former_link(client, cast):
    anna = way.applied(cast)
    link = link_for(cast, way.offered(cast, anna))

    way.offered(cast, anna)

    assert client.get(link).status_code == 404


@pytest.mark.feature(71)
def test_the_calendar_holds_the_time_in_utc_and_no_name(client, cast):
    anna = way.applied(cast)
    appointment = way.offered(cast, anna)
    link = link_for(cast, appointment)
    client.post(link, {"time": appointment.times[0].isoformat()})

    response = client.get(link + "samtale.ics")

    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert event.decoded("dtstart") == appointment.times[0].astimezone(UTC).replace(microsecond=0)
    assert (str(event["summary"]), str(event["location"])) == ("Samtale i WeShelter", "Caféen")


def test_no_calendar_before_a_time_is_chosen(client, cast):
    appointment = way.offered(cast, way.applied(cast))
    people.sign_in(client, cast.karen)

    assert client.get(link_for(cast, appointment) + "samtale.ics").status_code == 409
    assert client.get(reverse("screening:calendar", args=[appointment.volunteer_id])).status_code == 409


def test_an_applicant_who_is_declined_chooses_nothing_more(client, cast):
    anna = way.applied(cast)
    appointment = way.offered(cast, anna)
    link = link_for(cast, appointment)
    with acting(user=cast.karen):
        anna.decline(reason="other", by=cast.karen)

    assert client.post(link, {"answer": "none"}).status_code == 404
    assert now(cast, appointment) == ("replaced", None)


def test_of_an_applicant_who_is_declined_no_agreed_time_is_kept(client, cast):
    anna = way.applied(cast)
    appointment = way.offered(cast, anna)
    client.post(link_for(cast, appointment), {"time": appointment.times[1].isoformat()})

    with acting(user=cast.karen):
        anna.decline(reason="other", by=cast.karen)

    assert now(cast, appointment) == ("replaced", None)


@pytest.mark.feature(4)
@pytest.mark.parametrize("side", ["robustness", "expectations", "time", "limits"])
def test_a_no_on_one_side_is_never_a_yes_not_even_in_sql(cast, side):
    anna = way.applied(cast)

    with pytest.raises(DatabaseError, match="no_on_one_side_is_no_go"), acting(user=cast.karen):
        anna.hold_conversation(held_on=timezone.localdate(), outcome="good", by=cast.karen, **{side: "no"})


@pytest.fixture
def talked(cast):
    """Karen has held a good conversation with Ida, whose role asks that two decide."""
    way.asks(cast, cast.rg60.friend_role, asks_two=True)
    ida = way.applied(cast, "Ida Interviewet")
    with acting(user=cast.karen):
        ida.hold_conversation(held_on=timezone.localdate(), outcome="good", by=cast.karen)
    return ida


@pytest.mark.feature(5)
def test_the_second_cannot_be_the_first(cast, talked):
    with acting(user=cast.karen), pytest.raises(NotPossible, match="Du har selv holdt samtalen"):
        SecondYes.say(talked, by=cast.karen)


@pytest.mark.feature(5)
def test_nobody_says_yes_in_somebody_elses_name(cast, talked):
    with pytest.raises(DatabaseError, match="row-level security"), acting(user=cast.karen):
        SecondYes.say(talked, by=cast.sille)


@pytest.mark.feature(5)
def test_where_two_decide_one_is_not_enough_for_the_training(cast, talked):
    with acting(user=cast.karen), pytest.raises(NotPossible, match="Den anden godkendelse mangler"):
        talked.take_into_training(by=cast.karen)

    with acting(user=cast.sille):
        SecondYes.say(talked, by=cast.sille)
        talked.take_into_training(by=cast.sille)

    assert way.now(cast, talked).state == "in_training"


@pytest.mark.feature(5)
def test_the_page_says_who_is_wanted_to_the_first_and_asks_the_second(client, cast, talked):
    people.sign_in(client, cast.karen)
    first = client.get(reverse("screening:detail", args=[talked.pk])).content.decode()
    people.sign_in(client, cast.sille)
    second = client.get(reverse("screening:detail", args=[talked.pk])).content.decode()

    says_yes, trains = (reverse(f"screening:{act}", args=[talked.pk]) for act in ("second_yes", "training"))
    assert (says_yes in first, "en fra Frivilligindsatsen" in first) == (False, True)
    assert (says_yes in second, trains in second) == (True, False)


def test_a_second_yes_comes_after_the_conversation(cast):
    anna = way.applied(cast)

    with acting(user=cast.sille), pytest.raises(NotPossible, match="Samtalen kommer først"):
        SecondYes.say(anna, by=cast.sille)
