"""The demo's pairs: proposed by the coordinator, answered by the volunteer's link, heard from the citizen, begun."""

from access.links import Purpose, issue_link
from citizens.models import Citizen
from friendships.models import Closure, Pause
from matching.emails import end_proposal_link, send_both_said_yes, send_first_meeting, send_proposal
from matching.models import FirstMeeting, Match, NotThisOne
from volunteers.models import Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past, at, day, token_of
from weshelter.demo.texts_citizens import PAIRS
from weshelter.demo.texts_wishes import PUT_ASIDE

# How many days before it came as far as it is the pair was proposed.
PROPOSED_BEFORE = {"accepted": 5, "declined": 6, "withdrawn": 6, "proposed": 0, "volunteer_yes": 4, "said_yes": 0}
# From the first meeting on; how many days after it they went on, rest since, and end or have ended.
BEGUN = {"trial", "active", "paused", "ending", "ended"}
TRIED, RESTS_SINCE, ENDS_SINCE, LASTED = 42, 20, 3, 60


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
    proposed = ago + (12 if how_far in BEGUN else PROPOSED_BEFORE[how_far])
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
    elif how_far == "withdrawn":
        with past.act(ago, hour=12, user=by):
            match.withdraw(by=by)
            end_proposal_link(match)
    elif how_far != "proposed":
        with past.act(proposed - 2, hour=19, link=token):
            match.volunteer_says_yes()
            end_proposal_link(match)
    if how_far == "accepted" or how_far in BEGUN:
        meet(past, house, match, how_far, ago)
    if how_far in BEGUN - {"trial"}:
        go_on(past, match, how_far, ago, by=by)
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
    if how_far in BEGUN:
        with past.act(ago, hour=15, user=by):
            match.start(on=day(-ago), by=by)
            past.date(match, look_back_on=day(TRIED - ago) if how_far == "trial" else None)


def go_on(past: Past, match: Match, how_far: str, ago: int, *, by) -> None:
    """The trial is over; then they rest, or it comes to an end, or has come to one with a farewell."""
    with past.act(ago - TRIED, hour=14, user=by):
        match.go_on(by=by)
    if how_far == "paused":
        with past.act(RESTS_SINCE, hour=14, user=by):
            Pause.begin(match, why="volunteer_away", back_on=day(10), by=by)
    if how_far in ("ending", "ended"):
        since = ENDS_SINCE if how_far == "ending" else ago - LASTED
        with past.act(since, hour=14, user=by):
            said = {"how": "planned", "citizens_reason": "not_said", "volunteers_reason": "other"}
            said["volunteers_other"] = "Skal passe sin mor på Fyn det næste år"
            closure = Closure.begin(match, told_by="coordinator", tell_on=day(2 - since), by=by, **said)
    if how_far == "ended":
        with past.act(since - 7, hour=14, user=by):
            farewell = {"farewell": "met", "contact": "greeting", "citizen_next": "friend"}
            held = dict.fromkeys(("told_on", "citizen_talk_on", "volunteer_talk_on"), day(7 - since))
            closure.write(**farewell, **held, citizen_said=["was_good"], volunteer_said=["was_good"])
            closure.end(by=by, on=day(7 - since))
