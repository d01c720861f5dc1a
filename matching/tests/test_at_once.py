"""Two coordinators at the same moment, of different projects too: one wins, the other is told kindly."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils.translation import gettext

from access.context import acting
from history.moves import SENTENCES, NotPossible
from matching.models import Match
from weshelter.tests import people

WON = "won"


def propose_at_once(*attempts) -> list[str]:
    """Each (coordinator, volunteer, citizen) on a connection of its own, at the same moment; what each was told."""
    barrier, told = Barrier(len(attempts)), []

    def run(user, volunteer, citizen) -> None:
        try:
            barrier.wait()
            with acting(user=user):
                Match.propose(volunteer, citizen, by=user)
            told.append(WON)
        except NotPossible as error:
            told.append(str(error))
        finally:
            connection.close()

    threads = [Thread(target=run, args=attempt) for attempt in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def one_won(told: list[str], why: str) -> bool:
    """And the other is told why not; where the first was done before the second began, who it was is added."""
    [other] = [one for one in told if one != WON]
    return other.startswith(gettext(str(SENTENCES[why])))


@pytest.mark.feature(32)
def test_a_volunteer_of_two_projects_is_proposed_in_one(committed_cast):
    cast = committed_cast
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        vera.assign(cast.nabo.friends, by=cast.sille)
    here, there = people.create_citizen(cast, "Bo"), people.create_citizen(cast, "Ib", house=cast.nabo)

    told = propose_at_once((cast.karen, vera, here), (cast.nanna, vera, there))

    assert one_won(told, "volunteer_has_room_for_one_more")
    with acting(user=cast.sille):
        assert Match.objects.count() == 1


@pytest.mark.feature(32)
def test_a_citizen_is_proposed_to_one_of_two_volunteers(committed_cast):
    cast = committed_cast
    vera, sofie = people.ready_volunteer(cast), people.ready_volunteer(cast, "Sofie Skov")
    with acting(user=cast.sille):
        people.Membership.objects.create(user=cast.nanna, role="coordinator", project=cast.rg60.friends)
    bo = people.create_citizen(cast, "Bo")

    told = propose_at_once((cast.karen, vera, bo), (cast.nanna, sofie, bo))

    assert one_won(told, "one_open_match_per_citizen")
    with acting(user=cast.karen):
        assert Match.objects.count() == 1
