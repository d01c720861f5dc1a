"""Every state of a pair has a way on and a way out: somebody of the cast finds the button, posts it, and it is another.

Made from the table of moves: a state that leads anywhere and stands here with no way fails.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from friendships.tests.pairs import BEGUN, WHOLE, in_state
from matching.models import Match
from weshelter.tests import people


@dataclass(frozen=True)
class Way:
    """On which page what is posted; the pair's own page leads there, or the page that is named."""

    page: str
    said: dict
    from_page: str = "coordinators:pair"
    who: str = "karen"


def proposed(cast) -> Match:
    """The volunteer has said yes; the citizen is to be asked."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    return match


def accepted(cast) -> Match:
    match = proposed(cast)
    with acting(user=cast.karen):
        match.citizen_says_yes(heard_by=cast.karen)
    return match


def ready_to_end(cast) -> Match:
    match, today = in_state(cast, "ending"), timezone.localdate()
    with acting(user=cast.karen):
        match.closure.write(told_on=today, citizen_talk_on=today, volunteer_talk_on=today, **WHOLE)
    return match


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


END = Way("friendships:begin_to_end", BEGUN | {"tell_on": day(1)})
NOTHING = Way("matching:comes_to_nothing", {"who": "us"})
# State -> what brings it about, the way on, the way out.
WAYS: dict[str, tuple[Callable, Way, Way]] = {
    "proposed": (proposed, Way("matching:citizen_answers", {"answer": "yes"}, who="lars"), NOTHING),
    "accepted": (accepted, Way("matching:start", {"met_on": day(0)}), NOTHING),
    "trial": (lambda cast: in_state(cast, "trial"), Way("friendships:look_back", {"answer": "goes_on"}), END),
    "active": (
        lambda cast: in_state(cast, "active"),
        Way("friendships:rest", {"why": "other", "back_on": day(9)}),
        END,
    ),
    "paused": (lambda cast: in_state(cast, "paused"), Way("friendships:come_back", {}), END),
    "ending": (
        ready_to_end,
        Way("friendships:go_on", {}, from_page="friendships:farewell"),
        Way("friendships:end", {}, from_page="friendships:farewell"),
    ),
}


def test_every_state_that_leads_on_stands_here():
    assert set(WAYS) == {str(state) for state in Match.MOVES}


@pytest.mark.feature(34)
@pytest.mark.parametrize("which", ["on", "out"])
@pytest.mark.parametrize("state", WAYS)
def test_somebody_finds_the_button_posts_it_and_the_state_is_another(client, cast, state, which):
    bring_about, *ways = WAYS[state]
    way, match = ways[which == "out"], bring_about(cast)
    people.sign_in(client, getattr(cast, way.who))
    address = reverse(way.page, args=[match.pk])

    shown = client.get(reverse(way.from_page, args=[match.pk])).content.decode()
    answer = client.post(address, way.said)

    with acting(user=cast.karen):
        now = Match.objects.get(pk=match.pk).state
    assert f'"{address}"' in shown
    assert answer.status_code == 302
    assert now in Match.MOVES[Match.State(state)]
