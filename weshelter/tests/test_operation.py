"""The secretariat sees what failed, says what somebody has seen to, and what comes after is counted anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from history.failures import Failure, count_failure
from weshelter.tests import people

PAGE = "coordinators:desk"


@pytest.fixture
def secretariat(client, cast):
    """The browser of the secretariat."""
    people.sign_in(client, cast.sille)
    return client


def fails() -> None:
    count_failure(Failure.Kind.PAGE, PAGE, ValueError("Bo Borger"))


def shown(client) -> tuple[list, list]:
    """What nobody and what somebody has seen to, each with its count."""
    page = client.get(reverse("operation")).context
    return [one.times for one in page["failures"]], [one.times for one in page["settled"]]


def settle(client, cast, times: int | str = 1):
    with acting(user=cast.sille):
        failure = Failure.objects.first()
    return client.post(reverse("settle_failure", args=[failure.pk]), {"times": times}, follow=True)


def test_a_failure_waits_on_the_first_page_of_the_secretariat(secretariat, cast):
    fails()

    page = secretariat.get(reverse("admin:index"))

    assert [(line.what, line.url) for line in page.context_data["waiting"]] == [
        ("1 fejl på siden, som ingen har taget sig af", reverse("operation"))
    ]


def test_the_page_says_where_what_and_how_often(secretariat, cast):
    fails()
    fails()

    page = " ".join(secretariat.get(reverse("operation")).content.decode().split())

    assert f"Side <strong>{PAGE}</strong>: <code>ValueError</code>, 2 gange" in page
    assert "Bo Borger" not in page


def test_what_comes_after_somebody_has_seen_to_it_is_counted_anew(secretariat, cast):
    fails()
    fails()
    settle(secretariat, cast, times=2)
    fails()

    assert shown(secretariat) == ([1], [2])


def test_what_happened_after_the_page_was_opened_is_not_put_away_with_it(secretariat, cast):
    fails()
    fails()

    answer = settle(secretariat, cast, times=1)

    assert answer.status_code == 409
    assert "Det er sket igen, siden du åbnede siden" in answer.content.decode()
    assert shown(secretariat) == ([2], [])


def test_the_second_who_sees_to_it_is_told_who_was_first(client, secretariat, cast):
    fails()
    settle(secretariat, cast)
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    people.sign_in(client, ruth)

    answer = settle(client, cast)

    assert answer.status_code == 409
    assert "Sille Sekretær har allerede taget sig af det" in answer.content.decode()


@pytest.mark.parametrize("times", ["", "x", "0", "9" * 30, "\0"])
def test_a_count_that_is_none_puts_nothing_away(secretariat, cast, times):
    fails()

    settle(secretariat, cast, times=times)

    assert shown(secretariat) == ([1], [])


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_for_others_the_page_is_not_there(client, cast, who):
    people.sign_in(client, getattr(cast, who))

    assert client.get(reverse("operation")).status_code == 404


def test_more_failures_ask_no_more_of_the_database(secretariat, cast):
    counts = []
    for number in range(1, 4):
        count_failure(Failure.Kind.JOB, f"job {number}", ValueError())
        with CaptureQueriesContext(connection) as queries:
            shown(secretariat)
        counts.append(len(queries))

    assert len(set(counts)) == 1
