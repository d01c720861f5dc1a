"""A first meeting is called off and arranged anew: both who were to come are told, and the former host, once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from access.context import acting
from history.moves import NotPossible
from letters.models import Message
from matching.models import FirstMeeting, Match
from weshelter.tests import people


@pytest.fixture
def pair(cast) -> Match:
    """Both have said yes, and Lars is there the first time."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        FirstMeeting.arrange(match, **said(cast.lars))
    return match


def said(host, **changes) -> dict:
    at = timezone.localtime().replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=2)
    return {"starts_at": at, "place": "Caféen", "accompanied_by": host, **changes}


def typed(host, **changes) -> dict:
    values = said(host, **changes)
    return {**values, "starts_at": f"{values['starts_at']:%Y-%m-%dT%H:%M}", "accompanied_by": host.pk}


def url(name: str, pair) -> str:
    return reverse(f"matching:{name}", args=[pair.pk])


def mails(cast) -> list[tuple[str, str]]:
    with acting(user=cast.sille):
        return sorted(Message.objects.filter(kind__startswith="first_meeting").values_list("kind", "address"))


@pytest.mark.feature(94)
def test_called_off_it_stands_on_the_desk_as_to_be_arranged(client, cast, pair):
    people.sign_in(client, cast.karen)

    client.post(url("call_off_first_meeting", pair))

    desk = client.get(reverse("coordinators:desk")).context["desk"]
    assert "Begge har sagt ja: Aftal det første møde" in [line.what for line in desk.mine]
    assert "Aflyst: Aftal en anden dag" in client.get(reverse("coordinators:pair", args=[pair.pk])).content.decode()


@pytest.mark.feature(71)
@pytest.mark.feature(94)
def test_the_calendar_takes_it_out_and_takes_the_next_one_in(client, cast, pair):
    people.sign_in(client, cast.karen)
    entries = []
    client.post(url("call_off_first_meeting", pair))
    entries.append(Calendar.from_ical(client.get(url("calendar", pair)).content))
    client.post(url("first_meeting", pair), typed(cast.lars, place="Haven"))
    entries.append(Calendar.from_ical(client.get(url("calendar", pair)).content))

    events = [entry.walk("VEVENT")[0] for entry in entries]
    assert [str(entry["method"]) for entry in entries] == ["CANCEL", "PUBLISH"]
    assert [event["sequence"] for event in events] == [1, 2]
    assert {str(event["uid"]) for event in events} == {f"{pair.pk}@weshelter"}


@pytest.mark.feature(94)
def test_arranged_anew_with_another_the_former_host_is_told(client, cast, pair):
    people.sign_in(client, cast.karen)

    client.post(url("first_meeting", pair), typed(cast.karen))

    assert mails(cast) == [
        ("first_meeting", "vera@example.net"),
        ("first_meeting_host", cast.karen.email),
        ("first_meeting_host_off", cast.lars.email),
    ]


def test_said_once_more_it_is_told_to_nobody(client, cast, pair):
    people.sign_in(client, cast.karen)

    client.post(url("first_meeting", pair), typed(cast.lars))

    assert mails(cast) == []
    with acting(user=cast.karen):
        assert FirstMeeting.objects.get().changes == 0


def test_the_second_who_calls_it_off_is_told_who_was_first(cast, pair):
    with acting(user=cast.karen):
        meeting = FirstMeeting.objects.get()
        meeting.call_off(by=cast.karen)

        with pytest.raises(NotPossible, match="allerede aflyst"):
            meeting.call_off(by=cast.karen)


@pytest.mark.parametrize(("who", "status"), [("lars", 403), ("nanna", 404), ("sille", 404)])
def test_nobody_else_calls_it_off(client, cast, pair, who, status):
    people.sign_in(client, getattr(cast, who))

    assert client.post(url("call_off_first_meeting", pair)).status_code == status
    assert mails(cast) == []
