"""A volunteer's dates in her own calendar: hers alone, in UTC, called off where they are, and no name of anybody."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from access.context import acting
from access.links import Purpose, issue_link
from courses.models import Attendance, Gathering
from courses.places import take_place
from foodclubs.models import Evening
from foodclubs.places import give_back
from foodclubs.tests import tables
from matching.models import FirstMeeting, Match
from screening.models import Appointment
from volunteers.tests import way
from weshelter.tests import people


def own_page(cast, volunteer) -> str:
    with acting(user=cast.karen):
        return issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page").rstrip("/").split("/")[-1]


def feed_of(client, cast, volunteer) -> str:
    """The path of the calendar that she makes on her own page."""
    page = client.post(reverse("coordinators:calendar", args=[own_page(cast, volunteer)]), {"act": "make"})
    return page.context["address"].replace("http://localhost:8000", "")


def dates(client, path: str) -> list[tuple]:
    """What, status and sequence of each date in the calendar."""
    events = Calendar.from_ical(client.get(path).content).walk("VEVENT")
    return [(str(one["summary"]), str(one["status"]), one["sequence"]) for one in events]


@pytest.fixture
def helper(cast):
    """Somebody with a place on a course and a task at an evening."""
    helper = tables.helper(cast, "Hanne Hansen")
    evening = tables.create_evening(cast.rg60)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), helper)
    helper.evening = evening
    return helper


@pytest.mark.feature(71)
def test_courses_and_tasks_stand_in_it_in_utc(client, cast, helper):
    path = feed_of(client, cast, helper)

    response = client.get(path)
    events = Calendar.from_ical(response.content).walk("VEVENT")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert len(events) == 2
    assert {one["dtstart"].dt.utcoffset().total_seconds() for one in events} == {0}
    assert {str(one["status"]) for one in events} == {"CONFIRMED"}


@pytest.mark.feature(71)
def test_an_evening_that_is_called_off_stays_and_says_so(client, cast, helper):
    path = feed_of(client, cast, helper)
    uids = {str(one["uid"]) for one in Calendar.from_ical(client.get(path).content).walk("VEVENT")}
    with acting(user=cast.karen):
        Evening.objects.get(pk=helper.evening.pk).cancel(by=cast.karen)

    called_off = [one for one in dates(client, path) if one[1] == "CANCELLED"]

    assert [(status, sequence) for _what, status, sequence in called_off] == [("CANCELLED", 1)]
    assert called_off[0][0].startswith("Aflyst: ")
    assert {str(one["uid"]) for one in Calendar.from_ical(client.get(path).content).walk("VEVENT")} == uids


def test_a_place_given_back_is_called_off(client, cast):
    attendance = way.booked(cast)
    path = feed_of(client, cast, attendance.volunteer)
    with acting(user=cast.sille):
        Attendance.objects.select_related("gathering").get(pk=attendance.pk).give_back()

    assert [status for _what, status, _sequence in dates(client, path)] == ["CANCELLED"]


@pytest.mark.feature(71)
def test_the_conversation_stands_in_it_and_offered_anew_it_is_called_off(client, cast):
    talk = way.chosen(cast, way.applied(cast))
    path = feed_of(client, cast, talk.volunteer)
    chosen = dates(client, path)

    way.offered(cast, talk.volunteer)

    assert chosen == [("Samtale i WeShelter", "CONFIRMED", 0)]
    assert dates(client, path) == [("Aflyst: Samtale i WeShelter", "CANCELLED", 1)]


def test_a_conversation_that_was_held_is_not_called_off_by_the_next_one(client, committed_cast, as_login):
    cast = committed_cast
    anna, yesterday = way.applied(cast), timezone.localtime() - timedelta(days=1)
    held = {"state": "booked", "chosen": yesterday, "times": [yesterday], "offered_at": yesterday - timedelta(days=3)}
    as_login("owner")
    Appointment.objects.create(volunteer=anna, place="Caféen", by=cast.karen, **held)
    as_login("app")
    path = feed_of(client, cast, anna)

    way.offered(cast, anna)

    assert dates(client, path) == [("Samtale i WeShelter", "CONFIRMED", 0)]


@pytest.fixture
def pair(cast) -> Match:
    """Both have said yes, and their first meeting is arranged."""
    match = people.create_match(cast, volunteer=people.ready_volunteer(cast, "Vera Ven"), started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    arrange(cast, match)
    return match


def arrange(cast, match) -> None:
    at = timezone.localtime() + timedelta(days=2)
    with acting(user=cast.karen):
        FirstMeeting.arrange(match, starts_at=at, place="Caféen", accompanied_by=cast.karen)


def first_meetings(client, path: str) -> list[tuple]:
    return [one for one in dates(client, path) if "første møde" in one[0]]


@pytest.mark.feature(71)
def test_the_first_meeting_stands_in_it_and_arranged_anew_it_counts_more(client, cast, pair):
    path = feed_of(client, cast, pair.volunteer)
    first = first_meetings(client, path)

    arrange(cast, pair)

    assert first == [("Et første møde, WeShelter", "CONFIRMED", 0)]
    assert first_meetings(client, path) == [("Et første møde, WeShelter", "CONFIRMED", 1)]
    assert pair.citizen.called_name not in client.get(path).content.decode()


def test_a_first_meeting_of_a_pair_that_stops_before_it_is_called_off(client, cast, pair):
    path = feed_of(client, cast, pair.volunteer)
    with acting(user=cast.karen):
        pair.withdraw(by=cast.karen)

    assert first_meetings(client, path) == [("Aflyst: Et første møde, WeShelter", "CANCELLED", 1)]


def test_the_first_meeting_of_others_is_in_nobody_elses(client, cast, helper, pair):
    assert first_meetings(client, feed_of(client, cast, helper)) == []


def sequences(client, path: str) -> list[int]:
    return sorted(sequence for _what, _status, sequence in dates(client, path))


@pytest.mark.feature(71)
@pytest.mark.parametrize("changed", [{"place": "Caféen"}, {"ends_at": "2099-01-01T12:00Z"}], ids=str)
def test_a_course_that_is_moved_counts_more_than_the_one_in_the_calendar(client, cast, changed):
    attendance = way.booked(cast)
    path = feed_of(client, cast, attendance.volunteer)
    before = sequences(client, path)
    with acting(user=cast.sille):
        Gathering.objects.filter(pk=cast.course.pk).update(**changed)

    assert sequences(client, path) == [before[0] + 1]


def test_a_place_given_back_and_taken_again_counts_more_each_time(client, cast):
    attendance = way.booked(cast)
    path = feed_of(client, cast, attendance.volunteer)
    with acting(user=cast.sille):
        Attendance.objects.select_related("gathering").get(pk=attendance.pk).give_back()
    given_back = dates(client, path)
    with acting(user=cast.sille):
        cast.course.book(attendance.volunteer)

    assert [one[1:] for one in given_back] == [("CANCELLED", 1)]
    assert [one[1:] for one in dates(client, path)] == [("CONFIRMED", 2)]


def test_a_task_given_back_and_taken_again_counts_more_each_time(client, cast, helper):
    path = feed_of(client, cast, helper)
    with acting(user=cast.karen):
        give_back(helper.evening.duties.get())
    given_back = sequences(client, path)
    with acting(user=cast.karen):
        take_place("task", helper.evening.tasks.get(kind="cooking"), helper)

    assert max(given_back) < max(sequences(client, path))


def test_nobody_is_named_and_nobody_elses_dates_are_there(client, cast, helper):
    match = people.create_match(cast, volunteer=people.ready_volunteer(cast, "Vera Ven"))
    way.booked(cast)

    calendar = client.get(feed_of(client, cast, helper)).content.decode()

    assert calendar.count("BEGIN:VEVENT") == 2
    for name in ("Hanne", "Vera", match.citizen.called_name, "Karen"):
        assert name not in calendar


def test_a_new_address_ends_the_former_and_stopping_ends_the_last(client, cast, helper):
    former = feed_of(client, cast, helper)
    latest = feed_of(client, cast, helper)
    stop = reverse("coordinators:calendar", args=[own_page(cast, helper)])

    before = [client.get(path).status_code for path in (former, latest)]
    client.post(stop, {"act": "stop"})

    assert (before, client.get(latest).status_code) == ([404, 200], 404)


def test_the_calendar_opens_nothing_but_itself(client, cast, helper):
    token = feed_of(client, cast, helper).removesuffix(".ics").split("/")[-1]

    pages = ("coordinators:own_page", "coordinators:calendar", "courses:courses", "volunteers:withdraw")

    assert {client.get(reverse(page, args=[token])).status_code for page in pages} == {404}


def test_nobody_else_makes_her_calendar(cast, helper):
    with pytest.raises(DatabaseError, match="outside the scope"), acting(user=cast.karen):
        issue_link(Purpose.FEED, helper, "coordinators:feed")
