"""The ways of somebody who stands in while two rest."""

from friendships.models import StandIn
from friendships.tests.pairs import agreed, in_state, today
from friendships.tests.pairs import proposed as proposed_to
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.ways.walking import Brought, Same, Way, Ways

PAGE = "coordinators:pair"
YES = {"answer": "yes", "asked_by": "coordinator", "asked_on": str(today())}
END = Way("ended", "friendships:stand_in_ended", on=PAGE)


def resting(cast) -> tuple:
    return in_state(cast, "paused"), people.ready_volunteer(cast, "Agnes Afløser")


def of(stand_in: StandIn, match: Match) -> Brought:
    return Brought(stand_in, {"match_id": match.pk})


def proposed(cast) -> Brought:
    match, agnes = resting(cast)
    return of(proposed_to(cast, match, agnes), match)


def stands_in(cast) -> Brought:
    match, agnes = resting(cast)
    return of(agreed(cast, match, agnes), match)


WAYS = {
    StandIn: {
        "proposed": Ways(proposed, on=Way("agreed", "friendships:stand_in_answered", YES, on=PAGE), out=END),
        "agreed": Ways(stands_in, on=END, out=Same("it stands until they go on, say goodbye or it is ended")),
    }
}
