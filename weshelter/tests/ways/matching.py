"""The ways of a pair, from the proposal to the farewell."""

from collections.abc import Callable

from django.utils import timezone

from access.context import acting
from friendships.tests.pairs import BEGUN, WHOLE, in_state
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.stale_pairs import day
from weshelter.tests.ways.walking import Brought, Way, Ways

PAGE, FAREWELL = "coordinators:pair", "friendships:farewell"
END = Way("ending", "friendships:begin_to_end", BEGUN | {"tell_on": day(1)}, on=PAGE)


def of_match(match: Match) -> Brought:
    return Brought(match, {"match_id": match.pk})


def proposed(cast) -> Brought:
    """The volunteer has said yes; the citizen is to be asked."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    return of_match(match)


def accepted(cast) -> Brought:
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    return of_match(match)


def in_friendship(state: str) -> Callable[..., Brought]:
    return lambda cast: of_match(in_state(cast, state))


def ready_to_end(cast) -> Brought:
    match, today = in_state(cast, "ending"), timezone.localdate()
    with acting(user=cast.karen):
        match.closure.write(told_on=today, citizen_talk_on=today, volunteer_talk_on=today, **WHOLE)
    return of_match(match)


WAYS = {
    Match: {
        "proposed": Ways(
            proposed,
            on=Way("accepted", "matching:citizen_answers", {"answer": "yes"}, on=PAGE, who="lars"),
            out=Way("withdrawn", "matching:comes_to_nothing", {"who": "us"}, on=PAGE),
        ),
        "accepted": Ways(
            accepted,
            on=Way("trial", "matching:start", {"met_on": day(0)}, on=PAGE),
            out=Way("withdrawn", "matching:comes_to_nothing", {"who": "us"}, on=PAGE),
        ),
        "trial": Ways(
            in_friendship("trial"), on=Way("active", "friendships:look_back", {"answer": "goes_on"}, on=PAGE), out=END
        ),
        "active": Ways(
            in_friendship("active"),
            on=Way("paused", "friendships:rest", {"why": "other", "back_on": day(9)}, on=PAGE),
            out=END,
        ),
        "paused": Ways(in_friendship("paused"), on=Way("active", "friendships:come_back", on=PAGE), out=END),
        "ending": Ways(
            ready_to_end,
            on=Way("active", "friendships:go_on", on=FAREWELL),
            out=Way("ended", "friendships:end", on=FAREWELL),
        ),
    }
}
