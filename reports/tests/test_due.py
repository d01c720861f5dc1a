"""The daily count: what is counted, at what moment, and that counting twice is counting once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen
from foodclubs.tests.tables import create_evening, sign_up
from matching.models import Match
from reports import indicators
from reports.due import count_figures
from reports.models import Figure
from weshelter.tests import people


@pytest.fixture
def counted(committed_cast, as_login):
    """The cast, and a way to count as the daily job does; gives RG60's numbers of a month."""

    def count(today=None, month=None):
        today = today or timezone.localdate()
        as_login("jobs")
        count_figures(today)
        figures = Figure.objects.filter(
            institution=committed_cast.rg60.institution, month=month or today.replace(day=1)
        )
        numbers = dict(figures.values_list("indicator", "value"))
        as_login("app")
        return numbers

    committed_cast.count = count
    return committed_cast


@pytest.mark.feature(79)
def test_a_house_is_counted(counted):
    people.create_match(counted)
    people.ready_volunteer(counted, "Ulla Uden")
    people.create_citizen(counted, "Ib")

    assert counted.count() == {
        "citizens": 2,
        "volunteers": 2,
        "matches_running": 1,
        "matches_started": 1,
        "meals": 0,
    }


def test_what_is_not_yet_does_not_count(counted):
    people.create_match(counted, started=False)
    people.apply("Anna Ansøger", counted.rg60.friend_role)

    assert counted.count() == {
        "citizens": 1,
        "volunteers": 1,
        "matches_running": 0,
        "matches_started": 0,
        "meals": 0,
    }


def test_a_meal_is_a_guest_who_came_to_an_evening_that_was_held(counted):
    held = create_evening(counted.rg60, hours=-0.01)
    ib, bo, eva = sign_up(held, "Ib", "Bo", "Eva", by=counted.karen)
    sign_up(create_evening(counted.rg60), "Ole")
    with acting(user=counted.karen):
        held.hold(guests=[(ib, True, 15), (bo, False, None), (eva, True, None)], duties=[], by=counted.karen)

    assert counted.count()["meals"] == 2


def test_counting_twice_changes_nothing(counted):
    people.create_match(counted)

    first = counted.count(), everything(counted)

    assert (counted.count(), everything(counted)) == first


def everything(cast):
    with acting(user=cast.sille):
        return sorted(Figure.objects.values_list("pk", "month", "institution", "indicator", "value", "counted_on"))


def test_every_house_has_a_number_for_both_months(counted):
    counted.count()

    with acting(user=counted.sille):
        assert Figure.objects.count() == 2 * 2 * len(indicators.INDICATORS)


def test_last_month_keeps_what_only_today_could_tell(counted):
    today = timezone.localdate()
    last_month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    counted.count(today=last_month + timedelta(days=20))
    people.ready_volunteer(counted)

    numbers = counted.count(today=today, month=last_month)

    assert numbers["volunteers"] == 0


@pytest.mark.parametrize(
    ("registered", "counts"),
    [
        (datetime(2026, 10, 31, 23, 59), True),
        (datetime(2026, 11, 1, 0, 0), False),
    ],
)
def test_a_month_ends_at_midnight_in_copenhagen(counted, as_login, registered, counts):
    people.create_citizen(counted)
    as_login("jobs")
    Citizen.objects.update(registered_at=registered.replace(tzinfo=ZoneInfo("Europe/Copenhagen")))

    numbers = counted.count(today=date(2026, 11, 23), month=date(2026, 10, 1))

    assert numbers["citizens"] == int(counts)


@pytest.mark.parametrize(
    ("started", "counts"),
    [(date(2026, 9, 30), 0), (date(2026, 10, 1), 1), (date(2026, 10, 31), 1), (date(2026, 11, 1), 0)],
)
def test_a_friendship_begins_in_the_month_of_its_first_meeting(counted, as_login, started, counts):
    people.create_match(counted)
    as_login("jobs")
    Match.objects.update(started_on=started)

    numbers = counted.count(today=date(2026, 11, 23), month=date(2026, 10, 1))

    assert numbers["matches_started"] == counts


@pytest.mark.parametrize(
    ("month", "next_one"),
    [(date(2026, 1, 1), date(2026, 2, 1)), (date(2026, 2, 1), date(2026, 3, 1)), (date(2026, 12, 1), date(2027, 1, 1))],
)
def test_the_following_month(month, next_one):
    assert indicators.following(month) == next_one


@pytest.mark.parametrize("indicator", indicators.INDICATORS, ids=lambda each: each.code)
def test_every_indicator_says_its_rule(indicator):
    assert indicator.count.__doc__
    assert str(indicator.rule)


def test_the_app_cannot_write_figures(cast):
    with acting(user=cast.sille):
        for statement in ("INSERT INTO reports_figure (id) VALUES (gen_random_uuid())", "DELETE FROM reports_figure"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(statement)


def test_the_command_counts_and_says_so(committed_cast, as_login, capsys):
    as_login("jobs")

    call_command("run_due_jobs")

    assert f"figures: {2 * 2 * len(indicators.INDICATORS)}" in capsys.readouterr().out
