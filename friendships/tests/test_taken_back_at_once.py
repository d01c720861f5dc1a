"""A consent is taken back while somebody else is about to rely on it: whoever comes second knows of the first."""

from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from access.context import acting
from citizens.models import Consent
from friendships.models import Pause, StandIn
from friendships.tests.pairs import in_state
from history.moves import NotPossible
from matching.models import Match
from weshelter.tests import people


def waiting(cast) -> Callable:
    bo, vera = people.create_citizen(cast), people.ready_volunteer(cast)
    return lambda: Match.propose(vera, bo, by=cast.karen)


def paused(cast) -> Callable:
    match = in_state(cast, "paused")
    return lambda: match.come_back(by=cast.karen)


def ending(cast) -> Callable:
    match = in_state(cast, "ending")
    return lambda: match.go_on(by=cast.karen)


def without_a_stand_in(cast) -> Callable:
    match, agnes = in_state(cast, "paused"), people.ready_volunteer(cast, "Agnes Afløser")
    return lambda: StandIn.propose(Pause.objects.get(match=match), agnes, by=cast.karen)


def take_back(cast) -> None:
    Consent.objects.live().get(purpose="friend").withdraw(by=cast.karen)


def one_in_the_other(cast, first: Callable, second: Callable) -> dict[str, str]:
    """The second begins when the first is done and not yet committed; what became of each."""
    is_done, told = Event(), {}

    def run(which: str, verb: Callable) -> None:
        try:
            with acting(user=cast.karen), transaction.atomic():
                if which == "second":
                    is_done.wait(10)
                verb()
                if which == "first":
                    is_done.set()
                    other.join(1)  # it waits for this one, or is through
            told[which] = "done"
        except NotPossible:
            told[which] = "refused"
        finally:
            is_done.set()
            connection.close()

    other = Thread(target=run, args=["second", second])
    other.start()
    run("first", first)
    other.join()
    return told


@pytest.mark.feature(69)
@pytest.mark.parametrize("before", [waiting, paused, ending, without_a_stand_in])
@pytest.mark.parametrize("is_taken_back_first", [True, False])
def test_nothing_begins_on_a_consent_that_is_being_taken_back(committed_cast, before, is_taken_back_first):
    cast = committed_cast
    verb = before(cast)
    both = [lambda: take_back(cast), verb]

    told = one_in_the_other(cast, *(both if is_taken_back_first else reversed(both)))

    assert told == {"first": "done", "second": "refused" if is_taken_back_first else "done"}
    with acting(user=cast.karen):
        assert not Match.objects.filter(state__in=["proposed", "accepted", "trial", "active"]).exists()
        assert not StandIn.objects.open().exists()
