"""A quiet pair that one has asked leaves the desk for one rhythm, and is not less quiet for it."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from access.context import acting
from coordinators.attention import for_coordinator
from friendships.models import Asked, Contact, PairAgreement
from friendships.quiet import is_quiet
from friendships.tests.pairs import in_state, met_days_ago, today
from matching.models import Match
from weshelter.tests import databases, people
from weshelter.tests.undoing import press_undo


@pytest.fixture
def match(cast):
    return met_days_ago(in_state(cast, "active"), 200)


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def ask(client, match: Match):
    return client.post(reverse("friendships:asked", args=[match.pk]), follow=True)


def is_on_the_desk(cast) -> bool:
    with acting(user=cast.karen):
        return any(line.what.startswith("Stille siden") for line in for_coordinator(cast.karen).mine)


def asked_days_ago(cast, match: Match, days: int) -> None:
    with acting(user=cast.karen):
        Asked.write(match, by=cast.karen)
    databases.as_owner("UPDATE friendships_asked SET asked_on = %s", today(-days))


@pytest.mark.feature(37)
def test_whom_one_has_asked_leave_the_desk_and_come_back_when_it_is_undone(karen, cast, match):
    before = is_on_the_desk(cast)

    page = ask(karen, match)
    asked = is_on_the_desk(cast)
    press_undo(karen, page)

    assert (before, asked, is_on_the_desk(cast)) == (True, False, True)


@pytest.mark.feature(37)
@pytest.mark.parametrize(
    ("how_often", "days", "stands"),
    [
        ("weekly", 6, False),
        ("weekly", 7, True),
        ("fortnightly", 13, False),
        ("fortnightly", 14, True),
        ("monthly", 29, False),
        ("monthly", 30, True),
        ("", 13, False),
        ("", 14, True),
    ],
)
def test_they_are_asked_again_after_one_rhythm(cast, match, how_often, days, stands):
    with acting(user=cast.karen):
        if how_often:
            PairAgreement.write(match, how_often=how_often)
    asked_days_ago(cast, match, days)

    assert is_on_the_desk(cast) is stands


@pytest.mark.parametrize(("days", "is_asked_for"), [(13, False), (14, True)])
def test_the_page_says_when_one_asked_last_and_asks_no_sooner_than_the_desk(karen, cast, match, days, is_asked_for):
    asked_days_ago(cast, match, days)

    page = karen.get(reverse("coordinators:pair", args=[match.pk])).content.decode()

    assert "Du spurgte sidst" in page
    assert (reverse("friendships:asked", args=[match.pk]) in page) is is_asked_for


def test_to_have_asked_makes_nobody_less_quiet_for_the_lead(cast, match):
    asked_days_ago(cast, match, 0)

    with acting(user=cast.lars):
        assert is_quiet(match) is True


def test_who_have_met_since_are_quiet_by_their_meeting_alone(cast, match):
    asked_days_ago(cast, match, 0)
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=today(-1), kind="met")
        PairAgreement.write(match, how_often="weekly", review_on=today(90))

    quiet = not is_on_the_desk(cast)
    databases.as_owner("UPDATE friendships_contact SET happened_on = %s", today(-21))
    databases.as_owner("UPDATE friendships_asked SET asked_on = %s", today(-20))

    assert quiet
    assert is_on_the_desk(cast)


def test_the_second_of_a_day_is_told_who_was_first(karen, match):
    ask(karen, match)

    second = ask(karen, match)

    assert second.status_code == 409
    assert "Der er allerede spurgt" in second.content.decode()
    assert "Det stod du selv for" in second.content.decode()


def test_what_was_asked_another_day_is_not_taken_back(karen, cast, match):
    asked_days_ago(cast, match, 1)

    answer = karen.post(reverse("friendships:not_asked", args=[match.pk]))

    assert answer.status_code == 404
    with acting(user=cast.karen):
        assert Asked.objects.exists()


@pytest.mark.parametrize("state", ["paused", "ending", "ended"])
def test_who_rest_or_say_goodbye_are_not_asked(karen, cast, state):
    match = in_state(cast, state)

    assert ask(karen, match).status_code == 409


@pytest.mark.parametrize(("who", "answer"), [("lars", 404), ("nanna", 404), ("leif", 404), ("sille", 404)])
def test_nobody_else_asks_or_reads_it(client, cast, match, who, answer):
    asked_days_ago(cast, match, 14)
    people.sign_in(client, getattr(cast, who))

    assert ask(client, match).status_code == answer
    with acting(user=getattr(cast, who)):
        assert not Asked.objects.exists()


@pytest.mark.parametrize("days", [-1, 1])
def test_in_sql_one_asks_today_alone(cast, match, days):
    with (
        acting(user=cast.karen),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        Asked.objects.create(match=match, project_id=match.project_id, by=cast.karen, asked_on=today(days))
