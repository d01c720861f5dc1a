"""A friendship in each of its states, brought there by its verbs."""

from datetime import date, timedelta

from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from friendships.models import Closure, Pause, StandIn
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import databases, people

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


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def met_days_ago(match: Match, days: int) -> Match:
    """The two met the first time so long ago, on the day on which they were proposed to each other."""
    databases.as_owner(
        "UPDATE matching_match SET started_on = %s, proposed_at = now() - make_interval(days => %s) WHERE id = %s",
        *(today(-days), days, match.pk),
    )
    match.started_on = today(-days)
    return match


def by_hand(cast, since: date, **wishes) -> Match:
    """Two of RG60 who were friends before they stood in any list: entered today, and both have said yes to that."""
    volunteer, citizen = people.ready_volunteer(cast), people.create_citizen(cast, **wishes)
    with acting(user=cast.karen):
        match = Match.propose(volunteer, citizen, by=cast.karen, origin="running", origin_on=since)
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    return match


def token_of(cast, match: Match) -> str:
    """By which its volunteer opens their own page."""
    with acting(user=cast.karen):
        return issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page").rstrip("/").split("/")[-1]


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


def proposed(cast, match: Match, volunteer: Volunteer) -> StandIn:
    """Somebody who could stand in for the friend of a pair that rests."""
    with acting(user=cast.karen):
        return StandIn.propose(Pause.objects.open().get(match=match), volunteer, by=cast.karen)


def agreed(cast, match: Match, volunteer: Volunteer) -> StandIn:
    """The same, and the citizen has said yes."""
    stand_in = proposed(cast, match, volunteer)
    with acting(user=cast.karen):
        stand_in.agree(asked_on=today(), asked_by="lead", by=cast.karen)
    return stand_in


def bring_to_an_end(cast, match: Match, **said) -> None:
    """With a farewell of which nothing is missing."""
    today = timezone.localdate()
    with acting(user=cast.karen):
        closure = Closure.begin(match, tell_on=today, by=cast.karen, **BEGUN)
        closure.write(told_on=today, citizen_talk_on=today, volunteer_talk_on=today, **WHOLE | said)
        closure.end(by=cast.karen)
