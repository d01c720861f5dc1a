"""Every state has a way on and a way out: somebody of the cast finds the button, posts it, and it is another.

Made from the tables of moves: a model with MOVES, or a state that leads anywhere, that stands in `ways/` with no way
fails.
"""

import pytest

from access.context import acting
from weshelter.tests.code import our_models
from weshelter.tests.ways import WAYS
from weshelter.tests.ways.walking import Brought, Same, Way, walk

WITH_MOVES = [model for model in our_models() if hasattr(model, "MOVES")]
STATES = [(model, state) for model, states in WAYS.items() for state in states]
WALKED = [
    pytest.param(model, state, which, id=f"{model.__name__}-{state}-{which}")
    for model, state in STATES
    for which in ("on", "out")
    if isinstance(getattr(WAYS[model][state], which), Way)
]


def state_of(cast, brought: Brought) -> str:
    with acting(user=getattr(cast, brought.seen_by)):
        return type(brought.thing)._default_manager.values_list("state", flat=True).get(pk=brought.thing.pk)


def test_every_state_that_leads_anywhere_stands_here():
    leading = {f"{model.__name__} {state}" for model in WITH_MOVES for state in model.MOVES}

    assert {f"{model.__name__} {state}" for model, state in STATES} == leading


@pytest.mark.parametrize(("model", "state"), STATES)
def test_on_and_out_are_two_ways_unless_there_is_one_alone(model, state):
    ways, moves = WAYS[model][state], model.MOVES[model.State(state)]
    endings = moves - model.MOVES.keys()

    if isinstance(ways.out, Same):
        assert len(moves) == 1 or not endings
    elif isinstance(ways.on, Way) and isinstance(ways.out, Way):
        assert ways.on.to != ways.out.to


@pytest.mark.feature(34)
@pytest.mark.parametrize(("model", "state", "which"), WALKED)
def test_somebody_finds_the_button_posts_it_and_the_state_is_another(client, cast, model, state, which):
    ways = WAYS[model][state]
    way, brought = getattr(ways, which), ways.bring_about(cast)
    before = state_of(cast, brought)

    answer = walk(client, cast, way, brought)

    assert (before, answer.status_code, state_of(cast, brought)) == (state, 302, way.to)
    assert way.to in model.MOVES[model.State(state)]
