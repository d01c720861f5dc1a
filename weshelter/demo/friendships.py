"""What follows the demo's pairs once they have met: their agreement, talks with the volunteer, and what they tick."""

from datetime import date

from access.context import acting
from access.links import Purpose, issue_link
from friendships.models import Asked, CheckIn, CheckInAnswer, Contact, PairAgreement, Pause, PlannedRest, StandIn
from friendships.rhythm import next_check_in
from matching.models import Match
from volunteers.models import Support, Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day, token_of
from weshelter.demo.texts_friendships import AGREED, ASKED, MET, RESTS_SOON, SAID, STANDS_IN, TALKED


def live_on(past: Past, house: House, pairs: dict[str, Match], volunteers: dict[str, Volunteer]) -> None:
    """Each pair of the house that has agreed or ticked something, or was asked."""
    for name, match in pairs.items():
        if name in AGREED:
            agree(past, house, match, *AGREED[name])
        for ago in TALKED.get(name, []):
            with past.act(ago, hour=11, user=house.coordinator):
                Support.write(match.volunteer, kind="talk", given_on=day(-ago), by=house.coordinator)
        if name in STANDS_IN:
            let_stand_in(past, house, match, volunteers, *STANDS_IN[name])
        if name in ASKED:
            with past.act(ASKED[name], hour=12, user=house.coordinator):
                Asked.write(match, by=house.coordinator)
        if name in MET:
            tick(past, house, match, MET[name])
        if match.started_on and match.is_alive:
            ask(past, house, match, match.started_on, SAID.get(name, {"citizen": "well", "volunteer": "well"}))


def plan_rests(past: Past, house: House, pairs: dict[str, Match]) -> None:
    """Some know already from when they will not meet."""
    for name, (why, first, asked) in RESTS_SOON.items():
        if name in pairs:
            with past.act(2, hour=15, user=house.coordinator):
                PlannedRest.plan(pairs[name], why=why, from_on=day(first), back_on=day(asked))


def let_stand_in(past: Past, house: House, match: Match, volunteers: dict, who: str, ago: int, later: int) -> None:
    """Somebody is proposed, and the citizen says yes when the lead asks him."""
    with past.act(ago, hour=11, user=house.coordinator):
        stand_in = StandIn.propose(Pause.objects.open().get(match=match), volunteers[who], by=house.coordinator)
    with past.act(ago - later, hour=11, user=house.coordinator):
        stand_in.agree(asked_on=day(later - ago), asked_by="lead", by=house.coordinator)


def agree(past: Past, house: House, match: Match, ago: int, ahead: int, said: dict[str, str]) -> None:
    with past.act(ago, hour=16, user=house.coordinator):
        PairAgreement.write(match, review_on=day(ahead), **said)


def ask(past: Past, house: House, match: Match, started_on: date, last_said: dict[str, str]) -> None:
    """Both, on each of their days: it goes well, and the last time as the text says."""
    with acting(user=house.coordinator):
        token = token_of(issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page"))
    days, last = [], started_on
    while (last := next_check_in(started_on, last=last)) <= day(0):
        days.append(last)
    former = None
    for due in days:
        said = last_said if due == days[-1] else {"citizen": "well", "volunteer": "well"}
        ago = (day(0) - due).days
        with past.act(ago, hour=8, user=house.coordinator):
            CheckIn.ask(match, due)
            asked = CheckIn.objects.open().get(match=match)
        if former:
            past.date(former, ended_on=due)
        former = asked
        if "volunteer" in said:
            with past.act(max(ago - 1, 0), hour=18, link=token):
                CheckInAnswer.say(asked, side="volunteer", answer=said["volunteer"])
        if "citizen" in said:
            with past.act(max(ago - 2, 0), hour=12, user=house.coordinator):
                CheckInAnswer.say(asked, side="citizen", answer=said["citizen"], by=house.coordinator)


def tick(past: Past, house: House, match: Match, days: list[tuple[int, str, str]]) -> None:
    """Day by day, by the volunteer's link."""
    with acting(user=house.coordinator):
        token = token_of(issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page"))
    for ago, kind, activity in days:
        with past.act(ago, hour=20, link=token):
            Contact.tick(match, happened_on=day(-ago), kind=kind, activity=activity, by_volunteer=True)
