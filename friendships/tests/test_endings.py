"""No silent endings: who tells the citizen, a farewell, a talk with each, and only then it has ended."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from coordinators.attention import for_coordinator
from friendships.models import Closure, Pause
from friendships.tests.pairs import BEGUN, WHOLE, in_state, met_days_ago, today
from history.moves import NotPossible
from matching.models import Match
from notes.tests.telling import consenting_citizen, tell
from weshelter.tests import people


def post(client, page: str, match: Match, **said):
    return client.post(reverse(f"friendships:{page}", args=[match.pk]), said)


def state_of(cast, match: Match) -> str:
    with acting(user=cast.karen):
        return Match.objects.get(pk=match.pk).state


def two(cast, name: str) -> dict:
    """A citizen of that name and a volunteer of their own."""
    return {"citizen": people.create_citizen(cast, name), "volunteer": people.ready_volunteer(cast, f"{name} Ven")}


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


@pytest.mark.feature(41)
@pytest.mark.feature(42)
@pytest.mark.parametrize("state", ["trial", "active", "paused"])
def test_a_friendship_ends_when_nothing_of_the_farewell_is_missing(karen, cast, state):
    match = in_state(cast, state)
    post(karen, "begin_to_end", match, **BEGUN, tell_on=today(2).isoformat())
    early = post(karen, "end", match)
    done = {name: today().isoformat() for name in ("told_on", "citizen_talk_on", "volunteer_talk_on")}

    page = post(karen, "farewell", match, **WHOLE, **done, follow="")
    after = karen.get(reverse("friendships:farewell", args=[match.pk])).content.decode()
    ended = post(karen, "end", match)

    assert early.status_code == 409
    assert page.status_code == 302
    assert "Der mangler ingenting" in after
    assert ended.status_code == 302
    assert state_of(cast, match) == "ended"


DAYS = ("told_on", "citizen_talk_on", "volunteer_talk_on")


@pytest.mark.feature(41)
@pytest.mark.parametrize("missing", [*DAYS, "farewell", "contact", "citizen_next"])
def test_with_anything_missing_it_does_not_end_not_even_in_sql(cast, missing):
    in_state(cast, "ending")
    said = WHOLE | {name: today() for name in DAYS}
    with acting(user=cast.karen):
        closure = Closure.objects.get()
        closure.write(**{name: value for name, value in said.items() if name != missing})
        assert len(list(closure.missing())) == 1
        with pytest.raises(NotPossible):
            closure.end(by=cast.karen)
    with acting(user=cast.karen), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE friendships_closure SET ended_on = now()")
        with pytest.raises(DatabaseError, match="something is missing"):
            cursor.execute("UPDATE matching_match SET state = 'ended'")
        transaction.set_rollback(True)


@pytest.mark.feature(41)
def test_who_cannot_take_part_is_not_waited_for(cast):
    match = in_state(cast, "ending")
    with acting(user=cast.karen):
        closure = Closure.objects.get()
        closure.write(told_on=today(), cannot=["citizen"], volunteer_talk_on=today(), **WHOLE)
        closure.end(by=cast.karen)

    assert state_of(cast, match) == "ended"


@pytest.mark.feature(41)
def test_open_farewells_stand_first_on_the_desk(cast):
    people.create_citizen(cast, "Kim")
    people.apply("Anna Ansøger", cast.rg60.friend_role)
    tell(consenting_citizen(cast, "Ib"), cast.rg60)
    in_state(cast, "ending")

    with acting(user=cast.karen):
        first, *others = [line.what for line in for_coordinator(cast.karen).mine]

    assert first == "Afsked: fortæl det til borgeren"
    assert others


@pytest.mark.feature(41)
def test_of_more_pairs_than_a_desk_holds_the_farewells_are_never_left_out(cast, monkeypatch):
    monkeypatch.setattr("coordinators.pairs_at_hand.MOST", 2)
    for name in ("Anders", "Bent", "Carl"):
        met_days_ago(in_state(cast, "active", **two(cast, name)), 100)
    in_state(cast, "ending", **two(cast, "Dan"))
    people.create_match(cast, started=False, **two(cast, "Erik"))

    with acting(user=cast.karen):
        found = [line.what for line in for_coordinator(cast.karen).mine]

    assert found == ["Afsked: fortæl det til borgeren", "Spørg borgeren om forslaget"]


def test_they_go_on_after_all_and_nothing_stays_of_the_ending(karen, cast):
    match = in_state(cast, "ending")

    post(karen, "go_on", match)

    assert state_of(cast, match) == "active"
    with acting(user=cast.karen):
        assert not Closure.objects.exists()


@pytest.mark.feature(42)
def test_the_lead_reads_no_reason(client, cast):
    match = in_state(cast, "ending")
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:pair", args=[match.pk])).content.decode()
    farewell = client.get(reverse("friendships:farewell", args=[match.pk]))

    assert "flytter" not in page
    assert farewell.status_code == 404
    with acting(user=cast.lars):
        assert not Closure.objects.exists()


@pytest.mark.parametrize(
    ("page", "said", "field"),
    [
        ("begin_to_end", BEGUN, "tell_on"),
        ("begin_to_end", BEGUN | {"tell_on": "2020-01-01"}, "tell_on"),
        ("begin_to_end", BEGUN | {"tell_on": "2199-01-01"}, "tell_on"),
        ("begin_to_end", BEGUN | {"tell_on": "i morgen", "how": "brat"}, "how"),
        ("rest", {"why": "no_consent", "back_on": "2030-01-01"}, "why"),
        ("rest", {"why": "other"}, "back_on"),
        ("rest", {"why": "other", "back_on": "2020-01-01"}, "back_on"),
        ("look_back", {}, "answer"),
        ("look_back", {"answer": "later"}, "look_back_on"),
        ("look_back", {"answer": "later", "look_back_on": "2020-01-01"}, "look_back_on"),
    ],
)
def test_what_cannot_be_gets_a_sentence_beside_its_field_and_nothing_happens(karen, cast, page, said, field):
    match = in_state(cast, "trial")

    answer = post(karen, page, match, **said)

    assert field in answer.context["form"].errors
    assert state_of(cast, match) == "trial"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"told_on": "2199-01-01"}, "told_on"),
        ({"citizen_talk_on": "1999-01-01"}, "citizen_talk_on"),
        ({"farewell": "somehow"}, "farewell"),
        ({"cannot": ["citizen"], "citizen_talk_on": timezone.localdate().isoformat()}, "cannot"),
    ],
)
def test_a_farewell_takes_no_day_that_cannot_be(karen, cast, said, field):
    answer = post(karen, "farewell", in_state(cast, "ending"), **said)

    assert field in answer.context["form"].errors


@pytest.mark.feature(38)
def test_a_rest_has_its_reason_and_day_and_ends_with_them_as_they_were(karen, cast):
    for state in ("trial", "active"):
        match = in_state(cast, state, **two(cast, state))
        post(karen, "rest", match, why="citizen_away", back_on=today(10).isoformat())
        post(karen, "rest", match, why="citizen_rests", back_on=today(20).isoformat())
        with acting(user=cast.karen):
            [pause] = Pause.objects.filter(match=match)
        rests = state_of(cast, match)

        post(karen, "come_back", match)

        with acting(user=cast.karen):
            pause_now = Pause.objects.get(pk=pause.pk)
        assert (rests, pause.why, pause.back_on, pause.ended_on) == ("paused", "citizen_rests", today(20), None)
        assert (state_of(cast, match), pause_now.ended_on) == (state, today())


@pytest.mark.feature(38)
@pytest.mark.parametrize(("days", "stands"), [(1, False), (0, True), (-1, True)])
def test_the_desk_reminds_on_the_day_and_not_before(cast, monkeypatch, days, stands):
    in_state(cast, "paused")
    day = timezone.localdate() + timedelta(days=30 - days)
    monkeypatch.setattr(timezone, "localdate", lambda moment=None: day if moment is None else moment.date())

    with acting(user=cast.karen):
        found = [line.what for line in for_coordinator(cast.karen).mine]

    assert found == (["Pausen er gået: Spørg, om de fortsætter"] if stands else [])


@pytest.mark.parametrize(("days", "is_due"), [(1, False), (0, True), (-1, True)])
def test_the_trial_is_over_on_its_day_and_not_before(cast, monkeypatch, days, is_due):
    match = in_state(cast, "trial")
    day = match.look_back_on - timedelta(days=days)
    monkeypatch.setattr(timezone, "localdate", lambda moment=None: day if moment is None else moment.date())

    assert match.is_due_to_look_back is is_due


@pytest.mark.feature(29)
def test_the_trial_is_looked_back_at_on_its_day(karen, cast):
    match = in_state(cast, "trial")
    before = karen.get(reverse("coordinators:pair", args=[match.pk])).content.decode()
    post(karen, "look_back", match, answer="later", look_back_on=today(60).isoformat())
    with acting(user=cast.karen):
        later = Match.objects.get().look_back_on

    post(karen, "look_back", match, answer="goes_on")

    assert "Prøvetiden" in before
    assert (later, state_of(cast, match)) == (today(60), "active")


@pytest.mark.parametrize("state", ["paused", "ending", "ended"])
def test_no_state_comes_about_without_what_it_asks_not_even_in_sql(cast, state):
    in_state(cast, {"ended": "ending"}.get(state, "active"))

    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("UPDATE matching_match SET state = %s", [state])


@pytest.mark.parametrize("page", ["look_back", "rest", "come_back", "begin_to_end", "farewell", "end", "go_on"])
@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_whoever_does_not_follow_it_does_none_of_it(client, cast, page, who):
    match = in_state(cast, "ending")
    people.sign_in(client, getattr(cast, who))

    answer = post(client, page, match)

    assert answer.status_code == 404
    assert state_of(cast, match) == "ending"
