"""A calendar has its end: stopped by herself or who screens, with her leaving, her address, or 90 days unread."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose
from access.models import Link
from coordinators.tests.test_feed import feed_of, own_page
from foodclubs.tests import tables
from volunteers.calendars import live_feed
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people


@pytest.fixture
def anna(committed_cast):
    return way.applied(committed_cast)


@pytest.fixture
def feed(client, committed_cast, anna) -> str:
    return feed_of(client, committed_cast, anna)


@pytest.fixture
def row(as_login):
    """The row of the one calendar there is; with values, moved to another day."""

    def look(**moved) -> Link:
        as_login("owner")
        Link.objects.filter(purpose=Purpose.FEED).update(**moved)
        found = Link.objects.get(purpose=Purpose.FEED)
        as_login("app")
        return found

    return look


@pytest.mark.feature(71)
@pytest.mark.parametrize("since_made", [89, 91])
def test_a_calendar_that_nobody_fetches_ends_after_90_days(client, feed, row, since_made):
    row(expires_at=F("expires_at") - timedelta(days=since_made))

    assert (client.get(feed).status_code == 200) is (since_made < 90)


def test_one_that_is_fetched_lives_on_for_90_days(client, feed, row):
    row(expires_at=timezone.localtime() + timedelta(days=1))

    client.get(feed)

    today = timezone.localdate()
    assert row().fetched_on == today
    assert timezone.localtime(row().expires_at).date() == today + timedelta(days=91)


def test_the_day_alone_is_kept_and_written_once_a_day(client, feed, row):
    client.get(feed)
    first = row(expires_at=timezone.localtime() + timedelta(days=1))

    client.get(feed)

    assert first.fetched_on == timezone.localdate()
    assert row().expires_at == first.expires_at


def test_whoever_fetches_it_changes_nothing_else(client, feed):
    client.get(feed)  # today's first
    with CaptureQueriesContext(connection) as queries:
        client.get(feed)

    written = [one["sql"] for one in queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql.split(" ")[2] for sql in written] == []


@pytest.mark.feature(71)
def test_she_stops_it_on_her_own_page(client, committed_cast, anna, feed):
    page = reverse("coordinators:calendar", args=[own_page(committed_cast, anna)])
    shown = client.get(page).context["feed"]

    client.post(page, {"act": "stop"})

    assert (shown.made_on, shown.fetched_on) == (timezone.localdate(), None)
    assert client.get(feed).status_code == 404
    assert client.get(page).context["feed"] is None


@pytest.mark.feature(71)
@pytest.mark.parametrize("who", ["karen", "sille"])
def test_whoever_screens_stops_it_and_she_is_told(client, committed_cast, anna, feed, who):
    people.sign_in(client, getattr(committed_cast, who))
    page = client.get(reverse("screening:detail", args=[anna.pk]))

    client.post(reverse("screening:stop_feed", args=[anna.pk]))

    assert page.context["feed"].made_on == timezone.localdate()
    assert client.get(feed).status_code == 404
    assert tables.mails("feed_stopped", seen_by=committed_cast.karen) == {anna.email}


def test_nobody_elsewhere_stops_it_nor_sees_that_it_is_there(client, committed_cast, anna, feed):
    people.sign_in(client, committed_cast.nanna)

    assert client.post(reverse("screening:stop_feed", args=[anna.pk])).status_code == 404
    assert client.get(feed).status_code == 200
    with acting(user=committed_cast.nanna):
        assert live_feed(anna) is None


@pytest.mark.feature(91)
def test_it_ends_when_she_goes(client, committed_cast, anna, feed):
    with acting(user=committed_cast.karen):
        anna.decline(reason="other", by=committed_cast.karen)

    assert client.get(feed).status_code == 404


def test_it_ends_when_her_address_is_corrected(client, anna, feed, as_login):
    as_login("owner")
    Volunteer.objects.filter(pk=anna.pk).update(email="anna.rettet@example.net")
    as_login("app")

    assert client.get(feed).status_code == 404
