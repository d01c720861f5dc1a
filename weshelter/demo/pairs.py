"""The demo's pairs: proposed by the coordinator, answered by the volunteer's link, heard from the citizen, begun."""

from access.links import Purpose, issue_link
from citizens.models import Citizen
from matching.emails import end_proposal_link, send_both_said_yes, send_first_meeting, send_proposal
from matching.models import FirstMeeting, Match, NotThisOne
from volunteers.models import Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past, at, day, token_of
from weshelter.demo.texts_citizens import PAIRS
from weshelter.demo.texts_wishes import PUT_ASIDE

# How many days before it came as far as it is the pair was proposed.
PROPOSED_BEFORE = {"trial": 12, "accepted": 5, "declined": 6, "proposed": 0, "volunteer_yes": 4, "said_yes": 0}


def make_pairs(
    past: Past, house: House, citizens: dict[str, Citizen], volunteers: dict[str, Volunteer]
) -> dict[str, Match]:
    """The pairs of a house, by the citizen's name."""
    return {
        citizen: make_pair(past, house, citizens[citizen], volunteers[volunteer], how_far, ago)
        for citizen, volunteer, how_far, ago in PAIRS[house.slug]
    }


def put_aside(past: Past, house: House, citizens: dict[str, Citizen], volunteers: dict[str, Volunteer]) -> None:
    """Of one who waits the coordinator has said of a volunteer: not this one."""
    for citizen, volunteer in PUT_ASIDE.items():
        if citizen in citizens:
            with past.act(3, hour=10, user=house.coordinator):
                NotThisOne.say(volunteers[volunteer], citizens[citizen], by=house.coordinator)


def make_pair(past: Past, house: House, citizen: Citizen, volunteer: Volunteer, how_far: str, ago: int) -> Match:
    """From the proposal as far as the text says; that was `ago` days ago."""
    by = house.coordinator
    proposed = ago + PROPOSED_BEFORE[how_far]
    with past.act(proposed, hour=13, user=by):
        match = Match.propose(volunteer, citizen, by=by)
        if how_far in ("proposed", "said_yes"):
            send_proposal(match)
        else:
            token = token_of(issue_link(Purpose.PROPOSAL, volunteer, "matching:answer", about=match))
    if how_far == "said_yes":
        with past.act(ago - 1, hour=11, user=by):
            match.citizen_says_yes(heard_by=by)
    elif how_far == "declined":
        with past.act(ago, hour=19, link=token):
            match.decline(by=volunteer)
            end_proposal_link(match)
    elif how_far != "proposed":
        with past.act(proposed - 2, hour=19, link=token):
            match.volunteer_says_yes()
            end_proposal_link(match)
    if how_far in ("accepted", "trial"):
        meet(past, house, match, how_far, ago)
    return match


def meet(past: Past, house: House, match: Match, how_far: str, ago: int) -> None:
    """The citizen's yes, and the first meeting."""
    by = house.coordinator
    said = ago if how_far == "accepted" else ago + 5
    with past.act(said, hour=11, user=by):
        match.citizen_says_yes(heard_by=by)
        if how_far == "accepted":
            send_both_said_yes(match)
            meeting = FirstMeeting.arrange(match, starts_at=at(3, hour=15), place="Caféen", accompanied_by=by)
            send_first_meeting(meeting, match)
    if how_far == "trial":
        with past.act(ago, hour=15, user=by):
            match.start(on=day(-ago), by=by)
