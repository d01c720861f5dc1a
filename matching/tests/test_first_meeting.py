"""The first meeting: somebody of the house is there, both who come get a letter and a date, and nobody is named."""

from datetime import UTC, timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar

from access.context import acting, working
from access.links import Purpose, issue_link
from history.moves import NotPossible
from letters.models import Message
from matching.due import remind_of_first_meetings
from matching.models import FirstMeeting, Match
from weshelter.tests import people


@pytest.fixture
def pair(cast) -> Match:
    """Both have said yes; they have not met."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    return match


def arranged(user, **changes) -> dict:
    at = timezone.localtime() + timedelta(days=2)
    return {"starts_at": f"{at:%Y-%m-%d}T15:00", "place": "Caféen", "accompanied_by": user.pk, **changes}


def url_of(match) -> str:
    return reverse("matching:first_meeting", args=[match.pk])


def letters(cast) -> set[tuple[str, str]]:
    with acting(user=cast.sille):
        return set(Message.objects.filter(kind__startswith="first_meeting").values_list("kind", "address"))


@pytest.mark.feature(28)
@pytest.mark.parametrize("host", ["karen", "lars"])
def test_the_volunteer_and_whoever_is_there_get_a_letter(client, cast, pair, host):
    people.sign_in(client, cast.karen)
    user = getattr(cast, host)

    response = client.post(url_of(pair), arranged(user))

    assert response.url == reverse("coordinators:pair", args=[pair.pk])
    assert letters(cast) == {("first_meeting", "vera@example.net"), ("first_meeting_host", user.email)}
    assert user.name in client.get(response.url).content.decode()


@pytest.mark.feature(28)
@pytest.mark.feature(71)
def test_both_calendars_have_the_moment_and_the_place_and_no_name(client, cast, pair):
    people.sign_in(client, cast.karen)
    client.post(url_of(pair), arranged(cast.lars))
    with acting(user=cast.karen):
        link = issue_link(Purpose.OWN_PAGE, pair.volunteer, "coordinators:own_page")
        meeting = FirstMeeting.objects.get()
    token = link.rstrip("/").split("/")[-1]

    files = [
        client.get(reverse("matching:own_calendar", args=[token, pair.pk])).content,
        client.get(reverse("matching:calendar", args=[pair.pk])).content,
    ]

    for file in files:
        (event,) = Calendar.from_ical(file).walk("VEVENT")
        assert event.decoded("dtstart") == meeting.starts_at.astimezone(UTC)
        assert (str(event["summary"]), str(event["location"])) == ("Et første møde, WeShelter", "Caféen")
        assert not any(name in file.decode() for name in ("Bo", "Vera", "Lars"))


@pytest.mark.feature(28)
def test_arranged_anew_it_is_the_same_date_in_the_calendar(client, cast, pair):
    people.sign_in(client, cast.karen)
    for place in ("Caféen", "Haven"):
        client.post(url_of(pair), arranged(cast.karen, place=place))

    file = client.get(reverse("matching:calendar", args=[pair.pk])).content

    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert (str(event["uid"]), event["sequence"]) == (f"{pair.pk}@weshelter", 1)
    assert str(event["location"]) == "Haven"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_at": "2020-01-01T12:00"}, "starts_at"),
        ({"starts_at": "2999-01-01T12:00"}, "starts_at"),
        ({"starts_at": "i morgen"}, "starts_at"),
        ({"place": ""}, "place"),
        ({"place": "x" * 101}, "place"),
        ({"place": "010190-1234"}, "place"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, pair, changes, field):
    people.sign_in(client, cast.karen)

    page = client.post(url_of(pair), arranged(cast.karen, **changes))

    assert list(page.context["form"].errors) == [field]
    assert letters(cast) == set()


@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_nobody_of_another_house_is_there(client, cast, pair, who):
    people.sign_in(client, cast.karen)

    page = client.post(url_of(pair), arranged(getattr(cast, who)))

    assert list(page.context["form"].errors) == ["accompanied_by"]


def test_not_even_in_sql_is_somebody_of_another_house_there(cast, pair):
    with acting(user=cast.karen), pytest.raises(NotPossible):
        FirstMeeting.arrange(pair, starts_at=timezone.now(), place="Caféen", accompanied_by=cast.nanna)


@pytest.mark.feature(93)
def test_the_desk_says_what_comes_next(client, cast, pair):
    people.sign_in(client, cast.karen)
    desk = reverse("coordinators:desk")
    before = [line.what for line in client.get(desk).context["desk"].mine]

    client.post(url_of(pair), arranged(cast.karen))

    after = client.get(desk).context["desk"]
    assert gettext("Both have said yes: arrange the first meeting") in before
    assert [line.what.split(":")[0] for line in after.others] == ["Det første møde"]


def test_nobody_meets_before_both_have_said_yes(cast):
    match = people.create_match(cast, started=False)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        FirstMeeting.arrange(match, starts_at=timezone.now(), place="Caféen", accompanied_by=cast.karen)


@pytest.mark.parametrize(("who", "status"), [("lars", 403), ("nanna", 404), ("leif", 404), ("sille", 404)])
def test_nobody_else_arranges_it(client, cast, pair, who, status):
    people.sign_in(client, getattr(cast, who))

    assert client.get(url_of(pair)).status_code == status


def test_there_is_no_date_before_it_is_arranged(client, cast, pair):
    people.sign_in(client, cast.karen)

    assert client.get(reverse("matching:calendar", args=[pair.pk])).status_code == 404


def test_the_link_of_another_opens_no_date(client, cast, pair):
    people.sign_in(client, cast.karen)
    client.post(url_of(pair), arranged(cast.karen))
    sofie = people.ready_volunteer(cast, "Sofie Skov")
    with acting(user=cast.karen):
        token = issue_link(Purpose.OWN_PAGE, sofie, "coordinators:own_page").rstrip("/").split("/")[-1]

    assert client.get(reverse("matching:own_calendar", args=[token, pair.pk])).status_code == 404


@pytest.mark.feature(28)
def test_both_are_reminded_the_day_before_once_and_anew_if_it_is_moved(committed_cast, as_login, mailbox):
    cast = committed_cast
    match = people.create_match(cast, started=False)
    tomorrow = timezone.localtime().replace(hour=14) + timedelta(days=1)

    def arrange(**changes):
        with acting(user=cast.karen):
            said = {"starts_at": tomorrow, "place": "Caféen", "accompanied_by": cast.lars} | changes
            return FirstMeeting.arrange(match, **said)

    def remind() -> list[str]:
        before = len(mailbox())
        as_login("jobs")
        with transaction.atomic(), working("reminders of first meetings"):
            remind_of_first_meetings(timezone.localdate())
        found = [one.message.kind for one in mailbox()[before:]]
        as_login("app")
        return found

    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    arrange()
    first, second = remind(), remind()
    arrange(place="Haven")
    moved = remind()
    arrange(starts_at=tomorrow + timedelta(days=1))

    both = ["first_meeting_reminder", "first_meeting_reminder_host"]
    assert (first, second, moved, remind()) == (both, [], both, [])
