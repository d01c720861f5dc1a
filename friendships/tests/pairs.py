"""A friendship in each of its states, brought there by its verbs."""

from datetime import timedelta

from django.utils import timezone

from access.context import acting
from friendships.models import Closure, Pause
from matching.models import Match
from weshelter.tests import people

BEGUN = {
    "how": "planned",
    "citizens_reason": "not_said",
    "volunteers_reason": "moved",
    "told_by": "coordinator",
}
WHOLE = {
    "farewell": "met",
    "contact": "none",
    "citizen_said": ["was_good"],
    "volunteer_said": [],
    "citizen_next": "friend",
}


def in_state(cast, state: str, **who) -> Match:
    """A pair of RG60 in the trial, active, resting, ending or ended."""
    match = people.create_match(cast, **who)
    with acting(user=cast.karen):
        if state != "trial":
            match.go_on(by=cast.karen)
        if state == "paused":
            Pause.begin(match, why="volunteer_away", back_on=timezone.localdate() + timedelta(days=30), by=cast.karen)
        if state == "ending":
            Closure.begin(match, tell_on=timezone.localdate(), by=cast.karen, **BEGUN)
    if state == "ended":
        bring_to_an_end(cast, match)
    return match


def bring_to_an_end(cast, match: Match) -> None:
    """With a farewell of which nothing is missing."""
    today = timezone.localdate()
    with acting(user=cast.karen):
        closure = Closure.begin(match, tell_on=today, by=cast.karen, **BEGUN)
        closure.write(told_on=today, citizen_talk_on=today, volunteer_talk_on=today, **WHOLE)
        closure.end(by=cast.karen)
